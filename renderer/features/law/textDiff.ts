export interface DiffPiece {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/** Longest table of tokens compared at once; longer texts are shown as replaced whole. */
const mostCells = 4_000_000;
/** Equal stretches shorter than this between two changes read as noise and are taken into them. */
const leastSame = 2;

/** What became of a text, by Chinese character and by Latin word or number. */
export function diffText(older: string, newer: string): DiffPiece[] {
  const [a, b] = [tokensOf(older), tokensOf(newer)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const middle = diffTokens(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return tidy([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

function tokensOf(text: string): string[] {
  return text.match(/[A-Za-z0-9]+|\s+|./gsu) ?? [];
}

function diffTokens(a: readonly string[], b: readonly string[]): DiffPiece[] {
  if (a.length * b.length > mostCells)
    return [
      { kind: 'deleted', text: a.join('') },
      { kind: 'inserted', text: b.join('') },
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const pieces: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      pieces.push({ kind: 'deleted', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'inserted', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** Joins neighbours, takes short equal stretches into the changes around them, and puts deletions before insertions. */
function tidy(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined = join(pieces);
  const result: DiffPiece[] = [];
  let deleted = '';
  let inserted = '';
  const flush = (): void => {
    if (deleted !== '') result.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') result.push({ kind: 'inserted', text: inserted });
    deleted = '';
    inserted = '';
  };
  for (const [index, { kind, text }] of joined.entries()) {
    const isBetween = index > 0 && index < joined.length - 1;
    if (kind === 'deleted') deleted += text;
    else if (kind === 'inserted') inserted += text;
    else if (isBetween && text.length < leastSame && !text.includes('\n')) {
      deleted += text;
      inserted += text;
    } else {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return join(result);
}

function join(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind)
      joined[joined.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
