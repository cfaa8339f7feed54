import {
  articleExists,
  formatCitation,
  parseCitation,
  versionOf,
} from '#shared/domain/law/citation.ts';
import type { Basis } from '#shared/domain/library/checklistItem.ts';
import type { ChecklistProblem, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { parseWhen, traitsIn } from '#shared/domain/library/condition.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';

/** What every item says in plain words, in the order in which it is read. */
export const proseFields = [
  'title',
  'question',
  'obligation',
  'bearer',
  'lookFor',
  'typicalFinding',
  'recommendation',
  'clause',
] as const satisfies readonly (keyof DraftItem)[];

/** What does not hold of an item. `detail` is for the maintainer of the program's own files. */
export interface ItemFault extends Pick<ChecklistProblem, 'field' | 'code' | 'found' | 'expected'> {
  readonly detail: string;
}

export type ReportFault = (fault: ItemFault) => void;

/** What the rules ask of the library. */
export interface KnownLibrary {
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Instruments by the title that citations use; the parts of the Civil Code share one. */
  readonly byCiteTitle: ReadonlyMap<string, readonly Instrument[]>;
  readonly traits: ReadonlySet<string>;
  readonly docTypes: ReadonlySet<string>;
}

export function knownLibrary(
  instruments: Iterable<Instrument>,
  traits: Iterable<string>,
  docTypes: Iterable<string>,
): KnownLibrary {
  const all = [...instruments];
  const byCiteTitle = new Map<string, readonly Instrument[]>();
  for (const one of all)
    byCiteTitle.set(one.citeTitle, [...(byCiteTitle.get(one.citeTitle) ?? []), one]);
  return {
    instruments: new Map(all.map((one) => [one.code, one])),
    byCiteTitle,
    traits: new Set(traits),
    docTypes: new Set(docTypes),
  };
}

type Checked = Omit<DraftItem, 'signals'>;

/**
 * The rules that an item of any list keeps, bundled or written at a desk: reports all that does not hold, in the order of the
 * item's fields. Signals have rules of their own.
 */
export function checkItem(item: Checked, known: KnownLibrary, report: ReportFault): void {
  checkWhen(item.when, known, report);
  checkDocTypes(item.docTypes, known, report);
  for (const [index, basis] of item.basis.entries())
    checkBasis(basis, known, (fault) => {
      report({ ...fault, field: `basis[${String(index)}].${fault.field}` });
    });
  checkStanding(item, report);
  for (const [index, cite] of item.penalty.cites.entries())
    checkCite(cite, `penalty.cites[${String(index)}]`, known, report);
}

/** A condition that can be read and names traits that exist. */
export function checkWhen(when: string, known: KnownLibrary, report: ReportFault): void {
  const parsed = parseWhen(when);
  if ('fault' in parsed) {
    const detail = `${parsed.fault.detail} at ${String(parsed.fault.at)}`;
    const found = when.slice(parsed.fault.at);
    report({ field: 'when', code: 'unreadable-condition', found, expected: '', detail });
    return;
  }
  for (const id of traitsIn(parsed.condition)) {
    if (known.traits.has(id)) continue;
    const detail = `unknown trait ${id}`;
    report({ field: 'when', code: 'unknown-trait', found: id, expected: '', detail });
  }
}

function checkDocTypes(
  docTypes: readonly string[],
  known: KnownLibrary,
  report: ReportFault,
): void {
  const base = { field: 'docTypes', expected: [...known.docTypes].join(' ') };
  for (const [index, code] of docTypes.entries()) {
    if (docTypes.indexOf(code) === index) continue;
    const field = `docTypes[${String(index)}] ${code}`;
    report({ field, code: 'bad-value', found: code, expected: '', detail: 'the id is taken' });
  }
  for (const code of docTypes) {
    if (known.docTypes.has(code)) continue;
    const detail = `unknown document type ${code}`;
    report({ ...base, code: 'unknown-doc-type', found: code, detail });
  }
}

function checkBasis(basis: Basis, known: KnownLibrary, report: ReportFault): void {
  const instrument = known.instruments.get(basis.code);
  if (!instrument) {
    const detail = `unknown instrument ${basis.code}`;
    report({ field: 'code', code: 'unknown-law', found: basis.code, expected: '', detail });
    return;
  }
  const { title } = instrument;
  if (basis.law !== title) {
    const detail = `the catalogue has ${title}`;
    report({ field: 'law', code: 'bad-value', found: basis.law, expected: title, detail });
  }
  checkPlace(basis, instrument, report);
  if (instrument.status === 'repealed' || instrument.status === 'not-issued') {
    const detail = `${basis.code} is not in force`;
    report({ field: 'code', code: 'not-in-force', found: title, expected: '', detail });
  }
  if (basis.verified) checkVerified(basis, instrument, report);
  else checkUnverified(basis, report);
}

function checkPlace(basis: Basis, instrument: Instrument, report: ReportFault): void {
  if (!isNumeral(basis)) {
    const found = [basis.article, basis.paragraph, basis.item].filter((one) => one !== null);
    const detail = 'no number of a place';
    report({ field: 'article', code: 'bad-value', found: found.join(' '), expected: '', detail });
    return;
  }
  const cite = formatCitation(instrument, basis);
  if (basis.cite !== cite) {
    const detail = `the place reads ${cite}`;
    report({ field: 'cite', code: 'cite-differs', found: basis.cite, expected: cite, detail });
  }
  if (basis.article === null && (basis.paragraph ?? basis.item) !== null) {
    const detail = 'a paragraph or item needs its article';
    report({ field: 'article', code: 'missing', found: '', expected: '', detail });
  }
}

/** Numbers that Chinese numerals of citations reach. */
function isNumeral({ article, paragraph, item }: Basis): boolean {
  return [article, paragraph, item].every((number) => number === null || number <= 9999);
}

function checkUnverified(basis: Basis, report: ReportFault): void {
  const base = { found: '', expected: '' };
  if (basis.reason === null || basis.reason === '') {
    const detail = 'says why it was not verified';
    report({ ...base, field: 'reason', code: 'unverified-without-reason', detail });
  }
  if (basis.lawVersion !== null) {
    const detail = 'belongs to a verified basis only';
    report({ ...base, field: 'lawVersion', code: 'bad-value', found: basis.lawVersion, detail });
  }
}

function checkVerified(basis: Basis, instrument: Instrument, report: ReportFault): void {
  const base = { found: '', expected: '' };
  if (!instrument.isTextChecked) {
    const detail = 'the text was not at hand';
    report({
      ...base,
      field: 'verified',
      code: 'bad-value',
      found: 'true',
      expected: 'false',
      detail,
    });
  }
  if (basis.article === null || articleExists(instrument, basis.article) !== 'yes') {
    const [first, last] = instrument.articles ?? [];
    const expected = first === undefined ? '' : `${String(first)}–${String(last)}`;
    const found = basis.article === null ? '' : String(basis.article);
    const detail = 'no such article in the current version';
    report({ field: 'article', code: 'no-such-article', found, expected, detail });
  }
  if (basis.keyword === null || basis.keyword === '') {
    const detail = 'a verified basis names the words found there';
    report({ ...base, field: 'keyword', code: 'missing', detail });
  }
  const version = versionOf(instrument);
  if (basis.lawVersion !== version) {
    const detail = `the catalogue has version ${version ?? 'unknown'}`;
    const found = basis.lawVersion ?? '';
    report({ field: 'lawVersion', code: 'bad-value', found, expected: version ?? '', detail });
  }
}

/** What the item claims to be must follow from what was verified. */
function checkStanding(item: Checked, report: ReportFault): void {
  const isDirectlyVerified = item.basis.some((one) => one.verified && one.role === 'direct');
  const base = { found: '', expected: '' };
  if (!item.basis.some((one) => one.verified) && !item.needsConfirmation) {
    const detail = 'no basis is verified';
    const values = { found: 'false', expected: 'true' };
    report({ ...values, field: 'needsConfirmation', code: 'bad-value', detail });
  }
  if ((item.nature === 'mandatory') !== isDirectlyVerified && item.nature !== 'contractual') {
    const detail = 'mandatory means a direct basis whose text was checked';
    const expected = isDirectlyVerified ? 'mandatory' : 'policyOrUnverified';
    report({ field: 'nature', code: 'nature-without-basis', found: item.nature, expected, detail });
  }
  const hasNote = (item.confirmationNote ?? '').trim() !== '';
  if (item.needsConfirmation !== hasNote) {
    const detail = 'the note goes with the need to confirm';
    report({ ...base, field: 'confirmationNote', code: 'confirmation-without-note', detail });
  }
}

function checkCite(cite: string, field: string, known: KnownLibrary, report: ReportFault): void {
  const parsed = parseCitation(cite);
  const named = parsed ? (known.byCiteTitle.get(parsed.title) ?? []) : [];
  const article = parsed?.article ?? null;
  if (named.some((one) => article === null || articleExists(one, article) !== 'no')) return;
  const code = named.length === 0 ? 'unknown-law' : 'no-such-article';
  report({ field, code, found: cite, expected: '', detail: cite });
}
