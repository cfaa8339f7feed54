import type { DraftHead, DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { type ReadBasis, readBasis } from './basisRows.ts';
import { idForNewItem, itemIdPattern, listIdPattern } from './itemId.ts';
import { type ItemFields, readItemFields } from './itemRows.ts';
import { problem } from './problem.ts';
import {
  baseOf,
  exchangedList,
  type FilePlace,
  nearestPlace,
  nowhere,
  type ReadingContext,
  type ReadList,
  type ReadLists,
} from './readList.ts';
import { readId, RowReader } from './workbookCells.ts';
import {
  baseColumns,
  type BaseKey,
  cellForm,
  itemColumns,
  type ItemKey,
  listColumns,
  type ListKey,
} from './workbookForm.ts';
import { folded, type Report, sheetNames, sheetsOf, tableOf } from './workbookGrid.ts';
import type { TableRow } from './workbookGrid.ts';
import type { LibraryNames } from './workbookRows.ts';

interface Reading {
  readonly names: LibraryNames;
  readonly context: ReadingContext;
  readonly report: Report;
}

interface ListStart {
  readonly row: TableRow<ListKey>;
  readonly id: string | null;
  readonly basedOn: string | null;
  readonly head: DraftHead;
  readonly baseItems: ReadonlyMap<string, DraftItem>;
}

interface ItemStart {
  readonly row: TableRow<ItemKey>;
  readonly id: string;
  readonly list: ListStart;
  readonly fields: ItemFields;
}

/**
 * Reads the lists of a workbook from what the reading thread found in it. Whatever cannot be read is a problem with its sheet,
 * row, column and remedy; nothing is thrown for what stands in cells. What the items mean together is not checked here.
 */
export function readWorkbook(
  extraction: Extraction,
  names: LibraryNames,
  context: ReadingContext,
): ReadLists {
  const problems: ReadLists['problems'][number][] = [];
  const reading: Reading = { names, context, report: (one) => problems.push(one) };
  const sheets = sheetsOf(extraction);
  const { report } = reading;
  const listRows = tableOf(sheets, sheetNames.lists, listColumns, report);
  const itemRows = tableOf(sheets, sheetNames.items, itemColumns, report);
  const baseRows = tableOf(sheets, sheetNames.bases, baseColumns, report);
  if (!listRows || !itemRows || !baseRows) return { lists: [], problems };
  const starts = readLists(listRows, reading);
  if (starts.length === 0) {
    report(problem('missing', { field: '', sheet: sheetNames.lists, row: 2 }));
    return { lists: [], problems };
  }
  const items = readItems(itemRows.filter(saysMoreThanItsList), starts, reading);
  const bases = groupBases(baseRows, items, starts, reading);
  const lists = starts.map((start) =>
    finish(
      start,
      items.filter(({ list }) => list === start),
      bases,
      reading,
    ),
  );
  return { lists, problems };
}

const listFields: Readonly<Record<ListKey, string>> = {
  id: 'id',
  titleZh: 'titleZh',
  titleEn: 'titleEn',
  primaryLaw: 'primaryLaw',
  version: 'version',
  effectiveDate: 'effectiveDate',
  reviewedOn: 'reviewedOn',
  basedOn: 'basedOn',
  itemCount: 'items',
};

function readLists(rows: readonly TableRow<ListKey>[], reading: Reading): ListStart[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const reader = new RowReader<ListKey>(row, null, (key) => listFields[key], reading.report);
    const id = readId(reader.text('id'));
    if (id !== '' && !listIdPattern.test(id)) reader.report('bad-id', 'id', 'cl-…');
    const earlier = seen.get(id);
    if (id !== '' && earlier !== undefined) reader.report('taken-id', 'id', '');
    seen.set(id, row.row);
    const seal = readId(reader.text('basedOn')).toLowerCase();
    const isUnknown = seal !== '' && reading.context.versionOf(seal) === null;
    if (isUnknown) reader.report('unknown-base', 'basedOn', '');
    const identity = { id: id === '' ? null : id, basedOn: seal === '' || isUnknown ? null : seal };
    const base = baseOf(identity, reading.context);
    const exported = base === null ? null : exchangedList(base);
    return {
      row,
      ...identity,
      head: readHead(reader, exported?.head ?? null, reading.names.instruments),
      baseItems: new Map(exported?.items.map((item) => [item.id, item])),
    };
  });
}

function readHead(
  reader: RowReader<ListKey>,
  base: DraftHead | null,
  instruments: ReadonlyMap<string, Instrument>,
): DraftHead {
  const text = (key: 'titleZh' | 'titleEn' | 'version'): string => {
    const read = reader.text(key);
    return base !== null && cellForm(base[key]) === read ? base[key] : read;
  };
  const law = reader.text('primaryLaw');
  const primaryLaw = readId(law).toUpperCase();
  if (law === '') reader.report('missing', 'primaryLaw', '');
  else if (!instruments.has(primaryLaw)) reader.report('unknown-law', 'primaryLaw', '');
  return {
    titleZh: text('titleZh'),
    titleEn: text('titleEn'),
    primaryLaw: primaryLaw === '' ? '?' : primaryLaw,
    version: text('version'),
    effectiveDate: reader.day('effectiveDate'),
    reviewedOn: reader.day('reviewedOn'),
  };
}

function readItems(
  rows: readonly TableRow<ItemKey>[],
  lists: readonly ListStart[],
  reading: Reading,
): ItemStart[] {
  const given = rows.map((row) => readId(row.cell('id')));
  const taken = new Set(given);
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const list = listOf(row, lists, reading.report);
    if (!list) return [];
    const typed = given[index] ?? '';
    const id =
      typed === '' ? idForNewItem(list.id, row.cell('title'), row.cell('question'), taken) : typed;
    taken.add(id);
    reportId(row, typed, seen, reading.report);
    if (!seen.has(id)) seen.set(id, row.row);
    const base = list.baseItems.get(id) ?? null;
    const fields = readItemFields(row, id, base, reading.names, reading.report);
    return [{ row, id, list, fields }];
  });
}

/** The id of the list is easily filled down too far. */
function saysMoreThanItsList(row: TableRow<ItemKey>): boolean {
  return itemColumns.some(
    ({ key, isDerived = false }) =>
      key !== 'list' && !isDerived && (row.cell(key) !== '' || row.isUnknownResult(key)),
  );
}

function reportId(
  row: TableRow<ItemKey>,
  id: string,
  seen: ReadonlyMap<string, number>,
  report: Report,
): void {
  if (id === '') return;
  const place = { itemId: id, field: 'id', found: row.cell('id'), ...row.place('id') };
  if (!itemIdPattern.test(id)) report(problem('bad-id', { ...place, expected: 'a-z 0-9 -' }));
  if (seen.has(id)) report(problem('taken-id', place));
}

/** The list a row belongs to: by id or title; where there is one list only, the cell may be empty. */
function listOf(
  row: TableRow<ItemKey>,
  lists: readonly ListStart[],
  report: Report,
): ListStart | null {
  const text = row.cell('list');
  const [only] = lists;
  if (text === '' && lists.length === 1 && only) return only;
  const plain = folded(text);
  const found = lists.filter(
    ({ id, head }) => text !== '' && (folded(id ?? '') === plain || folded(head.titleZh) === plain),
  );
  const [one] = found;
  if (one && found.length === 1) return one;
  const expected = lists.map(({ id, head }) => id ?? head.titleZh).join('/');
  const code = text === '' ? 'missing' : 'bad-value';
  report(problem(code, { field: 'list', found: text, expected, ...row.place('list') }));
  return null;
}

/** The rows of bases by the item they belong to; those of an item that was deleted from the list go with it. */
function groupBases(
  rows: readonly TableRow<BaseKey>[],
  items: readonly ItemStart[],
  lists: readonly ListStart[],
  { report }: Reading,
): ReadonlyMap<string, readonly TableRow<BaseKey>[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const groups = new Map<string, TableRow<BaseKey>[]>();
  let above = '';
  for (const row of rows) {
    const text = row.cell('owner');
    const owner = byId.get(readId(text)) ?? byTitle(items, text);
    if (owner) groups.set(owner.id, [...(groups.get(owner.id) ?? []), row]);
    else if (!lists.some(({ baseItems }) => baseItems.has(readId(text)))) {
      // A cell that was merged with those above it is empty here: the id above is what most likely belongs into it.
      const isEmpty = text === '';
      const at = { field: 'basis', found: text, expected: isEmpty ? above : '' };
      report(problem(isEmpty ? 'missing' : 'bad-value', { ...at, ...row.place('owner') }));
    }
    above = text === '' ? above : text;
  }
  return groups;
}

function byTitle(items: readonly ItemStart[], text: string): ItemStart | null {
  if (text === '') return null;
  const found = items.filter(({ row }) => folded(row.cell('title')) === folded(text));
  const [only] = found;
  return only && found.length === 1 ? only : null;
}

function finish(
  start: ListStart,
  items: readonly ItemStart[],
  bases: ReadonlyMap<string, readonly TableRow<BaseKey>[]>,
  { names, report }: Reading,
): ReadList {
  const places = new Map<string, Map<string, FilePlace>>();
  const drafts = items.map(({ id, row, fields, list }) => {
    const base = list.baseItems.get(id) ?? null;
    const read: ReadBasis[] = (bases.get(id) ?? []).map((one, index) =>
      readBasis(one, id, index, base, names.instruments, report),
    );
    places.set(id, new Map([...fields.places, ...read.flatMap((one) => [...one.places])]));
    places.get(id)?.set('', row.place('id'));
    const basis = read.map((one) => one.basis);
    return { id, ...fields.content, basis, signals: base?.signals ?? null };
  });
  const head = new Map<string, FilePlace>([['', start.row.place('titleZh')]]);
  // Keys of a record of ListKey.
  for (const key of Object.keys(listFields) as ListKey[])
    head.set(listFields[key], start.row.place(key));
  return {
    id: start.id,
    basedOn: start.basedOn,
    head: start.head,
    items: drafts,
    placeOf: (itemId, field) =>
      nearestPlace(itemId === null ? head : (places.get(itemId) ?? head), field) ?? nowhere,
  };
}
