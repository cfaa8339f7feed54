import type { HandoffNotice, ReadText, Sender } from '../../domain/handoff/handoffReport.ts';
import type { Translation } from '../translation.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

/** Handing work to a colleague and taking it from one. */
export const handoffZh = {
  askPassphrase: '交接包口令',
  identity: (person: string, digits: string, chinese: string): string =>
    `本工作库：${person}\n指纹：${digits}\n　　　${chinese}`,
  contactSaved: (file: string): string => `联系人文件已写出：${file}。请交给同事。`,
  contactHint: '用 handoff keys --out 文件 写出联系人文件，交给同事。',
  trusted: (person: string, digits: string): string =>
    `已信任“${person}”，指纹 ${digits}。请与对方核对。`,
  noContacts: '还没有联系人。用 handoff trust 导入同事的联系人文件。',
  revoked: (person: string): string => `已撤销对“${person}”的信任。`,
  revokedMark: '已撤销',
  exported: (file: string, bytes: number, changes: number, contents: number): string =>
    `已写出交接包：${file}（${bytes} 字节，${changes} 条改动，${contents} 份文件）`,
  missingContents: (count: number): string =>
    `有 ${count} 份文件的原件不在本库中，未能放入交接包。`,
  counts: (
    total: number,
    fresh: number,
    changed: number,
    identical: number,
    conflicts: number,
  ): string =>
    `共 ${total} 条改动：新增 ${fresh}，更改 ${changed}，相同 ${identical}，冲突 ${conflicts}`,
  sender: (person: string, digits: string, status: string): string =>
    `发件人：${person}（${status}），指纹 ${digits}`,
  senderStatus: {
    trusted: '已信任',
    own: '本工作库',
    unknown: '尚未信任',
    revoked: '信任已撤销',
  } satisfies Words<Sender['status']> as Words<Sender['status']>,
  unknownFields: (entity: string, field: string, changes: number): string =>
    `本版本不认识的内容：${entity}.${field}（${changes} 条），已保留，升级后可见`,
  gap: (person: string, after: number, upTo: number): string =>
    `缺少 ${person} 的第 ${after + 1} 至 ${upTo} 条改动；相关内容暂存，补齐后生效`,
  conflict: (entity: string, id: string, field: string): string => `冲突：${entity} ${id} ${field}`,
  noConflicts: '没有未决的冲突。',
  askChoice: (count: number, canKeepBoth: boolean): string =>
    `采用哪一份？1–${count}${canKeepBoth ? '，b 两份都保留' : ''}，直接回车则导入后再选：`,
  backup: (file: string): string => `导入前备份：${file}`,
  resolved: (count: number): string => `选定 ${count} 处冲突`,
  released: (count: number): string => `先前暂存的 ${count} 条改动已生效`,
  notices: {
    'clock-ahead': '对方设备的时钟快于本机一天以上：未选定的冲突会以它的版本为准',
    'content-missing': '文件原件未随包附上',
    'duplicate-finding-number': '两位同事用了同一个问题编号，请改其中一个',
    'duplicate-memo-number': '两份意见书编号相同',
    'checklist-version':
      '项目所用审查清单的内容不在本机，其审查项暂不能显示；请对方重新交接整个项目',
    'new-owner': '承办人变更',
  } satisfies Words<HandoffNotice['code']> as Words<HandoffNotice['code']>,
  texts: {
    read: '已读出文字',
    known: '文字已有',
    failed: '文字未能读出',
    missing: '原件缺失，无法读出文字',
  } satisfies Words<ReadText['status']> as Words<ReadText['status']>,
  movedQuotes: (count: number): string =>
    `有 ${count} 条证据的引文与本机读出的文字位置不符，请核对`,
  undone: (restored: number, kept: number, memos: number): string =>
    `已撤销上次导入：恢复 ${restored} 处，之后又改过而保留 ${kept} 处，已写出的意见书保留 ${memos} 份`,
  direction: { sent: '发出', received: '收到' },
  handedOver: (person: string): string =>
    `已移交给“${person}”：本库的副本只读；没有发出时用 handoff take-back 收回`,
  takenBack: (project: string): string => `已收回“${project}”，承办人为本库`,
  unfinished: (project: string, person: string, since: string): string =>
    `项目“${project}”于 ${since} 移交给“${person}”，但交接包没有生成或没有取出，对方并未收到：用 handoff export 项目 --hand-over 重新封装，或用 handoff take-back 收回`,
  markedSent: (file: string): string => `已标记为发出：${file}`,
  logState: {
    built: '已生成',
    sent: (at: string): string => `发出于 ${at}`,
    read: (people: string): string => `${people}已收到`,
  },
  owner: (person: string, since: string): string => `承办人：${person}（自 ${since}）`,
  readOnly: '本库的副本只读；用 handoff take-back 收回',
  disputedOwner: '两方各自认定了承办人，请选定',
  receipt: (
    project: string,
    person: string,
    readUpTo: string | null,
    read: number,
    unseen: number,
  ): string =>
    readUpTo === null
      ? `${project}  ${person}  尚未读到本库的改动，未读 ${unseen} 条`
      : `${project}  ${person}  已读到 ${readUpTo}（${read} 条），未读 ${unseen} 条`,
  open: (conflicts: number, waiting: number): string =>
    `未决冲突 ${conflicts} 处，等待补齐 ${waiting} 处`,
};

export const handoffEn: Translation<typeof handoffZh> = {
  askPassphrase: 'Package passphrase',
  identity: (person, digits, chinese) =>
    `This workspace: ${person}\nFingerprint: ${digits}\n             ${chinese}`,
  contactSaved: (file) => `Contact file written: ${file}. Give it to your colleague.`,
  contactHint: 'Write the contact file for colleagues with handoff keys --out FILE.',
  trusted: (person, digits) =>
    `“${person}” is trusted, fingerprint ${digits}. Compare it with them.`,
  noContacts: 'No contacts yet. Take in a colleague’s contact file with handoff trust.',
  revoked: (person) => `Trust in “${person}” was taken back.`,
  revokedMark: 'taken back',
  exported: (file, bytes, changes, contents) =>
    `Package written: ${file} (${bytes} bytes, ${changes} changes, ${contents} files)`,
  missingContents: (count) =>
    `The bytes of ${count} files are not in this workspace and could not go into the package.`,
  counts: (total, fresh, changed, identical, conflicts) =>
    `${total} changes: ${fresh} new, ${changed} changed, ${identical} identical, ${conflicts} in conflict`,
  sender: (person, digits, status) => `Sender: ${person} (${status}), fingerprint ${digits}`,
  senderStatus: {
    trusted: 'trusted',
    own: 'this workspace',
    unknown: 'not trusted yet',
    revoked: 'trust taken back',
  },
  unknownFields: (entity, field, changes) =>
    `Not known to this version: ${entity}.${field} (${changes} changes), kept and visible after an upgrade`,
  gap: (person, after, upTo) =>
    `Changes ${after + 1} to ${upTo} of ${person} are missing; what builds on them is kept aside until they come`,
  conflict: (entity, id, field) => `Conflict: ${entity} ${id} ${field}`,
  noConflicts: 'No open conflicts.',
  askChoice: (count, canKeepBoth) =>
    `Which one? 1–${count}${canKeepBoth ? ', b for both' : ''}, Enter to choose after importing:`,
  backup: (file) => `Backup before the import: ${file}`,
  resolved: (count) => `${count} conflicts were settled`,
  released: (count) => `${count} changes kept aside earlier went in now`,
  notices: {
    'clock-ahead':
      'The sender’s clock is ahead by more than a day: its version stands wherever nobody chooses',
    'content-missing': 'The bytes of a file did not come with the package',
    'duplicate-finding-number': 'Two colleagues gave the same finding number; change one of them',
    'duplicate-memo-number': 'Two memos bear the same number',
    'checklist-version':
      'A checklist that the project is reviewed by is not here, so its items cannot be shown; have the whole project handed over again',
    'new-owner': 'The owner changes',
  },
  texts: {
    read: 'text read',
    known: 'text known',
    failed: 'text could not be read',
    missing: 'bytes missing, text cannot be read',
  },
  movedQuotes: (count) =>
    `${count} pieces of evidence quote text that stands elsewhere in the text as read here; check them`,
  undone: (restored, kept, memos) =>
    `The last import was undone: ${restored} fields restored, ${kept} changed since and left, ${memos} written memos kept`,
  direction: { sent: 'sent', received: 'received' },
  handedOver: (person) =>
    `Handed over to “${person}”: the copy here is read-only; use handoff take-back if it is never sent`,
  takenBack: (project) => `“${project}” is held by this workspace again`,
  unfinished: (project, person, since) =>
    `“${project}” was handed over to “${person}” on ${since}, but its package was never built or never fetched, so they have not got it: seal it again with handoff export PROJECT --hand-over, or take it back with handoff take-back`,
  markedSent: (file) => `Marked as sent: ${file}`,
  logState: {
    built: 'built',
    sent: (at) => `sent ${at}`,
    read: (people) => `received by ${people}`,
  },
  owner: (person, since) => `Owner: ${person} (since ${since})`,
  readOnly: 'The copy here is read-only; take it back with handoff take-back',
  disputedOwner: 'Two people each named an owner; choose one',
  receipt: (project, person, readUpTo, read, unseen) =>
    readUpTo === null
      ? `${project}  ${person}  has read nothing yet, ${unseen} of yours not yet seen`
      : `${project}  ${person}  has read up to ${readUpTo} (${read} changes), ${unseen} of yours not yet seen`,
  open: (conflicts, waiting) => `${conflicts} open conflicts, ${waiting} parts waiting`,
};
