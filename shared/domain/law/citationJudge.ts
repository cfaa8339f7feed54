import { fitsMoved, plainMisfit } from './citationFit.ts';
import {
  type CitationContext,
  currentVersion,
  heldVersions,
  type KnownMoves,
} from './citationContext.ts';
import type { CitationMention } from './citationGrammar.ts';
import type { CheckedCitation, CitationReason } from './citationReport.ts';
import type { Resolution } from './citationResolve.ts';
import { type Surroundings, type TopicVerdict, topicVerdict } from './citationTopics.ts';
import { fold } from '../text/fold.ts';
import { LawHistories } from './lawHistories.ts';
import type { NamedLaw } from './lawNames.ts';
import { readNumeral } from './parseStatute.ts';
import { articleLabel } from './statuteText.ts';

/** What is to be said of a citation. */
export type CitationVerdict = Pick<CheckedCitation, 'status' | 'reason' | 'current'>;

const fine = (reason: CitationReason | null = null): CitationVerdict => ({
  status: 'ok',
  reason,
  current: null,
});

/** Decides whether a citation still stands. `titles` are the folded titles of the document. */
export class CitationJudge {
  readonly #context: CitationContext;
  readonly #titles: readonly string[];
  readonly #histories: LawHistories;

  constructor(context: CitationContext, titles: readonly string[]) {
    this.#context = context;
    this.#titles = titles;
    this.#histories = new LawHistories(context);
  }

  /** `near` are the words close by, `wide` the rest of the sentence. */
  judge(
    mention: CitationMention,
    resolution: Resolution,
    near: Surroundings,
    wide: Surroundings,
  ): CitationVerdict {
    if (mention.mark.isDraft) return fine('draft');
    switch (resolution.kind) {
      case 'unknown-law':
        return { status: 'unknown-law', reason: 'not-in-catalogue', current: null };
      case 'repealed':
        if (mention.mark.isFormer) return fine('former-named');
        return { status: 'unknown-law', reason: 'repealed', current: resolution.law.replacedBy };
      case 'not-issued':
        return { status: 'unknown-law', reason: 'not-issued', current: null };
      case 'ambiguous':
        return fine('ambiguous');
      case 'nonexistent':
        return this.#missing(mention, resolution);
      case 'resolved':
        return this.#judgeResolved(mention, resolution.law, near, wide);
      default:
        return assertNever(resolution);
    }
  }

  /** An article that the law does not have: stale where the older version had it. */
  #missing(
    mention: CitationMention,
    { law, level }: Extract<Resolution, { kind: 'nonexistent' }>,
  ): CitationVerdict {
    const { article } = mention.place;
    const move =
      level === 'article'
        ? this.#histories.movesOf(law)?.moves.find((one) => one.from === article)
        : undefined;
    if (move) return { status: 'stale', reason: 'article-deleted', current: citeOf(law, move.to) };
    if (level !== 'article' && this.#histories.placeIsOlder(mention, law)) {
      return { status: 'stale', reason: 'topic-moved', current: this.#movedTo(mention, law) };
    }
    return { status: 'nonexistent', reason: `${level}-missing`, current: null };
  }

  #judgeResolved(
    mention: CitationMention,
    law: NamedLaw,
    near: Surroundings,
    wide: Surroundings,
  ): CitationVerdict {
    if (mention.mark.isFormer) return fine('former-named');
    const version = currentVersion(this.#context, law);
    if (this.#namesOlder(mention, law, version)) {
      const current =
        mention.place.article === null ? citeOf(law, []) : this.#movedTo(mention, law);
      return { status: 'stale', reason: 'older-version-named', current };
    }
    const isCurrentNamed =
      mention.mark.year !== null && version?.startsWith(String(mention.mark.year)) === true;
    if (mention.place.article === null || isCurrentNamed) return fine();
    return this.#judgeTopic(mention, law, near, wide);
  }

  /** The document names a year or an order that is not that of the version in force. */
  #namesOlder({ mark }: CitationMention, law: NamedLaw, version: string | null): boolean {
    const instrument = law.code === null ? undefined : this.#context.instruments.get(law.code);
    if (!instrument || version === null || instrument.latestAmendment === null) return false;
    if (isOtherOrder(mark.documentNumber, instrument.documentNumber)) return true;
    if (mark.year === null || mark.year >= Number(version.slice(0, 4))) return false;
    return (
      instrument.effective === null ||
      !instrument.effective.startsWith(String(mark.year)) ||
      instrument.amendmentEffective !== null
    );
  }

  #movedTo(mention: CitationMention, law: NamedLaw): string | null {
    const { article, through } = mention.place;
    const moves = this.#histories.movesOf(law)?.moves ?? [];
    const to = moves
      .filter(
        ({ from }) =>
          from !== null && article !== null && from >= article && from <= (through ?? article),
      )
      .flatMap((move) => move.to);
    return to.length > 0 ? citeOf(law, to) : null;
  }

  #judgeTopic(
    mention: CitationMention,
    law: NamedLaw,
    near: Surroundings,
    wide: Surroundings,
  ): CitationVerdict {
    const article = mention.place.article ?? 0;
    const moves = this.#histories.movesOf(law);
    const through = mention.place.through ?? article;
    const isOnlyNew =
      this.#histories.olderArticle(law, article) !== null &&
      this.#histories.placeIsOlder(mention, law) === false;
    const topic = moves && !isOnlyNew ? topicOf(moves, article, near, wide, this.#titles) : 'newer';
    if (moves && topic === 'older' && this.#fitAllows(law, wide, article, moves)) {
      return { status: 'stale', reason: 'topic-moved', current: this.#movedTo(mention, law) };
    }
    if (topic === 'older' || through !== article) return fine();
    if (moves?.isWhole === true)
      return topic === 'open' ? this.#judgeByText(mention, law, wide, moves) : fine();
    const elsewhere =
      topic === 'newer' && moves && hasHint(moves, article)
        ? null
        : this.#misfit(law, wide, article);
    if (elsewhere !== null)
      return { status: 'stale', reason: 'topic-elsewhere', current: citeOf(law, [elsewhere]) };
    return fine();
  }

  /** Hints are silent: the text decides, where it is held and decides clearly. */
  #judgeByText(
    mention: CitationMention,
    law: NamedLaw,
    wide: Surroundings,
    moves: KnownMoves,
  ): CitationVerdict {
    const article = mention.place.article ?? 0;
    const topics = this.#histories.topicsOf(law);
    const move = moves.moves.find(({ from }) => from === article);
    if (!topics || !move || !fitsMoved(topics, wide, article, move.to)) return fine('version-open');
    return { status: 'stale', reason: 'topic-moved', current: this.#movedTo(mention, law) };
  }

  /** Where the text is held it has a say: words that plainly suit the cited article keep a hint from speaking against it. */
  #fitAllows(law: NamedLaw, near: Surroundings, article: number, moves: KnownMoves): boolean {
    const fit = this.#histories.topicsOf(law)?.fit(near, article);
    if (!fit?.best) return true;
    const moved = moves.moves.find((move) => move.from === article)?.to ?? [];
    return !(fit.best.number === article && fit.cited >= 0.6 && !moved.includes(article));
  }

  /** Only a law that was amended can have been cited rightly under another number. */
  #misfit(law: NamedLaw, near: Surroundings, article: number): number | null {
    const instrument = law.code === null ? undefined : this.#context.instruments.get(law.code);
    const isAmended =
      instrument?.latestAmendment != null || heldVersions(this.#context, law).length > 1;
    const topics = isAmended ? this.#histories.topicsOf(law) : null;
    return topics ? plainMisfit(article, topics.fit(near, article)) : null;
  }
}

/** By the words close by; where they are silent, by those of the whole sentence. */
function topicOf(
  moves: KnownMoves,
  article: number,
  near: Surroundings,
  wide: Surroundings,
  titles: readonly string[],
): TopicVerdict {
  const close = topicVerdict(moves, article, near, []);
  return close === 'open' ? topicVerdict(moves, article, wide, titles) : close;
}

/**
 * Whether two orders of the same issuer have different numbers. The catalogue may hold that of the first version, which an
 * amendment (unlike a 修订) does not change; then the numbers agree.
 */
function isOtherOrder(cited: string | null, own: string | null): boolean {
  const parts = (text: string): readonly [string, number | null] => {
    const match = /([^\d\s]{2,3}?)令(?:\d{4}年)?第?([\d〇零一二三四五六七八九十百]+)号/u.exec(
      fold(text).text,
    );
    return [match?.[1] ?? '', readNumeral(match?.[2] ?? '')];
  };
  if (cited === null || own === null) return false;
  const [[issuer, number], [ownIssuer, ownNumber]] = [parts(cited), parts(own)];
  return issuer === ownIssuer && number !== null && ownNumber !== null && number !== ownNumber;
}

function hasHint(moves: KnownMoves, article: number): boolean {
  return moves.moves.some(
    (move) => (move.from === article || move.to.includes(article)) && move.topicHints.length > 0,
  );
}

/** 《网络安全法》第二十三条、第二十七条 */
function citeOf(law: NamedLaw, articles: readonly number[]): string {
  const sorted = [...new Set(articles)].sort((a, b) => a - b);
  return `《${law.citeTitle}》${sorted.map((number) => articleLabel(number)).join('、')}`;
}

function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
