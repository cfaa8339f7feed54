import { readFileSync } from 'node:fs';
import { parseChineseNumeral, type StatutePlace } from '#shared/domain/law/citation.ts';

/** A statute by article number; each article as its paragraphs, each with its items below it, blanks removed. */
export type StatuteText = ReadonlyMap<number, readonly string[]>;

const ARTICLE = /^第([零一二三四五六七八九十百千]+)条[\s\u3000]/u;
const ITEM = /^[（(][一二三四五六七八九十]+[）)]/u;

/** Reads a statute kept as text with one line a paragraph, `第…条` at the start of an article, `（一）` at that of an item. */
export function readStatute(path: string): StatuteText {
  const articles = new Map<number, string[]>();
  let paragraphs: string[] | null = null;
  for (const line of readFileSync(path, 'utf8')
    .split('\n')
    .map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const number = parseChineseNumeral(ARTICLE.exec(line)?.[1] ?? '');
    if (number !== null) {
      paragraphs = [];
      articles.set(number, paragraphs);
    }
    if (!paragraphs) continue;
    const text = line.replaceAll(/\s/g, '');
    const last = paragraphs.length - 1;
    if (ITEM.test(line) && last >= 0) paragraphs[last] = `${paragraphs[last] ?? ''}\n${text}`;
    else paragraphs.push(text);
  }
  return articles;
}

/** The text at a place; an item alone belongs to the first paragraph that has items. Null where there is none. */
export function textAt(statute: StatuteText, place: StatutePlace): string | null {
  const paragraphs = statute.get(place.article ?? 0);
  if (!paragraphs) return null;
  const inside = place.paragraph === null ? paragraphs : [paragraphs[place.paragraph - 1] ?? ''];
  if (place.item === null) return inside.join('\n');
  const lines = inside.flatMap((paragraph) => paragraph.split('\n').slice(1));
  const marker = place.item;
  return (
    lines.find((line) => {
      const numeral = /^[（(]([^）)]+)[）)]/u.exec(line)?.[1] ?? '';
      return parseChineseNumeral(numeral) === marker;
    }) ?? null
  );
}
