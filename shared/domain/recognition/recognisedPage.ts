import { repairRadicals } from '../text/radicals.ts';
import type { RecognisedLine } from './recognition.ts';
import type { TextRun } from '../text/text.ts';

export interface RecognisedPage {
  readonly text: string;
  /** One run a word: offsets into the text, box in PDF units. */
  readonly runs: TextRun[];
  /** Mean over characters, 0 to 100, lowered by the print that was not read; 0 where nothing was recognised. */
  readonly confidence: number;
}

const spaceless =
  /[\u2E80-\u303F\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{20000}-\u{3FFFF}\u2014\u2018\u2019\u201C\u201D\u2026\u00B7]/u;

/** Chinese is written without spaces: one stands only between two words neither of which ends on it there. */
function isSpaced(before: string, after: string): boolean {
  const last = [...before].at(-1) ?? '';
  const first = [...after][0] ?? '';
  return !spaceless.test(last) && !spaceless.test(first);
}

/** Marks that engines give in their narrow form between Chinese characters, where print has the wide one. */
const wideMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const narrowMark = /[,;:?!()]/gu;
const han = /[\u3400-\u4DBF\u4E00-\u9FFF\u3001\u3002\uFF08-\uFF1F\u{20000}-\u{3FFFF}]/u;

/** Gives the marks of Chinese text their wide form; one unit stays one unit. */
function widenMarks(dense: string): string {
  return dense.replace(narrowMark, (mark, at: number) => {
    const before = Array.from(dense.slice(0, at)).at(-1) ?? '';
    const after = Array.from(dense.slice(at + 1))[0] ?? '';
    const isChinese = mark === '(' ? han.test(after) : han.test(before);
    return isChinese ? (wideMarks[mark] ?? mark) : mark;
  });
}

/** The texts of a line's words with radicals and marks as print has them. */
function wordTexts(line: RecognisedLine): string[] {
  const own = line.map((word) => repairRadicals(word.text));
  const dense = widenMarks(own.join(''));
  let at = 0;
  return own.map((text) => dense.slice(at, (at += text.length)));
}

/** Stamps, rules and specks are no print: so much of the page may stay unread before confidence falls. */
const strayInk = 0.05;

/**
 * Puts the text of a page together from recognised words as the reader does from a PDF's own: lines end in a line feed.
 * `unread` is the part of the print, 0 to 1, that no word covers.
 */
export function assembleRecognised(lines: readonly RecognisedLine[], unread = 0): RecognisedPage {
  const runs: TextRun[] = [];
  let text = '';
  let weighed = 0;
  let weight = 0;
  for (const line of lines) {
    if (text !== '') text += '\n';
    let before: string | null = null;
    const texts = wordTexts(line);
    for (const [index, word] of line.entries()) {
      const own = texts[index] ?? '';
      if (before !== null && isSpaced(before, own)) text += ' ';
      const start = text.length;
      text += own;
      runs.push([start, text.length, ...word.box]);
      weighed += word.confidence * own.length;
      weight += own.length;
      before = own;
    }
  }
  const mean = weight === 0 ? 0 : weighed / weight;
  const confidence = Math.round(mean * (1 - Math.max(0, unread - strayInk)) * 10) / 10;
  return { text, runs, confidence };
}
