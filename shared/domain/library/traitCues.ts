import { type Folded, fold, toOriginal, toOriginalEnd } from '../text/fold.ts';
import type { TraitCues } from './libraryFile.ts';
import { withoutStretches } from '../text/passedOver.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Stretch } from '../text/text.ts';

/** A page or block in which cues are looked for: its text of record and the folded form of it. */
export interface CuePart {
  readonly versionId: string;
  readonly documentTitle: string;
  readonly page: number | null;
  readonly blockPath: string | null;
  readonly text: string;
  readonly folded: Folded;
  /** Of text around a page end (`seamsOf`): the offset into the folded text that a cue must span. */
  readonly seam?: number;
}

/** What suggests a trait, word for word. `quote` is exact text of record, one sentence of at most 120 UTF-16 units. */
export interface CuePassage {
  readonly versionId: string;
  readonly documentTitle: string;
  readonly page: number | null;
  readonly blockPath: string | null;
  readonly quote: string;
  readonly term: string;
}

/** A proposal to answer a trait with yes; only the lawyer answers it. */
export interface CuedTrait {
  readonly traitId: string;
  readonly strength: 'strong' | 'weak';
  /** All cue words found, strong ones first. */
  readonly terms: string[];
  readonly passages: CuePassage[];
}

/** UTF-16 units on each side of a page end: room for a sentence and its denial. */
const SEAM_REACH = 200;

/**
 * The text around every page end as it is read, without header and footer, so that a cue that is cut in two there is found;
 * its quote names the page on which it begins. Pages are all of one document, in order.
 */
export function seamsOf(
  pages: readonly (Omit<CuePart, 'folded'> & {
    readonly furniture?: readonly Stretch[] | undefined;
  })[],
): CuePart[] {
  return pages.slice(0, -1).flatMap(({ furniture, ...page }, index): CuePart[] => {
    const next = pages[index + 1];
    const before = withoutStretches(page.text, furniture).trimEnd().slice(-SEAM_REACH);
    const after = withoutStretches(next?.text ?? '', next?.furniture)
      .trimStart()
      .slice(0, SEAM_REACH);
    if (before === '' || after === '') return [];
    const text = `${before}\n${after}`;
    return [{ ...page, text, folded: fold(text), seam: fold(before).text.length }];
  });
}

const MAX_PASSAGES = 5;
const MAX_QUOTE = 120;
const WEAK_TERMS_NEEDED = 2;
/** A denial speaks for what follows it up to the next comma or full stop, through 、 of an enumeration. */
const DENIAL =
  /(?:(?:不|未|没有|不再|无需|无须|不需要)(?:涉及|包含|包括|含有|含|采用|使用|属于|存在|处理|收集|采集|涉)[^,。;:!?]{0,16}|[非无])$/u;
const DENIAL_REACH = 24;
/** An answer of a form (是否涉及国家秘密：否) denies what stands before it. */
const ANSWERED_NO = /^[^,。;:!?]{0,6}:(?:否|无|没有|不涉及|不适用)(?:$|[,。;!?、)])/u;
const ANSWER_REACH = 14;

interface Hit {
  readonly term: string;
  readonly part: CuePart;
  /** Offsets into the folded text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Proposes traits whose cues stand in the documents: one strong word, or two different weak ones. Latin letters and digits
 * at a word's edge match on word borders only; a place that denies it (不涉及国家秘密) does not count.
 */
export function suggestTraits(
  traits: readonly { readonly id: string; readonly cues: TraitCues }[],
  parts: readonly CuePart[],
): CuedTrait[] {
  const suggestions: CuedTrait[] = [];
  for (const { id, cues } of traits) {
    const strong = hitsOf(cues.strong, parts);
    const weak = hitsOf(cues.weak, parts);
    const strongTerms = termsOf(strong);
    const weakTerms = termsOf(weak);
    if (strongTerms.length === 0 && weakTerms.length < WEAK_TERMS_NEEDED) continue;
    suggestions.push({
      traitId: id,
      strength: strongTerms.length > 0 ? 'strong' : 'weak',
      terms: [...strongTerms, ...weakTerms],
      passages: pickPassages([...strong, ...weak]),
    });
  }
  return suggestions;
}

function termsOf(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map((hit) => hit.term))];
}

/** The first place of each term in each part. */
function hitsOf(terms: readonly string[], parts: readonly CuePart[]): Hit[] {
  const hits: Hit[] = [];
  for (const term of terms) {
    const word = fold(term).text;
    for (const part of parts) {
      const start = findAffirmed(part.folded.text, word, part.seam);
      if (start >= 0) hits.push({ term, part, start, end: start + word.length });
    }
  }
  return hits;
}

/** Offset of the first occurrence that stands on word borders, spans the seam if there is one, and is not denied; -1 where there is none. */
function findAffirmed(text: string, word: string, seam: number | undefined): number {
  const spans = (at: number): boolean =>
    seam === undefined || (at < seam && at + word.length > seam);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (spans(at) && isWhole(text, at, word) && !isDenied(text, at, at + word.length)) return at;
  return -1;
}

function isDenied(text: string, start: number, end: number): boolean {
  return (
    DENIAL.test(text.slice(Math.max(0, start - DENIAL_REACH), start)) ||
    ANSWERED_NO.test(text.slice(end, end + ANSWER_REACH))
  );
}

function isWhole(text: string, at: number, word: string): boolean {
  const startsInside = isLatin(word.at(0)) && isLatin(text.at(Math.max(0, at - 1))) && at > 0;
  const endsInside = isLatin(word.at(-1)) && isLatin(text[at + word.length]);
  return !startsInside && !endsInside;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}

/** At most five passages: documents take turns, and in each document new words come before repeated ones. */
function pickPassages(hits: readonly Hit[]): CuePassage[] {
  const byDocument = new Map<string, Hit[]>();
  for (const hit of newWordsFirst(hits)) {
    const queue = byDocument.get(hit.part.versionId) ?? [];
    queue.push(hit);
    byDocument.set(hit.part.versionId, queue);
  }
  const queues = [...byDocument.values()];
  const picked: CuePassage[] = [];
  const quotes = new Set<string>();
  while (picked.length < MAX_PASSAGES && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const passage = nextPassage(queue, quotes);
      if (passage && picked.length < MAX_PASSAGES) picked.push(passage);
    }
  }
  return picked;
}

function newWordsFirst(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  const fresh: Hit[] = [];
  const repeated: Hit[] = [];
  for (const hit of hits) {
    const key = `${hit.part.versionId} ${hit.term}`;
    (seen.has(key) ? repeated : fresh).push(hit);
    seen.add(key);
  }
  return [...fresh, ...repeated];
}

/** Takes hits off the queue until one gives a sentence that is not shown yet. */
function nextPassage(queue: Hit[], quotes: Set<string>): CuePassage | null {
  for (let hit = queue.shift(); hit; hit = queue.shift()) {
    const { versionId, documentTitle, page, blockPath, text, folded } = hit.part;
    const start = toOriginal(folded, hit.start);
    const end = toOriginalEnd(folded, hit.end);
    const quote = sentenceAround(text, start, end, MAX_QUOTE);
    if (quotes.has(quote)) continue;
    quotes.add(quote);
    return { versionId, documentTitle, page, blockPath, quote, term: hit.term };
  }
  return null;
}
