/**
 * Reads a calendar day as people type it: 2026-11-30, 2026/11/30, 2026年11月30日, 20261130, or 11-30 for the next such day.
 * Returns YYYY-MM-DD, or null when it is not a day that exists.
 */
export function readDay(typed: string, today: Date): string | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/\p{Script=Han}/gu, '-')
    .replace(/-$/, '');
  const full =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (!short) return null;
  const month = Number(short[1]);
  const date = Number(short[2]);
  const hasPassed =
    month < today.getMonth() + 1 || (month === today.getMonth() + 1 && date < today.getDate());
  return dayOf(today.getFullYear() + (hasPassed ? 1 : 0), month, date);
}

function dayOf(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  const exists = day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists && year >= 2000 && year < 2100 ? day.toISOString().slice(0, 10) : null;
}
