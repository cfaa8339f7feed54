import { z } from 'zod';
import { Failure } from '../../contract/errors.ts';
import { Anchor } from '../text/anchor.ts';
import { CheckedCitation, CitationAgainst } from './citationReport.ts';
import { InstrumentStatus } from '../library/libraryFile.ts';
import { StatuteArticle, StatuteDivision, StatuteParagraph, StatuteRemark } from './statuteText.ts';
import { StatuteStanding, StatuteVersion } from './statuteVersion.ts';

/** One file of an import; `path` is as the lawyer handed it in. */
export const StatuteLine = z.strictObject({
  path: z.string(),
  status: z.enum(['added', 'duplicate', 'refused']),
  versionId: z.string().nullable(),
  lawCode: z.string().nullable(),
  title: z.string(),
  versionDate: z.string().nullable(),
  articles: z.number().int(),
  remarks: z.array(StatuteRemark),
  error: Failure.nullable(),
});
export type StatuteLine = z.infer<typeof StatuteLine>;

/** An imported version and how it stands today. `effectiveTo` is worked out from the next version where the record has none. */
export const StatuteEntry = StatuteVersion.extend({
  standing: StatuteStanding,
  /** 款 can be counted in this text. */
  hasParagraphs: z.boolean(),
  /** The file's articles are at hand; false where only the record came with a hand-off. */
  isReadable: z.boolean(),
});
export type StatuteEntry = z.infer<typeof StatuteEntry>;

/** An instrument of the catalogue and what of it is held. */
export const CatalogueEntry = z.strictObject({
  code: z.string(),
  title: z.string(),
  citeTitle: z.string(),
  hierarchy: z.string(),
  status: InstrumentStatus,
  /** Version the catalogue knows as the current one (ISO day). */
  version: z.string().nullable(),
  effectiveFrom: z.string().nullable(),
  articles: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** `superseded`: only versions are held that are no longer in force. */
  holding: z.enum(['present', 'superseded', 'missing']),
  versionIds: z.array(z.string()),
  /** Items of the bundled lists that cite it. */
  citedByItems: z.number().int(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

export const ArticleWithLabel = StatuteArticle.extend({ label: z.string(), text: z.string() });
export const StatuteReading = z.strictObject({
  version: StatuteEntry,
  divisions: z.array(StatuteDivision),
  articles: z.array(ArticleWithLabel),
  appendix: z.array(z.string()),
});
export type StatuteReading = z.infer<typeof StatuteReading>;

export const ShownArticle = z.strictObject({
  version: StatuteEntry,
  number: z.number().int(),
  branch: z.number().int(),
  label: z.string(),
  text: z.string(),
  paragraphs: z.array(StatuteParagraph),
  /** Headings above it, outermost first. */
  divisions: z.array(z.string()),
});
export type ShownArticle = z.infer<typeof ShownArticle>;

export const ComparedArticle = z.strictObject({
  from: z.number().int().nullable(),
  to: z.array(z.number().int()),
  kind: z.enum(['same', 'moved', 'changed', 'new', 'deleted']),
  /** Of the library's renumbering map (Chinese); empty where the texts were compared. */
  note: z.string(),
  oldText: z.string().nullable(),
  newText: z.string().nullable(),
});
export type ComparedArticle = z.infer<typeof ComparedArticle>;

export const StatuteComparison = z.strictObject({
  from: StatuteEntry,
  to: StatuteEntry,
  /** `map`: the library's reviewed map of exactly these versions; `texts`: worked out from the words. */
  basis: z.enum(['map', 'texts']),
  changes: z.array(ComparedArticle),
});
export type StatuteComparison = z.infer<typeof StatuteComparison>;

/** A citation in the library or in someone's work that a change of the law touches. */
export const ImpactEntry = z.strictObject({
  kind: z.enum(['item', 'finding', 'draft']),
  /** Item, finding or memo id. */
  id: z.string(),
  /** Item or finding number, memo file name. */
  label: z.string(),
  title: z.string(),
  projectId: z.string().nullable(),
  projectName: z.string().nullable(),
  /** Of an item: whether its basis or its penalty cites; null for the others. */
  part: z.enum(['basis', 'penalty']).nullable(),
  /** Of an item in a checklist in work: that draft. */
  draftId: z.string().nullable(),
  cite: z.string(),
  article: z.number().int(),
  /** Version the citation is pinned to (ISO day); null where it names none. */
  pinned: z.string().nullable(),
  /** Pinned to the older version, so that it has to be looked at; false where it already cites the newer one. */
  isOutdated: z.boolean(),
  change: ComparedArticle,
  /** What to cite in the newer version; null for a deleted article. */
  current: z.string().nullable(),
});
export type ImpactEntry = z.infer<typeof ImpactEntry>;

export const StatuteImpact = z.strictObject({
  lawCode: z.string().nullable(),
  law: z.string(),
  fromVersion: z.string(),
  toVersion: z.string(),
  basis: z.enum(['map', 'texts']),
  counts: z.record(z.enum(['same', 'moved', 'changed', 'new', 'deleted']), z.number().int()),
  entries: z.array(ImpactEntry),
});
export type StatuteImpact = z.infer<typeof StatuteImpact>;

/** A citation as parsed and resolved: what the chips of a screen show. Offsets are UTF-16 units into the text given. */
export const ParsedCitation = z.strictObject({
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  kind: z.enum(['resolved', 'nonexistent', 'ambiguous', 'unknown-law', 'repealed', 'not-issued']),
  law: z.string(),
  lawCode: z.string().nullable(),
  article: z.number().int().nullable(),
  branch: z.number().int(),
  through: z.number().int().nullable(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  subItem: z.number().int().nullable(),
  /** The canonical form, as the memo prints it; null where the law is not known for certain. */
  cite: z.string().nullable(),
  version: z.string().nullable(),
  /** Imported version that was read; null where none is held. */
  versionId: z.string().nullable(),
  against: CitationAgainst.nullable(),
  text: z.string().nullable(),
  /** Titles that the name may stand for, where it is ambiguous. */
  candidates: z.array(z.string()),
});
export type ParsedCitation = z.infer<typeof ParsedCitation>;

export const CitationReport = z.strictObject({
  /** Day (ISO) on which the citations were held to be right. */
  day: z.string(),
  /** Versions of laws whose text was at hand. */
  heldTexts: z.number().int(),
  citations: z.array(CheckedCitation.extend({ anchor: Anchor.nullable() })),
});
export type CitationReport = z.infer<typeof CitationReport>;
