import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { versionOf } from '#shared/domain/law/citation.ts';
import { checklistWorkbookZh as words } from '#shared/i18n/messages/checklistWorkbook.ts';
import type { Library } from '../library.ts';
import { conditionInWords } from './conditionWords.ts';
import type { ExchangedList } from './readList.ts';
import type { BaseKey, ItemKey, ListKey } from './workbookForm.ts';

/** What workbooks show of the library: names for codes. */
export type LibraryNames = Pick<Library, 'instruments' | 'traits' | 'docTypes'>;

/** The content of one cell: text, a number, or nothing. */
export type CellValue = string | number | null;
export type Row<K extends string> = Readonly<Record<K, CellValue>>;

export function listRow(list: ExchangedList): Row<ListKey> {
  return { id: list.id, ...list.head, basedOn: list.basedOn, itemCount: list.items.length };
}

export function itemRow(listId: string | null, item: DraftItem, names: LibraryNames): Row<ItemKey> {
  const labels = new Map(names.traits.map(({ id, labelZh }) => [id, labelZh]));
  return {
    list: listId,
    id: item.id,
    title: item.title,
    question: item.question,
    obligation: item.obligation,
    bearer: item.bearer,
    nature: words.natures[item.nature],
    severity: item.severity,
    lookFor: item.lookFor,
    typicalFinding: item.typicalFinding,
    recommendation: item.recommendation,
    clause: item.clause,
    stateOrgan: item.penalty.stateOrgan,
    enterprise: item.penalty.enterprise,
    cites: item.penalty.cites.join('\n'),
    docTypes: item.docTypes.map((code) => names.docTypes.get(code)?.labelZh ?? code).join('\n'),
    when: item.when,
    whenInWords: conditionInWords(item.when, labels),
    needsConfirmation: yesNo(item.needsConfirmation),
    confirmationNote: item.confirmationNote,
    note: item.note,
  };
}

export function baseRows(item: DraftItem): Row<BaseKey>[] {
  return item.basis.map((basis) => ({
    owner: item.id,
    ownerTitle: item.title,
    cite: basis.cite,
    code: basis.code,
    law: basis.law,
    article: basis.article,
    paragraph: basis.paragraph,
    item: basis.item,
    role: words.roles[basis.role],
    verified: yesNo(basis.verified),
    reason: basis.reason,
    keyword: basis.keyword,
    lawVersion: basis.lawVersion,
  }));
}

/** The values that cells may have, column by column, first the heading. */
export function valueColumns({ instruments, traits, docTypes }: LibraryNames): string[][] {
  const laws = [...instruments.values()];
  const { values, natures, roles } = words;
  return [
    [values.natures, ...Object.values(natures)],
    [values.severities, '重大', '较大', '一般'],
    [values.yesNo, words.yes, words.no],
    [values.roles, ...Object.values(roles)],
    [values.docTypes, ...[...docTypes.values()].map(({ labelZh }) => labelZh)],
    [values.codes, ...laws.map(({ code }) => code)],
    [values.laws, ...laws.map(({ title }) => title)],
    [values.versions, ...laws.map((one) => versionOf(one) ?? '')],
    [values.traits, ...traits.map(({ id }) => id)],
    [values.traitLabels, ...traits.map(({ labelZh }) => labelZh)],
  ];
}

function yesNo(value: boolean): string {
  return value ? words.yes : words.no;
}
