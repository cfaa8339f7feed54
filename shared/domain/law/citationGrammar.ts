import { headPattern, withShortNames } from './citationHeads.ts';
import { type CitedPlace, nowhere, readPlaces } from './citationPlaces.ts';
import { fold, type Folded, toOriginal, toOriginalEnd } from '../text/fold.ts';
import type { LawNames, NamedLaw } from './lawNames.ts';
import { markBefore, noMark, type VersionMark, withMark } from './versionMark.ts';

/** One citation as written; offsets are UTF-16 units into the original text, `folded…` into its folded form. */
export interface CitationMention {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The law as written, without 《》; for 该法 that of the law it stands for. */
  readonly name: string;
  /** Laws that bear the name: several for a code in parts, none where nobody knows it. */
  readonly laws: readonly NamedLaw[];
  readonly mark: VersionMark;
  readonly place: CitedPlace;
  readonly foldedStart: number;
  readonly foldedEnd: number;
  /** Citations of one list (第二十一条、第二十七条) share it. */
  readonly group: number;
}

/** The law whose own text is read: 本法, 前款 and 第五条 alone then mean that law. */
export interface HomePlace {
  readonly law: NamedLaw;
  readonly article: number;
  readonly paragraph: number | null;
}

const lawLike = /(?:法|法典|条例|规定|办法|细则|规则|解释|决定|通则|规范|编)(?:\([^()]{1,20}\))?$/u;
/** Titles that end like a law and are agreements or papers of the parties. */
const methodLike = /(?:方|做|算|语|用|手|书|说)法$/u;
const paperLike =
  /(?:合同|协议|方案|计划|意见|报告|文件|清单|说明|承诺|通知|公告|函|表)(?:书|法)?$/u;
const eventBefore = /[自于从至]\d{4}年$/u;
const eventAfter = /^(?:正式|全面)?(?:施行|公布|发布|实施|生效|修正|修订|修改|通过|出台|颁布)/u;
const bracket = /\(([^()]{1,80})\)|[[〔【]([^[\]〔〕【】]{1,60})[\]〕】]/y;
const codePart =
  /(?:第[一二三四五六七]编)?[·.]?(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编/y;
const link = /(?:中的|的|之|中)?(?=第|\d)/y;

/** Finds every citation of law in a text, as lawyers write them. A contract's own 本合同第五条 is none. */
export function parseCitations(
  text: string,
  names: LawNames,
  home: HomePlace | null = null,
): CitationMention[] {
  return citationsInFolded(fold(text), text, names, home);
}

/** `parseCitations` on a text that was folded before; `text` is its original. */
export function citationsInFolded(
  folded: Folded,
  text: string,
  names: LawNames,
  home: HomePlace | null = null,
): CitationMention[] {
  return new CitationScanner(folded, text, names, home).scan();
}

/** A law as cited, and where in the folded text it was named. */
interface CitedLaw {
  readonly name: string;
  readonly laws: readonly NamedLaw[];
  readonly mark: VersionMark;
  readonly at: number;
}

class CitationScanner {
  readonly #folded: Folded;
  readonly #original: string;
  readonly #names: LawNames;
  readonly #home: HomePlace | null;
  readonly #mentions: CitationMention[] = [];
  #group = 0;
  #last: CitedLaw | null = null;

  constructor(folded: Folded, original: string, names: LawNames, home: HomePlace | null) {
    this.#folded = folded;
    this.#original = original;
    this.#names = withShortNames(folded.text, names);
    this.#home = home;
  }

  scan(): CitationMention[] {
    const head = headPattern(this.#names, this.#home !== null);
    for (let match = head.exec(this.#folded.text); match; match = head.exec(this.#folded.text)) {
      head.lastIndex = Math.max(head.lastIndex, this.#take(match));
      if (match[0] === '') head.lastIndex += 1;
    }
    return this.#mentions;
  }

  /** Reads what follows a head; answers where scanning goes on. */
  #take(match: RegExpExecArray): number {
    const { quoted, name, back, kind, same, relative } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (quoted !== undefined) return this.#named(quoted, start, end, true);
    if (name !== undefined) return this.#named(name, start, end, false);
    if (same !== undefined) return this.#sameArticle(start, end);
    if (relative !== undefined) return this.#relative(relative, start, end);
    return this.#backward(back ?? '', kind ?? '', start, end);
  }

  #named(title: string, start: number, end: number, isQuoted: boolean): number {
    const text = this.#folded.text;
    const inside = /\(([^()]{1,40})\)$/u.exec(title);
    let laws = this.#names.named(title);
    let mark = markBefore(text, start);
    let insideYear: number | null = null;
    let name = title;
    if (laws.length === 0 && inside) {
      name = title.slice(0, inside.index);
      laws = this.#names.named(name);
      insideYear = withMark(noMark, inside[1] ?? '').year;
      mark = withMark(mark, inside[1] ?? '');
    }
    if (
      laws.length === 0 &&
      (!lawLike.test(title) || paperLike.test(title) || methodLike.test(title))
    )
      return end;
    let after = this.#afterTitle(end, mark);
    // 自2017年《…》施行以来: when something happened to the law, not which version is meant.
    const isEvent =
      eventBefore.test(text.slice(0, start).slice(-8)) || eventAfter.test(text.slice(after.at));
    if (mark.year !== null && isEvent) after = this.#afterTitle(end, { ...mark, year: insideYear });
    const found = { name, laws, mark: after.mark, at: start };
    this.#last = found;
    return this.#places(found, start, after.at, isQuoted ? after.closed : null);
  }

  /** Brackets, the part of a code, and 的 between a title and its places. */
  #afterTitle(at: number, before: VersionMark): { at: number; closed: number; mark: VersionMark } {
    const text = this.#folded.text;
    let mark = before;
    let next = at;
    let closed = at;
    for (;;) {
      bracket.lastIndex = next;
      const match = bracket.exec(text);
      if (!match) break;
      const inner = match[1] ?? match[2] ?? '';
      // （一） begins an item, and a clause of the document is no mark of a version.
      if (/^(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/u.test(inner)) break;
      const marked = withMark(mark, inner);
      if (marked !== mark) closed = next + match[0].length;
      mark = marked;
      next += match[0].length;
    }
    codePart.lastIndex = next;
    const part = codePart.exec(text);
    if (part) next = closed = next + part[0].length;
    link.lastIndex = next;
    return { at: next + (link.exec(text)?.[0].length ?? 0), closed, mark };
  }

  #places(law: CitedLaw, start: number, at: number, aloneEnd: number | null): number {
    const spans = readPlaces(this.#folded.text, at);
    this.#group += 1;
    if (spans.length === 0) {
      if (aloneEnd !== null) this.#push(law, nowhere, start, aloneEnd);
      return aloneEnd ?? at;
    }
    spans.forEach((span, index) => {
      const isFirst = index === 0 || span.startsAt === spans[0]?.startsAt;
      this.#push(law, span.place, isFirst ? start : span.startsAt, span.endsAt);
    });
    return spans.at(-1)?.endsAt ?? at;
  }

  /** 该法, 同法, 本法 (of a law whose text this is, or named in the same passage), 其实施条例. */
  #backward(back: string, kind: string, start: number, end: number): number {
    const at = this.#afterTitle(end, noMark).at;
    if (back === '本' && this.#home) {
      const { law } = this.#home;
      return this.#places(
        { name: law.citeTitle, laws: [law], mark: noMark, at: start },
        start,
        at,
        null,
      );
    }
    const last = this.#last;
    if (!last || start - last.at > 600) return end;
    if (kind === '实施条例') {
      const laws = this.#names.named(`${titleOf(last)}实施条例`);
      return this.#places(
        { ...last, name: `${titleOf(last)}实施条例`, laws, mark: noMark },
        start,
        at,
        null,
      );
    }
    const fits =
      titleOf(last)
        .replace(/\([^()]*\)$/u, '')
        .endsWith(kind) ||
      (kind === '法' && titleOf(last).endsWith('典'));
    // 本办法 in a paper is the paper itself.
    if (!fits || (back === '本' && (kind !== '法' || start - last.at > 200))) return end;
    return this.#places({ ...last, at: last.at }, start, at, null);
  }

  /** 该条第二款: of the article cited last. */
  #sameArticle(start: number, end: number): number {
    const last = this.#mentions.at(-1);
    if (!last || last.place.article === null || start - last.foldedEnd > 120) return end;
    const spans = readPlaces(
      `第${String(last.place.article)}条${this.#folded.text.slice(end, end + 60)}`,
      0,
    );
    const shift = end - `第${String(last.place.article)}条`.length;
    this.#group += 1;
    for (const span of spans)
      this.#push(
        { name: last.name, laws: last.laws, mark: last.mark, at: start },
        { ...span.place, branch: last.place.branch },
        start,
        span.endsAt + shift,
      );
    return Math.max(end, (spans.at(-1)?.endsAt ?? 0) + shift);
  }

  /** 前款, 前条, 本条第一款, and 第五条 alone in a law's own text. */
  #relative(word: string, start: number, end: number): number {
    const home = this.#home;
    if (!home) return end;
    const law = { name: home.law.citeTitle, laws: [home.law], mark: noMark, at: start };
    this.#group += 1;
    if (word === '前款') {
      if (home.paragraph === null || home.paragraph < 2) return end;
      this.#push(
        law,
        { ...nowhere, article: home.article, paragraph: home.paragraph - 1 },
        start,
        end,
      );
      return end;
    }
    const article = word === '前条' ? home.article - 1 : home.article;
    const text = `第${String(article)}条`;
    const spans = readPlaces(`${text}${this.#folded.text.slice(end, end + 60)}`, 0);
    for (const span of spans) this.#push(law, span.place, start, span.endsAt + end - text.length);
    return Math.max(end, (spans.at(-1)?.endsAt ?? 0) + end - text.length);
  }

  #push(law: CitedLaw, place: CitedPlace, from: number, to: number): void {
    const start = toOriginal(this.#folded, from);
    const end = toOriginalEnd(this.#folded, to);
    this.#mentions.push({
      start,
      end,
      quote: this.#original.slice(start, end),
      name: law.name,
      laws: law.laws,
      mark: law.mark,
      place,
      foldedStart: from,
      foldedEnd: to,
      group: this.#group,
    });
  }
}

function titleOf(law: { readonly name: string; readonly laws: readonly NamedLaw[] }): string {
  return law.laws.length === 1 ? (law.laws[0]?.citeTitle ?? law.name) : law.name;
}
