import { articleIn } from '#shared/domain/law/citationResolve.ts';
import type { ComparedArticle } from '#shared/domain/law/statuteReport.ts';
import { articleLabel, articleText, type StatuteArticle } from '#shared/domain/law/statuteText.ts';

/** A change with the words of both sides, where the texts are held. */
export function withTexts(
  change: Omit<ComparedArticle, 'oldText' | 'newText'>,
  older: readonly StatuteArticle[],
  newer: readonly StatuteArticle[],
): ComparedArticle {
  const textOf = (articles: readonly StatuteArticle[], number: number): string[] => {
    const found = articleIn(articles, number, 0);
    return found ? [`${articleLabel(number)}　${articleText(found)}`] : [];
  };
  const oldText = change.from === null ? [] : textOf(older, change.from);
  const newText = change.to.flatMap((number) => textOf(newer, number));
  return { ...change, oldText: oldText.join('\n') || null, newText: newText.join('\n') || null };
}
