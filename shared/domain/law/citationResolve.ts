import type { CitationMention } from './citationGrammar.ts';
import {
  type CitationContext,
  currentVersion,
  heldOn,
  heldVersions,
  knownMoves,
} from './citationContext.ts';
import type { CitedPlace } from './citationPlaces.ts';
import type { NamedLaw } from './lawNames.ts';
import type { VersionMark } from './versionMark.ts';
import { toChineseNumeral } from './citation.ts';
import {
  articleLabel,
  articleText,
  itemText,
  paragraphText,
  type StatuteArticle,
} from './statuteText.ts';
import type { HeldVersion } from './statuteVersion.ts';

/** What a citation was held against: the text of the version, the catalogue's range of articles, or nothing but the name. */
export type Against = 'text' | 'range' | 'title';

/** A citation resolved, or the reason why it is not. Ambiguity and an unknown law are answers, never guesses. */
export type Resolution =
  | {
      readonly kind: 'resolved';
      readonly law: NamedLaw;
      readonly version: string | null;
      readonly place: CitedPlace;
      readonly against: Against;
      /** Words of the cited place where the text is held. */
      readonly text: string | null;
    }
  | {
      readonly kind: 'nonexistent';
      readonly law: NamedLaw;
      readonly version: string | null;
      readonly level: 'article' | 'paragraph' | 'item';
      readonly against: Against;
    }
  | { readonly kind: 'ambiguous'; readonly laws: readonly NamedLaw[] }
  | { readonly kind: 'unknown-law'; readonly name: string }
  | { readonly kind: 'repealed' | 'not-issued'; readonly law: NamedLaw };

/** Resolves a citation to law, version, article, paragraph and item as of the context's day, or the version it names. */
export function resolveCitation(
  mention: Pick<CitationMention, 'name' | 'laws' | 'mark' | 'place'>,
  context: CitationContext,
): Resolution {
  if (mention.laws.length === 0) return { kind: 'unknown-law', name: mention.name };
  const law = chooseLaw(mention.laws, mention.place.article);
  if (law === null) return { kind: 'ambiguous', laws: mention.laws };
  if (law.isRepealed) return { kind: 'repealed', law };
  const status = law.code === null ? null : context.instruments.get(law.code)?.status;
  if (status === 'not-issued' && !mention.mark.isDraft) return { kind: 'not-issued', law };
  return placeIn(law, mention.place, mention.mark, context);
}

/** A code's parts share a name: the article tells which is meant; the whole code where no part has it. */
function chooseLaw(laws: readonly NamedLaw[], article: number | null): NamedLaw | null {
  const [only] = laws;
  if (laws.length === 1) return only ?? null;
  const whole = laws.find((law) => law.code === null);
  if (article === null) return whole ?? null;
  const having = laws.filter(
    ({ articles }) => articles !== null && article >= articles[0] && article <= articles[1],
  );
  const part = having.filter((law) => law !== whole);
  if (part.length === 1) return part[0] ?? null;
  return part.length > 1 ? null : (whole ?? null);
}

function placeIn(
  law: NamedLaw,
  place: CitedPlace,
  mark: VersionMark,
  context: CitationContext,
): Resolution {
  const versions = heldVersions(context, law);
  const named = mark.year === null ? null : versionNamed(versions, mark.year);
  const current = currentVersion(context, law);
  const inForce = heldOn(versions, context.day);
  // A text older than the version in force proves nothing about it.
  const held = named ?? (inForce && inForce.version.versionDate === current ? inForce : null);
  if (place.article === null) {
    return {
      kind: 'resolved',
      law,
      version: held?.version.versionDate ?? current,
      place,
      against: 'title',
      text: null,
    };
  }
  if (held) return placeInText(law, place, held);
  const range = rangeOf(law, mark, context);
  const last = place.through ?? place.article;
  const isInside = range === null || (place.article >= range[0] && last <= range[1]);
  if (!isInside)
    return { kind: 'nonexistent', law, version: current, level: 'article', against: 'range' };
  return {
    kind: 'resolved',
    law,
    version: current,
    place,
    against: range === null ? 'title' : 'range',
    text: null,
  };
}

function rangeOf(
  law: NamedLaw,
  mark: VersionMark,
  context: CitationContext,
): readonly [number, number] | null {
  const moves = knownMoves(context, law.code);
  const isOlder =
    mark.year !== null && moves !== null && moves.fromVersion.startsWith(String(mark.year));
  if (isOlder)
    return moves.isWhole ? [1, moves.moves.filter(({ from }) => from !== null).length] : null;
  // Another year's version may have had other numbers.
  const isThisVersion =
    mark.year === null || (currentVersion(context, law) ?? '').startsWith(String(mark.year));
  return isThisVersion ? law.articles : null;
}

/** The held version of a year: of its own date, or of the day it took effect. */
export function versionNamed(versions: readonly HeldVersion[], year: number): HeldVersion | null {
  const text = String(year);
  return (
    versions.filter(({ version }) => version.versionDate.startsWith(text)).at(-1) ??
    versions.filter(({ version }) => version.effectiveFrom?.startsWith(text)).at(-1) ??
    null
  );
}

function placeInText(law: NamedLaw, place: CitedPlace, held: HeldVersion): Resolution {
  const version = held.version.versionDate;
  const lacking = (level: 'article' | 'paragraph' | 'item'): Resolution => ({
    kind: 'nonexistent',
    law,
    version,
    level,
    against: 'text',
  });
  const article = articleIn(held.articles, place.article, place.branch);
  const last = place.through === null ? article : articleIn(held.articles, place.through, 0);
  if (!article || !last) return lacking('article');
  const text = textAt(article, place, held.hasParagraphs);
  if (text === 'paragraph' || text === 'item') return lacking(text);
  return {
    kind: 'resolved',
    law,
    version,
    place,
    against: text === null ? 'range' : 'text',
    text: text?.words ?? null,
  };
}

export function articleIn(
  articles: readonly StatuteArticle[],
  number: number | null,
  branch: number,
): StatuteArticle | null {
  return articles.find((one) => one.number === number && one.branch === branch) ?? null;
}

/**
 * The words at a place of an article. Answers the level that is lacking; null where the file's 款 cannot be counted. An
 * item without its paragraph belongs to the first paragraph that has an item of that number.
 */
export function textAt(
  article: StatuteArticle,
  place: Pick<CitedPlace, 'paragraph' | 'item' | 'subItem'>,
  hasParagraphs: boolean,
): { readonly words: string } | 'paragraph' | 'item' | null {
  const { paragraphs } = article;
  const chosen = place.paragraph === null ? null : paragraphs[place.paragraph - 1];
  if (place.paragraph !== null && !chosen) return hasParagraphs ? 'paragraph' : null;
  if (place.item === null) return { words: chosen ? paragraphText(chosen) : articleText(article) };
  const inside = chosen && hasParagraphs ? [chosen] : paragraphs;
  const item = inside.flatMap(({ items }) => items).find(({ number }) => number === place.item);
  if (!item) return 'item';
  const subItem =
    place.subItem === null ? null : item.subItems.find(({ number }) => number === place.subItem);
  if (subItem === undefined) return 'item';
  return { words: subItem === null ? itemText(item) : `${String(subItem.number)}.${subItem.text}` };
}

/** A citation in the form of the memo: 《网络安全法》第二十三条第一款第（三）项. */
export function citeText(law: NamedLaw, place: Omit<CitedPlace, 'subItem'>): string {
  const parts = [`《${law.citeTitle}》`];
  if (place.article !== null) parts.push(articleLabel(place.article, place.branch));
  if (place.through !== null) parts.push(`至${articleLabel(place.through)}`);
  if (place.paragraph !== null) parts.push(`第${toChineseNumeral(place.paragraph)}款`);
  if (place.item !== null) parts.push(`第（${toChineseNumeral(place.item)}）项`);
  return parts.join('');
}
