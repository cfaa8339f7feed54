import type { ChecklistImport } from '../../domain/library/checklistVersion.ts';
import type { Translation } from '../translation.ts';

type Kinds = Readonly<Record<ChecklistImport['kind'], string>>;

/** Checklists as files, on the command line. */
export const checklistFilesZh = {
  kinds: {
    xlsx: 'Excel 工作簿',
    yaml: 'YAML',
    json: 'JSON',
    pack: '清单包',
  } satisfies Kinds as Kinds,
  head: (file: string, kind: string): string => `${file}（${kind}）`,
  list: (id: string | null, version: string, items: number, title: string): string =>
    `  ${id ?? '新清单'}  ${version}  ${items} 个审查项  ${title}`,
  counts: (same: number, changed: number, added: number, removed: number): string =>
    `  与现有版本相比：未变 ${same}，改动 ${changed}，新增 ${added}，删去 ${removed}`,
  identical: (count: number): string => `  ${count} 个清单的内容已在本库，未作改动`,
  signedBy: (person: string, digits: string, isTrusted: boolean): string =>
    `  签名人：${person}（${isTrusted ? '已信任' : '尚未信任'}），指纹 ${digits}`,
  drafts: (count: number): string =>
    `  已建立 ${count} 份草稿，发布后启用（加 --publish 可直接发布）`,
  versions: (count: number): string => `  已收入 ${count} 个版本`,
  published: (title: string, version: string): string => `  已发布 ${title} ${version}`,
  valid: '  可以导入',
  refused: (count: number): string => `  有 ${count} 处须先改正，未导入任何内容：`,
  place: (sheet: string | null, row: number | null, column: string | null): string =>
    [
      sheet === null ? '' : `“${sheet}”表`,
      row === null ? '' : `第 ${row} 行`,
      column === null ? '' : `${column} 列`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  line: (line: number): string => `第 ${line} 行`,
  ofItem: (itemId: string): string => `（${itemId}）`,
  exported: (file: string, lists: number, items: number): string =>
    `已写出 ${file}：${lists} 个清单，${items} 个审查项`,
};

export const checklistFilesEn: Translation<typeof checklistFilesZh> = {
  kinds: { xlsx: 'Excel workbook', yaml: 'YAML', json: 'JSON', pack: 'checklist pack' },
  head: (file, kind) => `${file} (${kind})`,
  list: (id, version, items, title) =>
    `  ${id ?? 'new list'}  ${version}  ${items} ${items === 1 ? 'item' : 'items'}  ${title}`,
  counts: (same, changed, added, removed) =>
    `  Against the version here: ${same} unchanged, ${changed} changed, ${added} added, ${removed} removed`,
  identical: (count) =>
    `  ${count === 1 ? '1 list is' : `${count} lists are`} here already with the same content; nothing was changed`,
  signedBy: (person, digits, isTrusted) =>
    `  Signed by ${person} (${isTrusted ? 'trusted' : 'not trusted'}), fingerprint ${digits}`,
  drafts: (count) =>
    `  Made ${count === 1 ? '1 draft' : `${count} drafts`}; publish to use (--publish does so at once)`,
  versions: (count) => `  Took in ${count === 1 ? '1 version' : `${count} versions`}`,
  published: (title, version) => `  Published ${title} ${version}`,
  valid: '  Ready to import',
  refused: (count) =>
    `  ${count === 1 ? '1 place has' : `${count} places have`} to be put right; nothing was imported:`,
  place: (sheet, row, column) =>
    [
      sheet === null ? '' : `sheet “${sheet}”`,
      row === null ? '' : `row ${row}`,
      column === null ? '' : `column ${column}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  line: (line) => `line ${line}`,
  ofItem: (itemId) => ` (${itemId})`,
  exported: (file, lists, items) =>
    `Wrote ${file}: ${lists} ${lists === 1 ? 'list' : 'lists'}, ${items} ${items === 1 ? 'item' : 'items'}`,
};
