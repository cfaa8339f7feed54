import { workspaceErrorsEn, workspaceErrorsZh } from './errors/workspace.ts';
import { documentErrorsEn, documentErrorsZh } from './errors/documents.ts';
import { reviewErrorsEn, reviewErrorsZh } from './errors/review.ts';
import { checklistErrorsEn, checklistErrorsZh } from './errors/checklists.ts';
import { lawErrorsEn, lawErrorsZh } from './errors/law.ts';
import { handoffErrorsEn, handoffErrorsZh } from './errors/handoff.ts';
import { type ErrorWords, p } from './errors/errorWords.ts';

/** What can be missing, by the kind the core names. */
const kindsZh: Readonly<Record<string, string>> = {
  project: '项目',
  document: '文件',
  version: '文件版本',
  text: '文件文本',
  evidence: '证据',
  finding: '问题',
  memo: '审查意见书',
  statute: '法规文本',
  checklist: '清单',
  checklistVersion: '清单版本',
  checklistDraft: '清单草稿',
};

/** What happened, what is kept, what to do. */
export const errorsZh: ErrorWords = {
  'bad-input': (e) => `输入不符合要求：${p(e, 'detail') || p(e, 'channel')}。未作任何改动。`,
  'unknown-channel': (e) =>
    `程序内部调用了不存在的通道“${p(e, 'channel')}”。未作任何改动，请重新启动程序。`,
  internal: () =>
    '程序内部出错，本次操作未完成，已保存的内容不受影响。请重试；仍不成功时重新启动程序。',
  cancelled: () => '已取消。取消前已完成的部分保留。',
  'not-found': (e) => `未找到${kindsZh[p(e, 'kind')] ?? ''}“${p(e, 'id')}”。`,
  'ambiguous-name': (e) => `名称“${p(e, 'name')}”不唯一：${p(e, 'ids')}。请改用编号。`,
  'nothing-to-undo': () => '没有可撤销的操作。',
  'nothing-to-redo': () => '没有可恢复的操作。',
  'undo-superseded': () => '该操作之后，同一内容又有新的改动，不能直接撤销。',
  'target-unwritable': (e) =>
    `无法写入“${p(e, 'file')}”。请检查文件夹是否存在、是否可写、文件是否被占用。`,
  'target-exists': (e) => `“${p(e, 'file')}”已存在，未覆盖。请换一个文件名。`,
  ...workspaceErrorsZh,
  ...documentErrorsZh,
  ...reviewErrorsZh,
  ...checklistErrorsZh,
  ...lawErrorsZh,
  ...handoffErrorsZh,
};

export const errorsEn: ErrorWords = {
  'bad-input': (e) =>
    `The input does not fit: ${p(e, 'detail') || p(e, 'channel')}. Nothing was changed.`,
  'unknown-channel': (e) =>
    `The program called a channel that does not exist (“${p(e, 'channel')}”). Nothing was changed; restart the program.`,
  internal: () =>
    'The program failed inside. This action was not completed; what was saved is intact. Try again, or restart the program.',
  cancelled: () => 'Cancelled. What was finished before is kept.',
  'not-found': (e) => `No ${p(e, 'kind')} “${p(e, 'id')}” was found.`,
  'ambiguous-name': (e) => `The name “${p(e, 'name')}” is not unique: ${p(e, 'ids')}. Use the id.`,
  'nothing-to-undo': () => 'There is nothing to undo.',
  'nothing-to-redo': () => 'There is nothing to redo.',
  'undo-superseded': () =>
    'The same content was changed again after that action, so it cannot be undone directly.',
  'target-unwritable': (e) =>
    `“${p(e, 'file')}” cannot be written. Check that the folder exists and is writable, and that the file is not in use.`,
  'target-exists': (e) => `“${p(e, 'file')}” exists and was not overwritten. Choose another name.`,
  ...workspaceErrorsEn,
  ...documentErrorsEn,
  ...reviewErrorsEn,
  ...checklistErrorsEn,
  ...lawErrorsEn,
  ...handoffErrorsEn,
};
