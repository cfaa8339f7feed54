import { parseChineseNumeral, parseCitation, toChineseNumeral } from './citation.ts';
import { fold } from '../text/fold.ts';
import { StatuteDivision } from './statuteText.ts';

/** A law's title as citations name it where the catalogue says nothing else: without 中华人民共和国. */
export function shortLawTitle(title: string): string {
  return title.replace(/^中华人民共和国/u, '');
}

const citing = /第[零一二三四五六七八九十百千\d]+条|前条|《/u;

/** Whether a text may cite an article or another law at all; most articles do not, and need no parsing. */
export function mayCite(text: string): boolean {
  return citing.test(text);
}

/** How deep a division stands: 0 for 编, 3 for 节. */
export function divisionDepth(rank: StatuteDivision['rank']): number {
  return StatuteDivision.shape.rank.options.indexOf(rank);
}

/**
 * Splits what a lawyer types for a citation into the law and the article number, where both are there: `网安法 23` →
 * 网安法, 23. Chinese numerals and 第…条 are left to the citation grammar.
 */
export function splitTyped(typed: string): {
  readonly law: string;
  readonly article: number | null;
} {
  const match = /^(.*?)\s*第?\s*(\d{1,4})条?$/u.exec(fold(typed).text);
  if (!match) return { law: typed.trim().replace(/第$/u, ''), article: null };
  return { law: (match[1] ?? '').trim(), article: Number(match[2]) };
}

/** What the citation grammar reads for a law and an article number that were typed apart: `网安法第二十三条`. */
export function spelledOut(law: string, article: number): string {
  const isNumeral = article >= 1 && article <= 9999;
  return isNumeral ? `${law}第${toChineseNumeral(article)}条` : law;
}

/** Whether the letters typed stand in a title in their order: 网安法 in 网络安全法. Compared folded. */
export function abbreviates(typed: string, title: string): boolean {
  const letters = [...fold(typed).text.replace(/[《》\s]/gu, '')];
  const hay = fold(title).text;
  let at = -1;
  return letters.every((letter) => {
    at = hay.indexOf(letter, at + 1);
    return at !== -1;
  });
}

const branchMark = /条之([一二三四五六七八九十]{1,3})/u;

/**
 * The law and the article that a citation in the memo's form names; `branch` is its 之 number, 0 for none. A standard stands
 * without 《》 and names no article.
 */
export function citedPlace(cite: string): {
  readonly title: string;
  readonly article: number | null;
  readonly branch: number;
} {
  const branch = branchMark.exec(cite);
  const place = parseCitation(cite.replace(branchMark, '条'));
  return {
    title: place?.title ?? cite,
    article: place?.article ?? null,
    branch: branch ? (parseChineseNumeral(branch[1] ?? '') ?? 0) : 0,
  };
}
