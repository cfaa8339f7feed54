import { z } from 'zod';
import { Basis, ChecklistItem, DocTypeCode, Trait } from './checklistItem.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.iso.date();
const Version = z.string().min(1);
const Words = z.array(z.string().min(1));

/**
 * A rule of text that marks a passage as likely evidence: every group of `all` (and `any`) must occur, at most `near`
 * characters apart, or the whole regular expression `re` matches. A term that begins with `re:` is a regular expression.
 */
export const EvidenceRule = z.strictObject({
  all: z.array(Words.min(1)).min(1).optional(),
  any: Words.min(1).optional(),
  near: z.number().int().positive().optional(),
  /** Words within 12 characters of the match that make it void. */
  none: Words.optional(),
  re: z.string().min(1).optional(),
  /** 1 only mentions it, 2 between, 3 reads like the clause itself. */
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;

/** A rule of text that marks a passage as likely against the obligation. */
export const RedFlagRule = z.strictObject({
  re: z.string().min(1),
  explain: z.string().min(1),
  level: z.enum(['medium', 'high']),
  /** Compares the named groups `num` and `unit` of the match; durations are counted in days. */
  compare: z
    .strictObject({
      quantity: z.enum(['duration', 'percent']),
      op: z.enum(['<', '<=', '>', '>=']),
      threshold: z.strictObject({ value: z.number(), unit: z.string().optional() }),
    })
    .optional(),
  none: Words.optional(),
  noneWindow: z.number().int().positive().optional(),
});
export type RedFlagRule = z.infer<typeof RedFlagRule>;

/** What the rule engine looks for on behalf of an item. Proposals only: no signal ever sets a verdict. */
export const ItemSignals = z.strictObject({
  /** May be empty in lists of a desk's own; the bundled lists have some for every item. */
  evidence: z.array(EvidenceRule),
  redFlags: z.array(RedFlagRule),
  absence: z.strictObject({ suggest: z.boolean(), expectedIn: z.array(DocTypeCode) }),
  headings: Words,
});
export type ItemSignals = z.infer<typeof ItemSignals>;

/**
 * An item as a checklist file holds it. `hash` covers the content (everything but the signals and the two hashes),
 * `signalsHash` the signals, so that a better rule does not look like a changed obligation.
 */
export const ItemEntry = ChecklistItem.omit({ number: true, checklist: true }).extend({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  question: z.string().regex(/[？?]$/),
  obligation: z.string().min(1),
  bearer: z.string().min(1),
  basis: z.array(Basis).min(1),
  lookFor: z.string().min(1),
  typicalFinding: z.string().min(1),
  recommendation: z.string().min(1),
  clause: z.string().min(1),
  penalty: z.strictObject({
    stateOrgan: z.string().min(1),
    enterprise: z.string().min(1),
    cites: z.array(z.string().min(1)),
  }),
  hash: Sha256,
  signals: ItemSignals,
  signalsHash: Sha256,
});
export type ItemEntry = z.infer<typeof ItemEntry>;

/** `resources/checklists/<id>.json`. `hash` is over the items' hashes in order, `seal` over the whole file but itself. */
export const ChecklistFile = z.strictObject({
  schema: z.literal('counsel-desk/checklist@1'),
  id: z.string().regex(/^cl-[a-z0-9]+(-[a-z0-9]+)*$/),
  order: z.number().int().positive(),
  titleZh: z.string().min(1),
  titleEn: z.string().min(1),
  primaryLaw: z.string().min(1),
  lawCodes: Words.min(1),
  version: Version,
  effectiveDate: Day,
  reviewedOn: Day,
  hash: Sha256,
  items: z.array(ItemEntry).min(1),
  seal: Sha256,
});
export type ChecklistFile = z.infer<typeof ChecklistFile>;

/** Words in a document that suggest a trait: one strong word suffices, of the weak ones it takes two different. */
export const TraitCues = z.strictObject({ strong: Words, weak: Words });
export type TraitCues = z.infer<typeof TraitCues>;

export const TraitEntry = Trait.omit({ usedByItems: true }).extend({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  labelZh: z.string().min(1),
  labelEn: z.string().min(1),
  question: z.string().regex(/？$/),
  questionEn: z.string().regex(/\?$/),
  cues: TraitCues,
});
export type TraitEntry = z.infer<typeof TraitEntry>;

/** `resources/checklists/traits.json` */
export const TraitFile = z.strictObject({
  schema: z.literal('counsel-desk/traits@1'),
  version: Version,
  traits: z.array(TraitEntry).min(1),
  seal: Sha256,
});
export type TraitFile = z.infer<typeof TraitFile>;

/** `resources/checklists/docTypes.json` */
export const DocTypeFile = z.strictObject({
  schema: z.literal('counsel-desk/doc-types@1'),
  version: Version,
  docTypes: z
    .array(
      z.strictObject({
        code: DocTypeCode,
        labelZh: z.string().min(1),
        labelEn: z.string().min(1),
      }),
    )
    .min(1),
  seal: Sha256,
});
export type DocTypeFile = z.infer<typeof DocTypeFile>;

/** Where a date or number of the catalogue was read. */
export const Provenance = z.enum(['heldText', 'secondHand', 'ownKnowledge']);
export type Provenance = z.infer<typeof Provenance>;

export const InstrumentStatus = z.enum(['in-force', 'repealed', 'not-issued', 'uncertain']);
export type InstrumentStatus = z.infer<typeof InstrumentStatus>;

const ArticleRange = z.tuple([z.number().int().positive(), z.number().int().positive()]);

/**
 * One instrument of the catalogue. `citeTitle` is how a citation names it inside 《》. `adopted` and `promulgated` belong
 * to the first version, `effective` is the day the current text names, `latestAmendment` and `amendmentEffective` belong
 * to the last change. `isTextChecked` says that its full text was at hand when items were checked against it; no
 * article text is shipped. `articles` is the range of article numbers, null where the text was not at hand.
 */
export const Instrument = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]+$/),
  title: z.string().min(1),
  citeTitle: z.string().min(1),
  shortTitle: z.string().min(1),
  aliases: Words,
  hierarchy: z.enum([
    '法律',
    '行政法规',
    '部门规章',
    '地方性法规',
    '地方政府规章',
    '规范性文件',
    '强制性标准',
    '推荐性标准',
  ]),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable(),
  adopted: Day.nullable(),
  promulgated: Day.nullable(),
  effective: Day.nullable(),
  latestAmendment: Day.nullable(),
  amendmentEffective: Day.nullable(),
  provenance: z.record(z.string(), Provenance),
  articles: ArticleRange.nullable(),
  isTextChecked: z.boolean(),
  status: InstrumentStatus,
  repealedOn: Day.nullable(),
  note: z.string(),
});
export type Instrument = z.infer<typeof Instrument>;

/** `resources/statutes/catalogue.json` */
export const CatalogueFile = z.strictObject({
  schema: z.literal('counsel-desk/catalogue@1'),
  version: Version,
  asOf: Day,
  /** Day up to which amendments were looked for. */
  amendmentsCheckedThrough: Day,
  instruments: z.array(Instrument).min(1),
  seal: Sha256,
});
export type CatalogueFile = z.infer<typeof CatalogueFile>;

/** Where an article of the older version stands in the newer; `from` is null for a new article. */
export const ArticleMove = z.strictObject({
  from: z.number().int().positive().nullable(),
  to: z.array(z.number().int().positive()),
  kind: z.enum(['same', 'moved', 'changed', 'new', 'deleted']),
  note: z.string(),
  /** Words beside a citation that show the older article was meant. */
  topicHints: Words,
});
export type ArticleMove = z.infer<typeof ArticleMove>;

const LawVersion = z.strictObject({
  version: Day,
  effective: Day,
  articles: z.number().int().positive(),
});

/** `resources/statutes/renumbering.json`: renumbered laws, and instruments that drafters cite though they are gone or never came. */
export const RenumberingFile = z.strictObject({
  schema: z.literal('counsel-desk/renumbering@1'),
  version: Version,
  laws: z.array(
    z.strictObject({
      code: z.string(),
      from: LawVersion,
      to: LawVersion,
      method: z.string(),
      detect: z.strictObject({ pattern: z.string().min(1), rule: z.string() }),
      articles: z.array(ArticleMove).min(1),
    }),
  ),
  /** Single articles of other amended laws whose older text was not at hand: what drafters still cite by the old number. */
  partialMoves: z.array(
    z.strictObject({
      code: z.string(),
      fromVersion: Day,
      toVersion: Day,
      effective: Day,
      provenance: Provenance,
      moves: z.array(ArticleMove).min(1),
    }),
  ),
  obsoleteReferences: z.array(
    z.strictObject({
      re: z.string().min(1),
      explain: z.string().min(1),
      replaceWith: z.string().nullable(),
      none: Words,
    }),
  ),
  seal: Sha256,
});
export type RenumberingFile = z.infer<typeof RenumberingFile>;

/**
 * `resources/statutes/nationalLaws.json`: national laws by title, so that a law outside the catalogue is known to exist, and
 * repealed ones with what replaced them. No article is checked against it but the number of them, where given.
 */
export const NationalLawFile = z.strictObject({
  schema: z.literal('counsel-desk/national-laws@1'),
  version: Version,
  asOf: Day,
  provenance: Provenance,
  note: z.string(),
  laws: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        articles: z.number().int().positive().nullable(),
        repealedOn: Day.nullable(),
        replacedBy: z.string().nullable(),
      }),
    )
    .min(1),
  seal: Sha256,
});
export type NationalLawFile = z.infer<typeof NationalLawFile>;
