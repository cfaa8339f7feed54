import type { SharedFolderState, WaitReason } from '../../domain/handoff/sharedFolder.ts';
import type { Translation } from '../translation.ts';
import { counted } from '../counted.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

/** The folder that a team shares, on the screen and on the command line. */
export const sharedFolderZh = {
  title: '共享文件夹',
  lead: '选一个同事也能打开的文件夹（网络共享、同步盘或优盘）。各台电脑只写自己的文件，签名并加密给选定的同事；同事的新内容会自动查看，先预览后导入。',
  log: {
    lead: '每次同步收下与写出的内容；没有变化的同步不列。收下的交接包也在上表，可从上表撤销。',
    columns: { at: '时间', taken: '收下', written: '写出', folder: '文件夹' },
    taken: (person: string, changes: number): string => `${person}：${changes} 条改动`,
    written: (project: string, changes: number): string =>
      changes === 0 ? `${project}：回执` : `${project}：${changes} 条改动`,
    receipts: (count: number): string => `回执 ${count} 份`,
    removed: (count: number): string => `移走 ${count} 个已收到的文件`,
    altered: (count: number): string => `${count} 个本机文件被改动过，已移走重写`,
  },
  folder: '文件夹',
  none: '未设定',
  choose: '选择文件夹',
  change: '更换文件夹',
  browserOnly:
    '浏览器不能指定本机文件夹。请在桌面程序中选择，或用命令行 handoff folder set 文件夹 --to 联系人。设定后，这里照常显示和操作。',
  projects: '共享的项目',
  all: '全部项目',
  chosen: '选择项目',
  noneChosen: '请至少选择一个项目。',
  members: '同事',
  noContacts: '还没有受信任的联系人。请先在“身份与联系人”导入同事的联系人文件。',
  noMembers: '尚未选择同事：只查看，不写出任何内容。',
  revokedMember: '信任已撤销，不再写给此人',
  automatic: '自动导入',
  automaticNote:
    '只限所选同事发来、没有冲突、没有缺漏、没有本版本不认识的内容的交接包；其余仍等您查看。每次导入前都有备份，最近一次可在记录中撤销。',
  save: '保存设置',
  saved: '共享文件夹的设置已保存。',
  syncNow: '立即同步',
  syncing: '正在同步',
  stop: '停用',
  stopTitle: '停用共享文件夹？',
  stopNote: '不再查看和写出。工作库的内容不变；文件夹中本机写出的文件会移走，同事的文件不动。',
  stopped: '已停用共享文件夹。',
  cancel: '取消',
  settings: '设置',
  standing: '状态',
  state: {
    off: '未设定',
    new: '尚未查看',
    reached: '正常',
    away: '文件夹不在，或没有应答；恢复后自动继续',
    strange:
      '文件夹在，但没有本机写过的部分：可能换了优盘，或被人清空。未写入。如确是此文件夹，请重新选择它',
    copied: '另一份工作库正以本设备的名义写入；已停止写出',
  } satisfies Words<SharedFolderState> as Words<SharedFolderState>,
  lastLooked: '上次查看',
  lastReached: '上次找到文件夹',
  lastWritten: '上次写出',
  never: '从未',
  ownFiles: (files: number, size: string): string =>
    files === 0 ? '没有待同事取走的文件' : `${files} 个文件待同事取走，${size}`,
  unconfirmed: (files: number): string =>
    files === 0 ? '已全部收到' : `${files} 个文件尚未确认收到`,
  writeFailed: '未能写出，改动都在本库中，下次同步再写',
  waiting: (count: number): string => `待查看的交接包 ${count}`,
  waitingNote: '按顺序查看；先到的没有导入，后面的可能要等它。',
  packageLine: (total: number, fresh: number, changed: number, conflicts: number): string =>
    `${total} 条改动：新增 ${fresh}，更改 ${changed}，冲突 ${conflicts}`,
  look: '查看',
  lookAt: (person: string): string => `查看“${person}”的交接包`,
  reasons: {
    asked: '未开启自动导入',
    conflicts: '有冲突',
    gaps: '缺少先前的内容',
    unknown: '有本版本不认识的内容',
    project: '含未共享的项目',
    member: '发件人不在所选同事中',
  } satisfies Words<WaitReason> as Words<WaitReason>,
  strangers: (count: number): string => `来历不明的交接包 ${count}`,
  strangersNote:
    '发件人不在联系人中，未导入。请与对方当面或电话核对指纹后再信任；不认识的，不要信任。',
  compare: '核对指纹',
  compareWith: (person: string): string => `核对“${person}”的指纹`,
  problems: (count: number): string => `未收下的文件 ${count}`,
  tries: (count: number): string => `已查看 ${count} 次`,
  arriving: (count: number): string => `${count} 个文件还在写入或传送，稍后再看`,
  duplicates: (count: number): string =>
    `${count} 个文件是同步程序留下的副本，内容相同，已忽略；可以删除`,
  clocks: {
    ahead: (person: string, moment: string): string =>
      `“${person}”的电脑时钟比本机快一天以上（交接包写着 ${moment}），请核对双方时钟`,
    behind: (person: string, moment: string): string =>
      `“${person}”的电脑时钟比本机慢半年以上（交接包写着 ${moment}），请核对双方时钟`,
  },
  notForUs: (count: number): string => `${count} 个文件是给别人的`,
  arrived: (count: number): string => `共享文件夹中有 ${count} 个交接包待查看。`,
  done: (taken: number, written: number): string =>
    taken + written === 0
      ? '已同步，没有新内容。'
      : `已同步：收下 ${taken} 个，写出 ${written} 个。`,
  copiedTitle: '同一工作库在两台电脑上使用',
  copiedLead:
    '文件夹中有以本设备名义、但不是本工作库写的内容：工作库被复制过，或从备份恢复过。两份若继续用同一编号，同事将无法收取其中一份。请选一份成为新设备：内容一条不少，之后写出照常；要把新的联系人文件交给同事。',
  renew: '让本工作库成为新设备',
  renewTitle: '成为新设备？',
  renewNote:
    '两份共有的改动保留原编号。分开之后只在本工作库写下的改动，改用新设备的编号，内容、作者和时间不变。会生成新的密钥：请把新的联系人文件交给同事并核对指纹，在此之前收不到加密给旧密钥的交接包。先前的步骤不能再用“撤销”取消。',
  renewed: (moved: number): string =>
    `本工作库已是新设备，${moved} 条改动改用新编号。请把新的联系人文件交给同事。`,
  keep: '本工作库沿用原编号',
  keepNote:
    '另一份不再使用，且没有以本设备名义写过新内容时，选这一项。另一份成为新设备后，这里自动恢复。',
  kept: '本工作库沿用原设备编号。',
  toPeople: '导出联系人文件',
  cli: {
    set: (folder: string, people: string): string =>
      `共享文件夹：${folder}；同事：${people || '无'}`,
    off: '已停用共享文件夹。',
    projects: (names: string): string => `项目：${names}`,
    automatic: (isOn: boolean): string => `自动导入：${isOn ? '开' : '关'}`,
    state: (state: string): string => `状态：${state}`,
    moments: (looked: string, written: string): string => `上次查看 ${looked}，上次写出 ${written}`,
    member: (person: string, note: string): string => `同事 ${person}：${note}`,
    waiting: (file: string, person: string, counts: string, reasons: string): string =>
      `待查看 ${file}（${person}）${counts}；${reasons}`,
    stranger: (file: string, person: string, digits: string): string =>
      `来历不明 ${file}（自称 ${person}，指纹 ${digits}）`,
    problem: (file: string, message: string): string => `未收下 ${file}：${message}`,
    duplicate: (file: string): string => `同步副本，已忽略：${file}`,
    taken: (file: string, person: string, changes: number): string =>
      `收下 ${file}（${person}，${changes} 条改动）`,
    written: (file: string, project: string, changes: number): string =>
      `写出 ${file}（${project}，${changes} 条改动）`,
    removed: (count: number): string => `移走 ${count} 个不再需要的本机文件`,
    altered: (file: string): string => `本机文件被改动过，已移走并将重写：${file}`,
    lookHint: '用 handoff import 文件 导入待查看的交接包。',
    newDevice: (device: string, former: string, shared: number, moved: number): string =>
      `新设备编号 ${device}。原设备 ${former} 的第 1 至 ${shared} 条改动保留原编号，${moved} 条改用新编号。`,
    builtOn: (count: number): string =>
      `有 ${count} 条改动同事已据以继续工作，保留原编号；另一份工作库若在同样的编号下写过别的内容，也须成为新设备。`,
    unread: (file: string): string =>
      `未能读取、因而没有比对：${file}。另一份工作库若在其中以原编号写过别的内容，也须成为新设备。`,
    newContact: (digits: string): string =>
      `密钥已更换，新指纹 ${digits}。请用 handoff keys --out 文件 写出联系人文件，交给同事核对。`,
    keptDevice: '本工作库沿用原设备编号。',
  },
};

export const sharedFolderEn: Translation<typeof sharedFolderZh> = {
  title: 'Shared folder',
  lead: 'Choose a folder that colleagues can open too (a network share, a synchronised folder, a stick). Each machine writes only its own files, signed and encrypted to the colleagues you choose; what they write is looked at by itself and imported after a look.',
  log: {
    lead: 'What each synchronisation took in and wrote; those that changed nothing are left out. Packages that went in stand in the table above too and can be undone there.',
    columns: { at: 'When', taken: 'Taken in', written: 'Written', folder: 'Folder' },
    taken: (person, changes) => `${person}: ${counted(changes, 'change')}`,
    written: (project, changes) =>
      changes === 0 ? `${project}: receipt` : `${project}: ${counted(changes, 'change')}`,
    receipts: (count) => counted(count, 'receipt'),
    removed: (count) => `${counted(count, 'file')} taken out that everybody has`,
    altered: (count) => `${counted(count, 'own file')} found altered and written anew`,
  },
  folder: 'Folder',
  none: 'not set',
  choose: 'Choose a folder',
  change: 'Change the folder',
  browserOnly:
    'A browser cannot name a folder of this machine. Choose it in the desktop program, or with handoff folder set FOLDER --to CONTACT. Once set, it is shown and used here as well.',
  projects: 'Shared projects',
  all: 'All projects',
  chosen: 'Choose projects',
  noneChosen: 'Choose at least one project.',
  members: 'Colleagues',
  noContacts:
    'No trusted contacts yet. Import a colleague’s contact file under Identity and contacts first.',
  noMembers: 'No colleague is chosen: the folder is read, and nothing is written.',
  revokedMember: 'trust was taken back; nothing is written to them',
  automatic: 'Import by itself',
  automaticNote:
    'Only packages of the chosen colleagues without conflicts, gaps and content this version does not know; all others wait for you. A backup precedes each import, and the last one can be undone in the log.',
  save: 'Save settings',
  saved: 'The settings of the shared folder are saved.',
  syncNow: 'Synchronise now',
  syncing: 'Synchronising',
  stop: 'Stop using it',
  stopTitle: 'Stop using the shared folder?',
  stopNote:
    'It is neither read nor written any more. The workspace stays as it is; the files this machine wrote are removed from the folder, colleagues’ files are left alone.',
  stopped: 'The shared folder is not used any more.',
  cancel: 'Cancel',
  settings: 'Settings',
  standing: 'State',
  state: {
    off: 'not set',
    new: 'not looked at yet',
    reached: 'in order',
    away: 'The folder is not there or does not answer; work goes on by itself when it is back',
    strange:
      'The folder is there without this machine’s part: another stick, or somebody emptied it. Nothing was written. If it is the right one, choose it again',
    copied: 'Another copy of this workspace writes as this device; nothing is written from here',
  },
  lastLooked: 'Last looked',
  lastReached: 'Folder last found',
  lastWritten: 'Last written',
  never: 'never',
  ownFiles: (files, size) =>
    files === 0 ? 'no files wait for colleagues' : `${files} files wait for colleagues, ${size}`,
  unconfirmed: (files) => (files === 0 ? 'has everything' : `has not confirmed ${files} files`),
  writeFailed: 'Could not write; all changes are in this workspace and are written next time',
  waiting: (count) => `Packages to look at: ${count}`,
  waitingNote: 'Look at them in order; a later one may wait for one that was not imported.',
  packageLine: (total, fresh, changed, conflicts) =>
    `${total} changes: ${fresh} new, ${changed} changed, ${conflicts} in conflict`,
  look: 'Look',
  lookAt: (person) => `Look at the package of “${person}”`,
  reasons: {
    asked: 'automatic import is off',
    conflicts: 'conflicts',
    gaps: 'something earlier is missing',
    unknown: 'content this version does not know',
    project: 'a project that is not shared',
    member: 'sender is not among the chosen colleagues',
  },
  strangers: (count) => `Packages of unknown senders: ${count}`,
  strangersNote:
    'The sender is no contact; nothing was imported. Compare the fingerprint in person or by telephone before trusting them; do not trust somebody you do not know.',
  compare: 'Compare fingerprint',
  compareWith: (person) => `Compare the fingerprint of “${person}”`,
  problems: (count) => `Files that were not taken: ${count}`,
  tries: (count) => `looked at ${count} times`,
  arriving: (count) =>
    `${count} files are still being written or brought; they are looked at later`,
  duplicates: (count) =>
    `${count} files are copies a synchroniser left, with the same content; they are ignored and can be deleted`,
  clocks: {
    ahead: (person, moment) =>
      `The clock of “${person}” is more than a day ahead of this machine (a package says ${moment}); compare the two`,
    behind: (person, moment) =>
      `The clock of “${person}” is more than half a year behind this machine (a package says ${moment}); compare the two`,
  },
  notForUs: (count) => `${count} files are for others`,
  arrived: (count) => `${count} packages wait for a look in the shared folder.`,
  done: (taken, written) =>
    taken + written === 0
      ? 'Synchronised; nothing new.'
      : `Synchronised: ${taken} taken in, ${written} written.`,
  copiedTitle: 'One workspace is used on two machines',
  copiedLead:
    'The folder holds something written as this device, but not by this workspace: it was copied, or restored from a backup. If both go on under one number, colleagues can take in only one of them. Make one of them a new device: nothing is lost, writing goes on, and colleagues need the new contact file.',
  renew: 'Make this workspace a new device',
  renewTitle: 'Become a new device?',
  renewNote:
    'Changes that both copies share keep their numbers. Changes written only here since the two parted get numbers of the new device; content, author and time stay. New keys are made: give colleagues the new contact file and compare fingerprints; until then packages encrypted to the old key cannot be read. Earlier steps can no longer be taken back with Undo.',
  renewed: (moved) =>
    `This workspace is a new device; ${moved} changes have new numbers. Give colleagues the new contact file.`,
  keep: 'This workspace keeps its device',
  keepNote:
    'When the other copy is not used any more and wrote nothing new as this device. Once the other is a new device, this one goes on by itself.',
  kept: 'This workspace keeps its device.',
  toPeople: 'Export contact file',
  cli: {
    set: (folder, people) => `Shared folder: ${folder}; colleagues: ${people || 'none'}`,
    off: 'The shared folder is not used any more.',
    projects: (names) => `Projects: ${names}`,
    automatic: (isOn) => `Import by itself: ${isOn ? 'on' : 'off'}`,
    state: (state) => `State: ${state}`,
    moments: (looked, written) => `Last looked ${looked}, last written ${written}`,
    member: (person, note) => `Colleague ${person}: ${note}`,
    waiting: (file, person, counts, reasons) =>
      `To look at ${file} (${person}) ${counts}; ${reasons}`,
    stranger: (file, person, digits) =>
      `Unknown sender ${file} (says to be ${person}, fingerprint ${digits})`,
    problem: (file, message) => `Not taken ${file}: ${message}`,
    duplicate: (file) => `Synchroniser’s copy, ignored: ${file}`,
    taken: (file, person, changes) => `Taken in ${file} (${person}, ${changes} changes)`,
    written: (file, project, changes) => `Written ${file} (${project}, ${changes} changes)`,
    removed: (count) => `Removed ${count} own files that nobody needs any more`,
    altered: (file) => `An own file had been altered; it was removed and is written anew: ${file}`,
    lookHint: 'Import what waits with handoff import FILE.',
    newDevice: (device, former, shared, moved) =>
      `New device ${device}. Changes 1 to ${shared} of ${former} keep their numbers, ${moved} have new ones.`,
    builtOn: (count) =>
      `Colleagues have built on ${count} changes, which keep their numbers; if the other copy wrote something else under them, it must become a new device too.`,
    unread: (file) =>
      `Could not be read and was not compared: ${file}. If the other copy wrote something else there under the former numbers, it must become a new device as well.`,
    newContact: (digits) =>
      `The keys are new, fingerprint ${digits}. Write the contact file with handoff keys --out FILE and have colleagues compare it.`,
    keptDevice: 'This workspace keeps its device.',
  },
};
