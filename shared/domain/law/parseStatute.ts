import { parseChineseNumeral } from './citation.ts';
import type { StatuteLine, StatuteLines } from './statuteLines.ts';
import { eventsOf, issuerOf } from './statuteNotes.ts';
import type { ParsedStatute, StatuteDivision, StatuteRemark } from './statuteText.ts';

const numerals = '[零〇一二两三四五六七八九十百千]+|\\d{1,4}';
const articleStart = new RegExp(
  `^第\\u3000?(${numerals})\\u3000?条(?:之([一二三四五六七八九十]+))?(\\u3000?)(.*)$`,
  'su',
);
const divisionStart = new RegExp(
  `^(第\\u3000?(?:${numerals})\\u3000?(编|分编|章|节))\\u3000?(.*)$`,
  'su',
);
const itemStart = /^[（(]\u3000?([一二三四五六七八九十]{1,4})\u3000?[）)]\u3000?(.*)$/su;
const subItemStart = /^(\d{1,2})[.．、]\u3000?(?!\d)(.*)$/su;
const contentsStart = /^目\u3000?[录次]$/u;
const appendixStart = /^附(?:件|录|表|则表)?\u3000?\d*\u3000?[:：]|^附(?:件|录|表)\u3000?\d*$/u;
/** What follows a number that is cited in running text, not one that begins its article. */
const citedAfter = /^(?:规定|的|第|款|项|和|与|及|或|至|以|、|，|；|所|之|中|[)）])/u;
/** What follows a chapter's number that is cited, not one that heads it. */
const citedDivision = /^(?:规定|的|第|、|和第|与第|及第|或|至|以|，|；|中的|中规定)/u;
const gluedHeading = new RegExp(
  `([。；])\\u3000?(第(?:${numerals})[章节]\\u3000?[^。；，：]{1,30})$`,
  'u',
);
const ranks = ['编', '分编', '章', '节'] as const;

/** Reads a Chinese or Arabic numeral; null where it is neither. */
export function readNumeral(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : parseChineseNumeral(text);
}

interface MutableParagraph {
  text: string;
  items: { number: number; text: string; subItems: { number: number; text: string }[] }[];
}
interface MutableArticle {
  number: number;
  branch: number;
  division: number | null;
  paragraphs: MutableParagraph[];
}

/**
 * Reads a statute: title and note, the contents list skipped, 编/分编/章/节, articles with 款, 项 and 目, and what stands
 * under 附. It reports what it finds; whether the articles are complete is for `statuteFaults`.
 */
export function parseStatute(source: StatuteLines): ParsedStatute {
  return new StatuteReader(source).read();
}

class StatuteReader {
  readonly #lines: readonly StatuteLine[];
  readonly #keepsParagraphs: boolean;
  readonly #divisions: StatuteDivision[] = [];
  readonly #articles: MutableArticle[] = [];
  readonly #articleLines: number[] = [];
  readonly #front: string[] = [];
  readonly #appendix: string[] = [];
  readonly #remarks: StatuteRemark[] = [];
  #isInAppendix = false;
  /** First entry of the contents list while inside it. */
  #contents: { first: string | null } | null = null;

  constructor(source: StatuteLines) {
    this.#keepsParagraphs = source.keepsParagraphs;
    this.#lines = source.lines.flatMap((line) => this.#unglue(line));
  }

  read(): ParsedStatute {
    this.#lines.forEach((line, index) => {
      this.#take(line, this.#lines[index + 1]?.text ?? '');
    });
    const title = titleOf(this.#front);
    const notes = this.#front.filter((line) => line !== title && !title.startsWith(line));
    if (this.#hasLostParagraphs())
      this.#remarks.push({ code: 'paragraphs-unreliable', line: null, detail: '' });
    if (this.#isInAppendix && this.#appendix.length <= 1)
      this.#remarks.push({ code: 'appendix-missing', line: null, detail: '' });
    return {
      title,
      notes,
      events: notes.flatMap(eventsOf),
      ...issuerOf(notes),
      divisions: this.#divisions,
      articles: this.#articles,
      appendix: this.#appendix,
      lines: this.#articleLines,
      remarks: this.#remarks,
    };
  }

  /** A chapter heading that conversion left at the end of an article's line becomes a line of its own. */
  #unglue(line: StatuteLine): StatuteLine[] {
    const glued = gluedHeading.exec(line.text);
    if (!glued) return [line];
    const heading = glued[2] ?? '';
    this.#remarks.push({ code: 'division-glued', line: line.line, detail: heading });
    const head = line.text.slice(0, glued.index + 1);
    return [
      { ...line, text: head },
      { ...line, text: heading },
    ];
  }

  #take({ text, line }: StatuteLine, next: string): void {
    if (this.#isInAppendix) {
      this.#appendix.push(text);
      return;
    }
    if (contentsStart.test(text)) {
      this.#contents = { first: null };
      return;
    }
    if (this.#skipsContents(text)) return;
    const article = this.#articleAt(text);
    if (article) {
      this.#contents = null;
      this.#articles.push({ ...article.head, division: this.#openDivision(), paragraphs: [] });
      this.#articleLines.push(line);
      if (article.rest !== '') this.#addText(article.rest);
      return;
    }
    if (this.#takeDivision(text, line, next)) return;
    const current = this.#articles.at(-1);
    if (!current) {
      this.#front.push(text);
      return;
    }
    if (appendixStart.test(text)) {
      this.#isInAppendix = true;
      this.#appendix.push(text);
    } else this.#addText(text);
  }

  /** The contents list ends where its first entry stands a second time. */
  #skipsContents(text: string): boolean {
    if (!this.#contents || articleStart.test(text)) return false;
    const entry = text.replace(/[\s\u3000.…·\d]+/gu, '');
    if (this.#contents.first === null) this.#contents.first = entry;
    else if (this.#contents.first === entry) {
      this.#contents = null;
      return false;
    }
    return true;
  }

  #articleAt(text: string): { head: { number: number; branch: number }; rest: string } | null {
    const match = articleStart.exec(text);
    if (!match) return null;
    const [, numeral = '', branchNumeral, blank, rest = ''] = match;
    const number = readNumeral(numeral);
    if (number === null) return null;
    const branch = branchNumeral === undefined ? 0 : (readNumeral(branchNumeral) ?? 0);
    if (blank === '' && rest !== '') {
      // Without a blank after it, the number may be one that the text cites at the start of a wrapped line.
      const expected = (this.#articles.at(-1)?.number ?? number - 1) + 1;
      if (citedAfter.test(rest) || (number !== expected && branch === 0)) return null;
    }
    return { head: { number, branch }, rest };
  }

  #takeDivision(text: string, line: number, next: string): boolean {
    const match = divisionStart.exec(text);
    if (
      match &&
      text.length <= 50 &&
      !/[。；，]/u.test(text) &&
      !citedDivision.test(match[3] ?? '')
    ) {
      const rank = ranks.find((one) => one === match[2]) ?? '章';
      const label = (match[1] ?? '').replace(/\u3000/gu, '');
      this.#addDivision(rank, label, (match[3] ?? '').replace(/\u3000/gu, ''));
      return true;
    }
    const isBare =
      this.#articles.length > 0 &&
      text.length <= 20 &&
      !/[。；：，:;、,（(》]/u.test(text) &&
      articleStart.test(next);
    const before = this.#articles.at(-1)?.paragraphs.at(-1);
    const isAfterStop = /[。；：]$/u.test(before?.items.at(-1)?.text ?? before?.text ?? '');
    if (!isBare || !isAfterStop || subItemStart.test(text)) return false;
    this.#remarks.push({ code: 'division-unnumbered', line, detail: text });
    this.#addDivision('章', null, text.replace(/\u3000/gu, ''));
    return true;
  }

  #addDivision(rank: StatuteDivision['rank'], label: string | null, title: string): void {
    let parent = this.#openDivision();
    while (parent !== null) {
      const above: StatuteDivision | undefined = this.#divisions[parent];
      if (!above || ranks.indexOf(above.rank) < ranks.indexOf(rank)) break;
      parent = above.parent;
    }
    this.#divisions.push({ rank, label, title, parent });
  }

  #openDivision(): number | null {
    return this.#divisions.length === 0 ? null : this.#divisions.length - 1;
  }

  #addText(text: string): void {
    const article = this.#articles.at(-1);
    if (!article) return;
    const paragraph = article.paragraphs.at(-1);
    const item = itemStart.exec(text);
    const number = item ? readNumeral(item[1] ?? '') : null;
    if (item && number !== null && paragraph) {
      paragraph.items.push({ number, text: item[2] ?? '', subItems: [] });
      return;
    }
    const subItem = subItemStart.exec(text);
    const last = paragraph?.items.at(-1);
    if (subItem && last) {
      last.subItems.push({ number: Number(subItem[1]), text: subItem[2] ?? '' });
      return;
    }
    article.paragraphs.push({ text, items: [] });
  }

  /** No article of a longer text has a second 款 though some run over several sentences: conversion has joined them. */
  #hasLostParagraphs(): boolean {
    if (!this.#keepsParagraphs) return true;
    if (this.#articles.length < 20) return false;
    const isSingle = this.#articles.every((one) => one.paragraphs.length <= 1);
    const hasLong = this.#articles.some((one) =>
      one.paragraphs.some(({ text }) => (text.match(/。/gu)?.length ?? 0) >= 3),
    );
    return isSingle && hasLong;
  }
}

const titleEnd =
  /(?:法|典|编|条例|规定|办法|细则|决定|解释|规则|规范|通则|章程|纲要|目录|意见|通知|指引)(?:[（(][^（）()]{1,20}[）)])?$/u;

/** The title among the lines before the first article: an order's own heading and its sentences are none. */
function titleOf(front: readonly string[]): string {
  for (const [index, line] of front.entries()) {
    const joined = /^中华人民共和国$/u.test(line) ? `${line}${front[index + 1] ?? ''}` : line;
    const isTitle = titleEnd.test(joined) && joined.length <= 60 && !/[。；，《]/u.test(joined);
    if (isTitle && !/^[（(]|^根据|^\d{4}年|令$/u.test(joined))
      return joined.replace(/\u3000/gu, '');
  }
  return '';
}
