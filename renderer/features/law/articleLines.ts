import { type Folded, fold, toOriginal, toOriginalEnd } from '#shared/domain/text/fold.ts';
import type { ArticleWithLabel } from '#shared/domain/law/statuteReport.ts';
import { itemText } from '#shared/domain/law/statuteText.ts';
import type { z } from 'zod';

export type ReadArticle = z.infer<typeof ArticleWithLabel>;

/** A line of an article as it is set: a 款, an 项 or a 目. */
export interface ArticleLine {
  readonly text: string;
  /** The same as it is searched; made once, as a text never changes. */
  readonly folded: Folded;
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

const linesByArticle = new WeakMap<Pick<ReadArticle, 'paragraphs'>, readonly ArticleLine[]>();

export function linesOf(article: Pick<ReadArticle, 'paragraphs'>): readonly ArticleLine[] {
  const known = linesByArticle.get(article);
  if (known) return known;
  const lines = article.paragraphs.flatMap((paragraph, index): ArticleLine[] => [
    line(paragraph.text, index, 0),
    ...paragraph.items.flatMap((item) =>
      itemText(item)
        .split('\n')
        .map((text, at) => line(text, index, at === 0 ? 1 : 2)),
    ),
  ]);
  linesByArticle.set(article, lines);
  return lines;
}

function line(text: string, paragraph: number, depth: ArticleLine['depth']): ArticleLine {
  return { text, folded: fold(text), paragraph, depth };
}

/** Where what is searched stands in a line, whatever the width of its letters and spaces. `asked` is folded. */
export function hitsIn({ folded }: Pick<ArticleLine, 'folded'>, asked: string): Span[] {
  if (asked === '') return [];
  const hits: Span[] = [];
  let at = folded.text.indexOf(asked);
  while (at !== -1) {
    hits.push({ start: toOriginal(folded, at), end: toOriginalEnd(folded, at + asked.length) });
    at = folded.text.indexOf(asked, at + asked.length);
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
    ...linesOf(article).flatMap((one, line) =>
      hitsIn(one, asked).map((span) => ({ article: articleKey(article), line, span })),
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
