const dense = (text: string): string[] => [...text.replace(/\s+/gu, '')];

/** Least number of characters to put in, take out or change, as a part of the truth's; white space does not count. */
export function errorRate(truth: string, read: string): number {
  const a = dense(truth);
  const b = dense(read);
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of a.entries()) {
    const now = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (before[j] ?? 0) + (char === other ? 0 : 1);
      now.push(Math.min((before[j + 1] ?? 0) + 1, (now[j] ?? 0) + 1, change));
    }
    before = now;
  }
  return (before.at(-1) ?? 0) / a.length;
}
