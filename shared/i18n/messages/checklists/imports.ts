import type { Translation } from '../../translation.ts';

/** Importing checklists from files. */
export const importsZh = {
  imports: {
    title: '导入清单',
    refused: (file: string): string => `未导入 ${file}`,
    refusedHow: (count: number): string => `有 ${count} 处须先改正，文件没有任何内容被导入。`,
    draftMade: (file: string): string => `已从 ${file} 建立草稿`,
    versionsMade: (file: string, count: number): string => `已从 ${file} 收入 ${count} 个版本`,
    identical: (file: string): string => `${file} 的内容已在本工作库，未作改动`,
    counts: (same: number, changed: number, added: number, removed: number): string =>
      `未变 ${same} · 改动 ${changed} · 新增 ${added} · 删去 ${removed}`,
    openDraft: '打开草稿',
    signedBy: (person: string, fingerprint: string): string =>
      `签名人 ${person}，指纹 ${fingerprint}`,
    askTitle: '签名人不在已信任的联系人之列',
    askHow:
      '请与对方当面或通过电话核对指纹。核对无误再接受；接受只收入这些清单，不信任其以后的文件。',
    accept: '接受并导入',
    reject: '不导入',
    clear: '收起导入结果',
    place: {
      sheet: (sheet: string): string => `工作表“${sheet}”`,
      row: (row: number): string => `第 ${row} 行`,
      column: (column: string): string => `“${column}”列`,
      line: (line: number): string => `第 ${line} 行`,
    },
  },
};

export const importsEn: Translation<typeof importsZh> = {
  imports: {
    title: 'Import of checklists',
    refused: (file) => `${file} was not imported`,
    refusedHow: (count) =>
      `${count === 1 ? '1 thing has' : `${count} things have`} to be put right first; nothing of the file was taken in.`,
    draftMade: (file) => `A draft was made of ${file}`,
    versionsMade: (file, count) =>
      count === 1
        ? `1 version was taken from ${file}`
        : `${count} versions were taken from ${file}`,
    identical: (file) => `${file} holds what is here already; nothing was changed`,
    counts: (same, changed, added, removed) =>
      `unchanged ${same} · changed ${changed} · added ${added} · removed ${removed}`,
    openDraft: 'Open the draft',
    signedBy: (person, fingerprint) => `Signed by ${person}, fingerprint ${fingerprint}`,
    askTitle: 'The signer is not a trusted contact',
    askHow:
      'Compare the fingerprint with them in person or by telephone first. Accepting takes in these checklists and trusts no later file.',
    accept: 'Accept and import',
    reject: 'Do not import',
    clear: 'Hide the result of the import',
    place: {
      sheet: (sheet) => `sheet “${sheet}”`,
      row: (row) => `row ${row}`,
      column: (column) => `column “${column}”`,
      line: (line) => `line ${line}`,
    },
  },
};
