import type { ChecklistProblem } from '../../domain/library/checklistVersion.ts';

type Say = (found: string, expected: string) => string;
type Problems = Readonly<Record<ChecklistProblem['code'], Say>>;

const shown = (found: string): string => (found === '' ? '' : `“${found}”`);

/** What is wrong in a draft or a file of checklists, and what would do. */
export const checklistProblemsZh: Problems = {
  missing: (_found, expected) =>
    expected === '' ? '缺少内容，请填写。' : `缺少内容，请填写：${expected}。`,
  'bad-value': (found, expected) =>
    expected === ''
      ? `${shown(found)}不是可用的值。`
      : `${shown(found)}不是可用的值，应为：${expected}。`,
  'not-a-question': (found) => `${shown(found)}须以问号结尾，并且只问一件事。`,
  'unknown-trait': (found) => `没有${shown(found)}这一项目特征。请从特征列表中选择。`,
  'unreadable-condition': (found) =>
    `适用条件${shown(found)}无法读取。请用特征代码与 and、or、not、括号组合，始终适用写 always。`,
  'unknown-doc-type': (found, expected) => `没有${shown(found)}这一文件类型，可用：${expected}。`,
  'unknown-law': (found) => `法规目录中没有${shown(found)}。请核对法规代码或名称。`,
  'no-such-article': (found) => `${shown(found)}在该版本中不存在。请核对条号。`,
  'not-in-force': (found) => `${shown(found)}已废止或者未出台，不能作依据。`,
  'cite-differs': (found, expected) => `引用${shown(found)}与条、款、项不一致，应为“${expected}”。`,
  'taken-id': (found) => `编号${shown(found)}已被使用。请改用别的编号。`,
  'bad-id': (found) => `编号${shown(found)}不合格式，只能用小写字母、数字和连字符。`,
  'no-items': () => '清单没有审查项，至少要有一项。',
  'nature-without-basis': () =>
    '“强制性规定”须有一条已核条文的直接依据；有这样的依据时，也应标为“强制性规定”或“合同审慎”。',
  'confirmation-without-note': () =>
    '依据待核与待核的原因须同时填写或同时留空；依据均未核的，须标为待核。',
  'unverified-without-reason': () =>
    '未核条文的依据须写明原因；已核条文的须写明条文中的关键词和版本。',
  'version-taken': (found) => `版本${shown(found)}已经发布过。请改用新的版本号。`,
  'unknown-column': (found) => `不认识${shown(found)}列。请恢复原来的列名或删去此列。`,
  'missing-sheet': (found, expected) =>
    `缺少工作表“${expected}”${found === '' ? '' : `，只有${shown(found)}`}。请恢复原来的表名。`,
  'unknown-base': (found) =>
    `基准版本${shown(found)}不在本工作库。请先收入含该版本的清单包，或清空基准版本。`,
  unreadable: (found) => `无法读取${shown(found)}。请用 Excel、WPS 或文本编辑器重新保存后再试。`,
};

const quoted = (found: string): string => (found === '' ? 'this' : `“${found}”`);

export const checklistProblemsEn: Problems = {
  missing: (_found, expected) =>
    expected === '' ? 'Missing. Fill it in.' : `Missing. Fill in: ${expected}.`,
  'bad-value': (found, expected) =>
    expected === ''
      ? `${quoted(found)} cannot be used.`
      : `${quoted(found)} cannot be used; use: ${expected}.`,
  'not-a-question': (found) => `${quoted(found)} must end with a question mark and ask one thing.`,
  'unknown-trait': (found) => `There is no trait ${quoted(found)}. Choose one of the list.`,
  'unreadable-condition': (found) =>
    `The condition ${quoted(found)} cannot be read. Join codes of traits by and, or, not and parentheses; always for all.`,
  'unknown-doc-type': (found, expected) =>
    `There is no document type ${quoted(found)}; use: ${expected}.`,
  'unknown-law': (found) =>
    `The catalogue has no ${quoted(found)}. Check the code or the name of the law.`,
  'no-such-article': (found) =>
    `${quoted(found)} does not exist in that version. Check the article.`,
  'not-in-force': (found) => `${quoted(found)} was repealed or never issued and is no basis.`,
  'cite-differs': (found, expected) =>
    `The citation ${quoted(found)} differs from article, paragraph and item; it should read “${expected}”.`,
  'taken-id': (found) => `The id ${quoted(found)} is taken. Use another.`,
  'bad-id': (found) =>
    `The id ${quoted(found)} is malformed: lower-case letters, digits and hyphens only.`,
  'no-items': () => 'The checklist has no items. It needs at least one.',
  'nature-without-basis': () =>
    'Mandatory needs a direct basis whose text was checked; with one, the nature is mandatory or contractual.',
  'confirmation-without-note': () =>
    'The need to confirm and its reason go together; with no checked basis it is needed.',
  'unverified-without-reason': () =>
    'A basis that was not checked says why; one that was names the words found and the version.',
  'version-taken': (found) => `Version ${quoted(found)} was published before. Use a new one.`,
  'unknown-column': (found) =>
    `The column ${quoted(found)} is not known. Restore its name or remove it.`,
  'missing-sheet': (found, expected) =>
    `The sheet “${expected}” is missing${found === '' ? '' : `; there is ${quoted(found)}`}. Restore its name.`,
  'unknown-base': (found) =>
    `The base version ${quoted(found)} is not in this workspace. Take in a pack that holds it first, or clear it.`,
  unreadable: (found) =>
    `${quoted(found)} cannot be read. Save it again in Excel, WPS or a text editor.`,
};
