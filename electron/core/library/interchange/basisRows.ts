import type { Basis } from '#shared/domain/library/checklistItem.ts';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';
import { formatCitation } from '#shared/domain/law/citation.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import type { FilePlace } from './readList.ts';
import { readDay, readId, RowReader } from './workbookCells.ts';
import { type BaseKey, cellForm } from './workbookForm.ts';
import { folded, type Report, type TableRow } from './workbookGrid.ts';

const fields: Readonly<Record<BaseKey, string>> = {
  owner: '',
  ownerTitle: '',
  cite: '.cite',
  code: '.code',
  law: '.law',
  article: '.article',
  paragraph: '.paragraph',
  item: '.item',
  role: '.role',
  verified: '.verified',
  reason: '.reason',
  keyword: '.keyword',
  lawVersion: '.lawVersion',
};

export interface ReadBasis {
  readonly basis: Basis;
  readonly places: ReadonlyMap<string, FilePlace>;
}

/** Reads one row of bases as the entry of an item at an index; `base` is the item as it was exported, where it was. */
export function readBasis(
  row: TableRow<BaseKey>,
  itemId: string,
  index: number,
  base: Pick<DraftItem, 'basis'> | null,
  instruments: ReadonlyMap<string, Instrument>,
  report: Report,
): ReadBasis {
  const path = `basis[${String(index)}]`;
  const reader = new RowReader<BaseKey>(row, itemId, (key) => `${path}${fields[key]}`, report);
  const place = {
    article: reader.placeNumber('article'),
    paragraph: reader.placeNumber('paragraph'),
    item: reader.placeNumber('item'),
  };
  const read = {
    ...place,
    role: reader.choice('role', words.roles, 'supporting'),
    verified: reader.yesNo('verified'),
    reason: reader.textOrNull('reason'),
    keyword: reader.textOrNull('keyword'),
    lawVersion: readVersion(reader),
  };
  const before = sameBasis(base, row, place);
  const named = before ?? namedLaw(reader, instruments, place);
  const basis = keepWording({ ...named, ...read }, before);
  const places = new Map([[path, row.place('code')]]);
  for (const key of Object.keys(fields) as BaseKey[])
    // keys of a record of BaseKey
    if (fields[key] !== '') places.set(`${path}${fields[key]}`, row.place(key));
  return { basis, places };
}

function readVersion(reader: RowReader<BaseKey>): string | null {
  const text = reader.text('lawVersion');
  if (text === '') return null;
  const day = readDay(text);
  if (day === null) reader.report('bad-value', 'lawVersion', 'YYYY-MM-DD');
  return day ?? text;
}

/** The basis that was exported into this row, where law and place still are what they were. */
function sameBasis(
  base: Pick<DraftItem, 'basis'> | null,
  row: TableRow<BaseKey>,
  place: Pick<Basis, 'article' | 'paragraph' | 'item'>,
): Basis | null {
  const isSame = (one: Basis): boolean =>
    one.article === place.article &&
    one.paragraph === place.paragraph &&
    one.item === place.item &&
    folded(one.code) === folded(row.cell('code')) &&
    folded(one.law) === folded(row.cell('law'));
  return base?.basis.find(isSame) ?? null;
}

/** Words that are the same but for blanks at their ends are kept as they were. */
function keepWording(basis: Basis, before: Basis | null): Basis {
  const kept = (now: string | null, then: string | null): string | null =>
    then !== null && cellForm(then) === (now ?? '') ? then : now;
  return {
    ...basis,
    reason: kept(basis.reason, before?.reason ?? null),
    keyword: kept(basis.keyword, before?.keyword ?? null),
    lawVersion: kept(basis.lawVersion, before?.lawVersion ?? null),
  };
}

/** The instrument that code or title name, with the citation of the place in it. */
function namedLaw(
  reader: RowReader<BaseKey>,
  instruments: ReadonlyMap<string, Instrument>,
  place: Pick<Basis, 'article' | 'paragraph' | 'item'>,
): Pick<Basis, 'code' | 'law' | 'cite'> {
  const code = readId(reader.text('code')).toUpperCase();
  const law = reader.text('law');
  const byCode = instruments.get(code);
  const byName = law === '' ? [] : [...instruments.values()].filter((one) => isNamed(one, law));
  const unresolved = { code, law, cite: '' };
  if (code === '' && law === '') {
    reader.report('missing', 'code', '');
    return unresolved;
  }
  if (code !== '' && !byCode) {
    reader.report('unknown-law', 'code', byName.map((one) => one.code).join('/'));
    return unresolved;
  }
  if (!byCode && byName.length !== 1) {
    const isUnknown = byName.length === 0;
    const expected = byName.map((one) => one.code).join('/');
    reader.report(isUnknown ? 'unknown-law' : 'missing', isUnknown ? 'law' : 'code', expected);
    return unresolved;
  }
  if (byCode && law !== '' && !byName.includes(byCode))
    reader.report('bad-value', 'law', byCode.title);
  const [only] = byName;
  const instrument = byCode ?? only;
  if (!instrument) return unresolved;
  return {
    code: instrument.code,
    law: instrument.title,
    cite: formatCitation(instrument, place),
  };
}

/** By any of its titles, with or without 《》. */
function isNamed(instrument: Instrument, law: string): boolean {
  const { title, citeTitle, shortTitle, aliases } = instrument;
  const plain = folded(law).replace(/^《|》$/gu, '');
  return [title, citeTitle, shortTitle, ...aliases].some((name) => folded(name) === plain);
}
