import { type Extraction, isPaged } from '../text/text.ts';

/** One line of a statute's file; `line` counts its paragraphs (a PDF's lines) from 1, empty ones included. */
export interface StatuteLine {
  readonly text: string;
  readonly line: number;
}

export interface StatuteLines {
  readonly lines: readonly StatuteLine[];
  /** The file keeps its natural paragraphs; formats of fixed pages do not. */
  readonly keepsParagraphs: boolean;
}

const invisible = /[\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]/gu;
const blanks = /[\s\u3000]+/gu;
const starts =
  /^(?:第[零〇一二两三四五六七八九十百千\d]+(?:编|分编|章|节|条)|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、]|目\s*[录次]$|附\s*[:：件表录]|#)/u;

/** Blanks of any kind as one U+3000 between words, invisible characters gone, no blanks at the ends. */
export function tidy(text: string): string {
  return text
    .replace(invisible, '')
    .replace(blanks, '\u3000')
    .replace(/^\u3000|\u3000$/gu, '');
}

/** Lines of a text whose paragraphs are known. */
export function linesOfParagraphs(paragraphs: readonly string[]): StatuteLines {
  const lines = paragraphs.flatMap((paragraph, index) =>
    paragraph.split('\n').map((text) => ({ text: tidy(text), line: index + 1 })),
  );
  return { lines: lines.filter(({ text }) => text !== ''), keepsParagraphs: true };
}

/** Lines of a document that a reader has taken apart. A PDF's lines are joined to paragraphs as far as that can be told. */
export function linesOfExtraction(extraction: Extraction): StatuteLines {
  if (isPaged(extraction)) {
    const raw = extraction.pages.flatMap((page) => page.text.split('\n'));
    return { lines: joinWrapped(raw), keepsParagraphs: false };
  }
  const kept = extraction.blocks.map((block) =>
    ['heading', 'paragraph', 'cell'].includes(block.kind) && !block.flags.includes('deleted')
      ? `${block.label === null ? '' : `${block.label}\u3000`}${block.text}`
      : '',
  );
  return { ...linesOfParagraphs(kept), keepsParagraphs: extraction.kind !== 'ofd' };
}

function joinWrapped(raw: readonly string[]): StatuteLine[] {
  const tidied = raw.map((text, index) => ({ text: tidy(text), line: index + 1 }));
  const kept = tidied.filter(
    ({ text }) => text !== '' && !/^[-—–\s\u3000]*\d{1,4}[-—–\s\u3000]*$/u.test(text),
  );
  const full = Math.max(0, ...kept.map(({ text }) => text.length)) * 0.8;
  const joined: StatuteLine[] = [];
  let previous = '';
  for (const one of kept) {
    const last = joined.at(-1);
    const isEnded = /[。；：:;]$/u.test(previous) || previous.length < full * 0.6;
    if (last && !starts.test(one.text) && !isEnded)
      joined[joined.length - 1] = { ...last, text: `${last.text}${one.text}` };
    else joined.push(one);
    previous = one.text;
  }
  return joined;
}
