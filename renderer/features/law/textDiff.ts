import { fold } from '#shared/domain/text/fold.ts';

/** A stretch of the older text, of the newer one, or of both: as each side writes it. */
export interface DiffPiece {
  readonly kind: 'same' | 'deleted' | 'inserted';
  /** As the older text has it; empty for what was put in. */
  readonly older: string;
  /** As the newer text has it; empty for what was taken out. */
  readonly newer: string;
}

/** A character or word, and the form in which it is compared: the width of a sign is no change of the law. */
interface Token {
  readonly text: string;
  readonly form: string;
}

/** Longest table of tokens compared at once; longer texts are shown as replaced whole. */
const mostCells = 4_000_000;
/** Equal stretches shorter than this between two changes read as noise and are taken into them. */
const leastSame = 2;

/** What became of a text, by Chinese character and by Latin word or number. */
export function diffText(older: string, newer: string): DiffPiece[] {
  const [a, b] = [tokensOf(older), tokensOf(newer)];
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.form === b[head]?.form) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail]?.form === b[b.length - 1 - tail]?.form
  )
    tail += 1;
  const middle = diffTokens(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return tidy([
    ...a.slice(0, head).map((token, index) => same(token, b[index])),
    ...middle,
    ...a.slice(a.length - tail).map((token, index) => same(token, b[b.length - tail + index])),
  ]);
}

const same = (older: Token | undefined, newer: Token | undefined): DiffPiece => ({
  kind: 'same',
  older: older?.text ?? '',
  newer: newer?.text ?? '',
});
const deleted = (token: Token | undefined): DiffPiece => ({
  kind: 'deleted',
  older: token?.text ?? '',
  newer: '',
});
const inserted = (token: Token | undefined): DiffPiece => ({
  kind: 'inserted',
  older: '',
  newer: token?.text ?? '',
});

function tokensOf(text: string): Token[] {
  const found = text.match(/[A-Za-z0-9]+|\s+|./gsu) ?? [];
  return found.map((one) => ({ text: one, form: fold(one).text || ' ' }));
}

function diffTokens(a: readonly Token[], b: readonly Token[]): DiffPiece[] {
  if (a.length * b.length > mostCells) return [...a.map(deleted), ...b.map(inserted)];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i]?.form === b[j]?.form
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const pieces: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.form === b[j]?.form) {
      pieces.push(same(a[i++], b[j++]));
    } else if (
      j >= b.length ||
      (i < a.length && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      pieces.push(deleted(a[i++]));
    } else {
      pieces.push(inserted(b[j++]));
    }
  }
  return pieces;
}

/** Joins neighbours, takes short equal stretches into the changes around them, and puts deletions before insertions. */
function tidy(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined = join(pieces);
  const result: DiffPiece[] = [];
  let [out, put] = ['', ''];
  const flush = (): void => {
    if (out !== '') result.push({ kind: 'deleted', older: out, newer: '' });
    if (put !== '') result.push({ kind: 'inserted', older: '', newer: put });
    [out, put] = ['', ''];
  };
  for (const [index, piece] of joined.entries()) {
    const isBetween = index > 0 && index < joined.length - 1;
    const isNoise = isBetween && piece.newer.length < leastSame && !/\s/u.test(piece.newer);
    if (piece.kind !== 'same' || isNoise) {
      out += piece.older;
      put += piece.newer;
    } else {
      flush();
      result.push(piece);
    }
  }
  flush();
  return join(result);
}

function join(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind)
      joined[joined.length - 1] = {
        kind: last.kind,
        older: last.older + piece.older,
        newer: last.newer + piece.newer,
      };
    else joined.push(piece);
  }
  return joined;
}
