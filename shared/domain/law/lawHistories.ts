import { ArticleTopics } from './citationFit.ts';
import {
  type CitationContext,
  heldOn,
  heldVersions,
  knownMoves,
  type KnownMoves,
} from './citationContext.ts';
import type { CitationMention } from './citationGrammar.ts';
import { articleIn, textAt } from './citationResolve.ts';
import type { NamedLaw } from './lawNames.ts';
import { compareStatutes } from './statuteCompare.ts';
import type { StatuteArticle } from './statuteText.ts';
import type { HeldVersion } from './statuteVersion.ts';

/** What is known of the laws that a document cites: their articles' subjects and where older articles went. */
export class LawHistories {
  readonly #context: CitationContext;
  readonly #topics = new Map<string, ArticleTopics | null>();
  readonly #moves = new Map<string, KnownMoves | null>();

  constructor(context: CitationContext) {
    this.#context = context;
  }

  /** The subjects of the articles in force; null where the text is not held. */
  topicsOf(law: NamedLaw): ArticleTopics | null {
    let topics = this.#topics.get(law.title);
    if (topics === undefined) {
      const held = heldOn(heldVersions(this.#context, law), this.#context.day);
      topics = held ? new ArticleTopics(held.articles) : null;
      this.#topics.set(law.title, topics);
    }
    return topics;
  }

  /** The curated moves where there are any; else those that two held versions show. */
  movesOf(law: NamedLaw): KnownMoves | null {
    let moves = this.#moves.get(law.title);
    if (moves === undefined) {
      moves = knownMoves(this.#context, law.code) ?? this.#comparedMoves(law);
      this.#moves.set(law.title, moves);
    }
    return moves;
  }

  /** The article of that number in the held version before the one in force. */
  olderArticle(
    law: NamedLaw,
    article: number,
  ): { readonly article: StatuteArticle; readonly held: HeldVersion } | null {
    const versions = heldVersions(this.#context, law);
    const newer = heldOn(versions, this.#context.day);
    const older = newer ? versions[versions.indexOf(newer) - 1] : undefined;
    const found = older ? articleIn(older.articles, article, 0) : null;
    return found && older ? { article: found, held: older } : null;
  }

  /**
   * Whether the older article of that number has the 款 or 项 cited; null where the citation names none or no older text is
   * held. A place that only one version has tells which was meant.
   */
  placeIsOlder({ place }: CitationMention, law: NamedLaw): boolean | null {
    const older = place.article === null ? null : this.olderArticle(law, place.article);
    if (!older || (place.paragraph === null && place.item === null)) return null;
    const found = textAt(older.article, place, older.held.hasParagraphs);
    return found !== 'paragraph' && found !== 'item';
  }

  #comparedMoves(law: NamedLaw): KnownMoves | null {
    const versions = heldVersions(this.#context, law);
    const newer = heldOn(versions, this.#context.day);
    const older = newer ? versions[versions.indexOf(newer) - 1] : undefined;
    if (!newer || !older) return null;
    const moves = compareStatutes(older.articles, newer.articles).map((one) => ({
      from: one.from,
      to: [...one.to],
      kind: one.kind,
      note: '',
      topicHints: [],
    }));
    const effective = newer.version.effectiveFrom ?? newer.version.versionDate;
    return {
      fromVersion: older.version.versionDate,
      toVersion: newer.version.versionDate,
      effective,
      isWhole: true,
      moves,
    };
  }
}
