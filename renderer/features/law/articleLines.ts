import { fold, toOriginal, toOriginalEnd } from '#shared/domain/fold.ts';
import type { ArticleWithLabel } from '#shared/domain/statuteReport.ts';
import { itemText } from '#shared/domain/statuteText.ts';
import type { z } from 'zod';

export type ReadArticle = z.infer<typeof ArticleWithLabel>;

/** A line of an article as it is set: a 款, an 项 or a 目. */
export interface ArticleLine {
  readonly text: string;
  /** Index of its 款. */
  readonly paragraph: number;
  /** 0 for a 款, 1 for an 项, 2 for a 目. */
  readonly depth: 0 | 1 | 2;
}

/** A stretch of a line, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The address of an article within its version: `23`, with a 之 number `120-1`. */
export function articleKey(article: { readonly number: number; readonly branch: number }): string {
  return article.branch === 0 ? String(article.number) : `${article.number}-${article.branch}`;
}

export function linesOf(article: Pick<ReadArticle, 'paragraphs'>): ArticleLine[] {
  return article.paragraphs.flatMap((paragraph, index): ArticleLine[] => [
    { text: paragraph.text, paragraph: index, depth: 0 },
    ...paragraph.items.flatMap((item) =>
      itemText(item)
        .split('\n')
        .map((text, line): ArticleLine => ({ text, paragraph: index, depth: line === 0 ? 1 : 2 })),
    ),
  ]);
}

/** Where what is searched stands in a line, whatever the width of its letters and spaces. `asked` is folded. */
export function hitsIn(text: string, asked: string): Span[] {
  if (asked === '') return [];
  const folded = fold(text);
  const hits: Span[] = [];
  for (let at = folded.text.indexOf(asked); at !== -1; at = folded.text.indexOf(asked, at + 1)) {
    hits.push({ start: toOriginal(folded, at), end: toOriginalEnd(folded, at + asked.length) });
    at += asked.length - 1;
  }
  return hits;
}

/** A hit of the search, in the order of the text. */
export interface Hit {
  readonly article: string;
  readonly line: number;
  readonly span: Span;
}

export function searchArticles(articles: readonly ReadArticle[], typed: string): Hit[] {
  const asked = fold(typed).text;
  if (asked === '') return [];
  return articles.flatMap((article) => [
    ...(article.label.includes(asked)
      ? [{ article: articleKey(article), line: -1, span: { start: 0, end: 0 } }]
      : []),
    ...linesOf(article).flatMap(({ text }, line) =>
      hitsIn(text, asked).map((span) => ({ article: articleKey(article), line, span })),
    ),
  ]);
}

/** A piece of a line in which nothing changes. */
export interface LineSegment<L> {
  readonly text: string;
  readonly start: number;
  readonly link: L | null;
  readonly isHit: boolean;
}

/** Cuts a line at every edge of a link or a hit. */
export function segmentLine<L extends Span>(
  text: string,
  links: readonly L[],
  hits: readonly Span[],
): LineSegment<L>[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...links, ...hits]) edges.add(start).add(end);
  const cuts = [...edges].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covers = (span: Span): boolean => span.start <= start && span.end >= end;
    return {
      text: text.slice(start, end),
      start,
      link: links.find(covers) ?? null,
      isHit: hits.some(covers),
    };
  });
}
