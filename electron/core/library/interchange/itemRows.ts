import type { DocTypeCode, ItemNature } from '#shared/domain/library/checklistItem.ts';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { Severity } from '#shared/domain/review/verdict.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import { proseFields } from '../itemRules.ts';
import type { FilePlace } from './readList.ts';
import { betweenCitations, betweenWords, readSeveral, RowReader } from './workbookCells.ts';
import { cellForm, type ItemKey } from './workbookForm.ts';
import { folded, type Report, type TableRow } from './workbookGrid.ts';
import type { LibraryNames } from './workbookRows.ts';

const fieldNames: Readonly<Record<ItemKey, string>> = {
  list: 'list',
  id: 'id',
  title: 'title',
  question: 'question',
  obligation: 'obligation',
  bearer: 'bearer',
  nature: 'nature',
  severity: 'severity',
  lookFor: 'lookFor',
  typicalFinding: 'typicalFinding',
  recommendation: 'recommendation',
  clause: 'clause',
  stateOrgan: 'penalty.stateOrgan',
  enterprise: 'penalty.enterprise',
  cites: 'penalty.cites',
  docTypes: 'docTypes',
  when: 'when',
  whenInWords: 'whenInWords',
  needsConfirmation: 'needsConfirmation',
  confirmationNote: 'confirmationNote',
  note: 'note',
};

const severities: Readonly<Record<Severity, string>> = {
  重大: '重大',
  较大: '较大',
  一般: '一般',
};

export interface ItemFields {
  readonly content: Omit<DraftItem, 'id' | 'basis' | 'signals'>;
  /** By field of the item. */
  readonly places: ReadonlyMap<string, FilePlace>;
}

/** Reads the row of an item. Cells that still hold what was exported give the base's own text, to the letter. */
export function readItemFields(
  row: TableRow<ItemKey>,
  itemId: string,
  base: DraftItem | null,
  names: LibraryNames,
  report: Report,
): ItemFields {
  const reader = new RowReader<ItemKey>(row, itemId, (key) => fieldNames[key], report);
  const kept = (key: ItemKey, before: string | null | undefined): string => {
    const text = reader.text(key);
    return before !== undefined && before !== null && cellForm(before) === text ? before : text;
  };
  const keptOrNull = (key: ItemKey, before: string | null | undefined): string | null => {
    const text = kept(key, before);
    return text === '' && before !== '' ? null : text;
  };
  const nature: ItemNature = reader.choice('nature', words.natures, 'policyOrUnverified');
  // fromEntries of the plain texts gives each of them.
  const texts = Object.fromEntries(
    proseFields.map((key) => [key, kept(key, base?.[key])]),
  ) as Record<(typeof proseFields)[number], string>;
  return {
    content: {
      ...texts,
      nature,
      severity: reader.choice('severity', severities, '一般'),
      penalty: {
        stateOrgan: kept('stateOrgan', base?.penalty.stateOrgan),
        enterprise: kept('enterprise', base?.penalty.enterprise),
        cites: readCites(reader, base),
      },
      docTypes: readDocTypes(reader, names),
      when: readWhen(reader, base),
      needsConfirmation: reader.yesNo('needsConfirmation'),
      confirmationNote: keptOrNull('confirmationNote', base?.confirmationNote),
      note: keptOrNull('note', base?.note),
    },
    // Keys of a record of ItemKey.
    places: new Map(
      (Object.keys(fieldNames) as ItemKey[]).map((key) => [fieldNames[key], row.place(key)]),
    ),
  };
}

function readCites(reader: RowReader<ItemKey>, base: DraftItem | null): string[] {
  const text = reader.text('cites');
  const before = base?.penalty.cites ?? [];
  return cellForm(before.join('\n')) === text ? [...before] : readSeveral(text, betweenCitations);
}

/** Labels or codes; each type once. */
function readDocTypes(reader: RowReader<ItemKey>, { docTypes }: LibraryNames): DocTypeCode[] {
  const labels = [...docTypes].map(([code, { labelZh }]) => ({ code, labelZh }));
  const found: DocTypeCode[] = [];
  for (const part of readSeveral(reader.text('docTypes'), betweenWords)) {
    const known = labels.find(
      ({ code, labelZh }) => folded(code) === folded(part) || folded(labelZh) === folded(part),
    );
    if (!known) {
      const expected = labels.map(({ labelZh }) => labelZh).join('、');
      reader.report('unknown-doc-type', 'docTypes', expected, part);
    } else if (!found.includes(known.code)) found.push(known.code);
  }
  return found;
}

/** Conditions are code: width, line ends and capitals of its words do not count. */
function readWhen(reader: RowReader<ItemKey>, base: DraftItem | null): string {
  const text = reader.text('when');
  if (base !== null && cellForm(base.when) === text) return base.when;
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/\b(?:AND|OR|NOT|ALWAYS)\b/gi, (word) => word.toLowerCase());
}
