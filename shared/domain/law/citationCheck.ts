import { type CitationMention, citationsInFolded } from './citationGrammar.ts';
import type { CitationContext } from './citationContext.ts';
import { CitationJudge, type CitationVerdict } from './citationJudge.ts';
import type { CheckedCitation } from './citationReport.ts';
import { type Resolution, resolveCitation } from './citationResolve.ts';
import { sentenceAround, surroundingsOf } from './citationTopics.ts';
import { fold, type Folded } from '../text/fold.ts';
import { type ObsoleteHit, obsoleteHits } from './obsoleteReferences.ts';

interface CheckedPart {
  readonly text: string;
}

/**
 * Checks every citation of law in a document as of the context's day. A finding here is a suggestion: the same number
 * stands for other words in another version, so nothing is ever replaced. `titles` is what the document calls itself.
 */
export function checkCitations(
  parts: readonly CheckedPart[],
  context: CitationContext,
  titles: readonly string[] = [],
): CheckedCitation[] {
  const checker = new CitationChecker(context, titles.map(plainTitle));
  return parts.flatMap(({ text }, part) => checker.check(part, text));
}

/** Lines of a document's beginning that are short enough to be what it calls itself, after its file's name. */
export function titlesOf(fileName: string, parts: readonly CheckedPart[]): string[] {
  const lines = parts.slice(0, 10).flatMap(({ text }) => text.slice(0, 400).split('\n'));
  const short = lines.map((line) => line.trim()).filter((line) => line !== '' && line.length <= 40);
  return [fileName.replace(/\.[a-z0-9]{1,5}$/iu, ''), ...short.slice(0, 3)];
}

/** Without what names the edition: （2026年修订）, _v2. */
function plainTitle(title: string): string {
  return fold(title).text.replace(
    /(?:\([^()]*\)|[_\s-]*(?:v\d+|\d+|终稿|定稿|修订稿|送审稿))+$/u,
    '',
  );
}

class CitationChecker {
  readonly #context: CitationContext;
  readonly #judge: CitationJudge;

  constructor(context: CitationContext, titles: readonly string[]) {
    this.#context = context;
    this.#judge = new CitationJudge(context, titles);
  }

  check(part: number, text: string): CheckedCitation[] {
    const folded = fold(text);
    const mentions = citationsInFolded(folded, text, this.#context.names);
    const obsolete = obsoleteHits(folded, text, this.#context.renumbering.obsoleteReferences);
    const checked = mentions.map((mention, index) => {
      const hit = obsolete.find(
        (one) => one.foldedStart < mention.foldedEnd && mention.foldedStart < one.foldedEnd,
      );
      return this.#checkOne(part, folded, mentions, index, hit ?? null);
    });
    const alone = obsolete.filter(
      (hit) =>
        !mentions.some((one) => hit.foldedStart < one.foldedEnd && one.foldedStart < hit.foldedEnd),
    );
    const reported = checked.filter((one) => one !== null);
    return [...reported, ...alone.map((hit) => obsoleteCitation(part, hit))].sort(
      (a, b) => a.start - b.start,
    );
  }

  #checkOne(
    part: number,
    folded: Folded,
    mentions: readonly CitationMention[],
    index: number,
    hit: ObsoleteHit | null,
  ): CheckedCitation | null {
    const mention = mentions[index];
    if (!mention) return null;
    const resolution = resolveCitation(mention, this.#context);
    const isListed = hit !== null && !mention.mark.isFormer;
    // A title alone that nobody knows may be a paper of the bureau; only a national law by that name would be known.
    if (
      resolution.kind === 'unknown-law' &&
      mention.place.article === null &&
      !hit &&
      !isNationalLawName(mention.name)
    )
      return null;
    const near = surroundingsOf(folded.text, mentions, index);
    const wide = sentenceAround(folded.text, mentions, index);
    const verdict = isListed
      ? obsoleteVerdict(hit, resolution)
      : this.#judge.judge(mention, resolution, near, wide);
    const law = 'law' in resolution ? resolution.law : null;
    const { start, end, quote, place } = mention;
    return {
      part,
      start,
      end,
      quote,
      law: law?.citeTitle ?? mention.name,
      lawCode: law?.code ?? null,
      article: place.article,
      through: place.through,
      paragraph: place.paragraph,
      item: place.item,
      ...verdict,
      version: 'version' in resolution ? resolution.version : null,
      against: 'against' in resolution ? resolution.against : null,
      remark: isListed ? hit.explain : null,
    };
  }
}

function isNationalLawName(name: string): boolean {
  return /[^办方]法$/u.test(name) && name.length >= 4;
}

function obsoleteVerdict(hit: ObsoleteHit, resolution: Resolution): CitationVerdict {
  const replaced = resolution.kind === 'repealed' ? resolution.law.replacedBy : null;
  const reason =
    resolution.kind === 'repealed' || resolution.kind === 'not-issued'
      ? resolution.kind
      : 'obsolete';
  // The law itself is in force: what is gone is the version that the document means.
  const status = resolution.kind === 'resolved' ? 'stale' : 'unknown-law';
  return { status, reason, current: hit.replaceWith ?? replaced };
}

function obsoleteCitation(part: number, hit: ObsoleteHit): CheckedCitation {
  return {
    part,
    start: hit.start,
    end: hit.end,
    quote: hit.quote,
    law: hit.quote.replace(/[《》]/gu, ''),
    lawCode: null,
    article: null,
    through: null,
    paragraph: null,
    item: null,
    status: 'unknown-law',
    reason: 'obsolete',
    current: hit.replaceWith,
    version: null,
    against: null,
    remark: hit.explain,
  };
}
