import { type ErrorWords, p } from './errorWords.ts';

/** Opening, unlocking and keeping the workspace. */
export const workspaceErrorsZh = {
  'workspace-none': (e) => `“${p(e, 'folder')}”中没有工作库。请先新建工作库，或换一个文件夹。`,
  'workspace-exists': (e) =>
    `“${p(e, 'folder')}”中已有工作库，未作改动。请直接打开，或换一个空文件夹。`,
  'workspace-locked': () => '工作库已锁定。请先用口令解锁。',
  'workspace-busy': (e) =>
    `工作库“${p(e, 'folder')}”正被另一个程序使用，未作改动。请先关闭那个程序。`,
  'workspace-newer': (e) =>
    `工作库由较新版本的程序写成（库版本 ${p(e, 'found')}，本程序支持到 ${p(e, 'supported')}），未作改动。请升级本程序后再打开。`,
  'workspace-damaged': (e) => `工作库文件损坏或不完整：${p(e, 'file')}。未作改动，请用备份恢复。`,
  'read-only': (e) => `“${p(e, 'folder')}”不可写。未作改动，请检查文件夹权限或换一个位置。`,
  'disk-full': (e) =>
    `磁盘空间不足，本次操作未保存，此前内容完好。请清理空间后重试。${p(e, 'folder')}`,
  'wrong-passphrase': () => '口令不正确。内容未受影响，请重新输入；忘记口令可使用恢复密钥。',
  'wrong-recovery-key': () => '恢复密钥不正确。请核对是否完整抄录，以 AGE-SECRET-KEY-1 开头。',
  'passphrase-short': (e) => `口令太短，至少 ${p(e, 'min')} 个字符。`,
  'passphrase-missing': () => '需要口令：请设置环境变量 COUNSEL_DESK_PASSPHRASE，或在终端中输入。',
} satisfies Partial<ErrorWords>;

export const workspaceErrorsEn = {
  'workspace-none': (e) =>
    `There is no workspace in “${p(e, 'folder')}”. Make one first, or choose another folder.`,
  'workspace-exists': (e) =>
    `“${p(e, 'folder')}” already holds a workspace; nothing was changed. Open it, or choose an empty folder.`,
  'workspace-locked': () => 'The workspace is locked. Unlock it with the passphrase first.',
  'workspace-busy': (e) =>
    `Another program is using the workspace “${p(e, 'folder')}”; nothing was changed. Close that program first.`,
  'workspace-newer': (e) =>
    `The workspace was written by a newer version (schema ${p(e, 'found')}, this program knows ${p(e, 'supported')}); nothing was changed. Update this program.`,
  'workspace-damaged': (e) =>
    `A workspace file is damaged or incomplete: ${p(e, 'file')}. Nothing was changed; restore a backup.`,
  'read-only': (e) =>
    `“${p(e, 'folder')}” cannot be written. Nothing was changed; check its permissions or choose another place.`,
  'disk-full': (e) =>
    `The disk is full. This action was not saved; everything before it is intact. Free some space and try again. ${p(e, 'folder')}`,
  'wrong-passphrase': () =>
    'The passphrase is wrong. Nothing is affected; try again, or use the recovery key.',
  'wrong-recovery-key': () =>
    'The recovery key is wrong. Check that it is complete; it begins with AGE-SECRET-KEY-1.',
  'passphrase-short': (e) => `The passphrase is too short; at least ${p(e, 'min')} characters.`,
  'passphrase-missing': () =>
    'A passphrase is needed: set COUNSEL_DESK_PASSPHRASE, or type it on a terminal.',
} satisfies Partial<ErrorWords>;
