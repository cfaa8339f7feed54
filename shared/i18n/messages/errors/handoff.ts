import { type ErrorWords, moment, p } from './errorWords.ts';

/** Packages, contacts, the owner of a project, the shared folder. */
export const handoffErrorsZh = {
  'handoff-damaged': (e) =>
    `交接包“${p(e, 'file')}”已损坏或不完整（${p(e, 'detail')}），未导入任何内容。请对方重新导出并发送。`,
  'handoff-newer': (e) =>
    `交接包由较新版本的程序写成（格式 ${p(e, 'found')}，本程序支持到 ${p(e, 'supported')}），未导入任何内容。请升级本程序后再导入。`,
  'handoff-signature': () =>
    '交接包的签名与内容不符，可能在传送中被改动，未导入任何内容。请对方重新导出并发送。',
  'handoff-invalid': (e) =>
    `交接包中有不符合格式的内容（${p(e, 'place')}：${p(e, 'detail')}），未导入任何内容。请核对双方程序版本，或请对方重新导出。`,
  'handoff-forked': (e) =>
    `设备“${p(e, 'device')}”的第 ${p(e, 'seq')} 条改动与本库所存不同：同一工作库曾被复制或恢复到两处分别使用。未导入任何内容。`,
  'handoff-memo-frozen': (e) =>
    `交接包试图改动已写出的审查意见书（${p(e, 'id')}）。意见书一经写出不再改动，未导入任何内容。`,
  'handoff-sender-unknown': (e) =>
    `尚未信任发件人“${p(e, 'person')}”（指纹 ${p(e, 'fingerprint')}），未导入任何内容。请与对方当面或电话核对指纹，确认后再导入。`,
  'handoff-sender-revoked': (e) =>
    `对“${p(e, 'person')}”（指纹 ${p(e, 'fingerprint')}）的信任已撤销，未导入任何内容。`,
  'handoff-passphrase': (e) =>
    `打不开交接包：口令不正确或未提供。提示：${p(e, 'hint') || '无'}。命令行请加 --passphrase，并设置 COUNSEL_DESK_HANDOFF_PASSPHRASE。`,
  'handoff-not-for-us': () =>
    '交接包不是加密给本工作库的，无法打开。请对方选择您的联系人后重新导出。',
  'handoff-recipient-unknown': (e) =>
    `没有名为“${p(e, 'name')}”的受信任联系人，或有多人同名。请先导入对方的联系人文件；同名时请改用指纹（handoff contacts 列出）。`,
  'handoff-contact-damaged': (e) =>
    `“${p(e, 'file')}”不是完好的联系人文件或交接包，未添加联系人。请对方重新发送。`,
  'handoff-fingerprint': (e) =>
    `指纹不一致：文件中的是 ${p(e, 'fingerprint')}。未添加联系人，请与对方重新核对。`,
  'handoff-empty': () => '没有可以交接的项目。',
  'handoff-choice': () =>
    '所作的选择与现在的各个版本不符，未导入、未改动任何内容。请重新打开交接包或刷新后再选。',
  'handoff-new-owner': () =>
    '移交项目须选定项目，并且只加密给一位受信任的联系人，不能用口令、不加密或同时发给多人。未生成交接包，项目仍由本库承办。',
  'handoff-not-owner': (e) =>
    `项目“${p(e, 'project')}”由“${p(e, 'person')}”承办，不能由本库移交。请先收回，或由对方移交。未作改动。`,
  'handoff-owned': (e) => `项目“${p(e, 'project')}”现由本库承办，无需收回。未作改动。`,
  'handoff-gone': (e) =>
    `这次操作已于 ${moment('zh-CN', e)} 生成交接包“${p(e, 'file')}”，包已取出一次，或程序其间关闭、锁定，内存中不再保留。需要时请重新生成；未作改动。`,
  'project-handed-over': (e) =>
    `项目“${p(e, 'project')}”自 ${moment('zh-CN', e)} 起由“${p(e, 'person')}”承办，本库的副本只读，未作改动。如须修改，请先收回：用项目页上方的“收回”，或命令 handoff take-back。`,
  'handoff-nothing-to-undo': () => '没有可以撤销的导入：尚未导入过，或最近一次导入已撤销。',
  'folder-none': () =>
    '还没有设定共享文件夹。请先设定：交接 › 共享文件夹，或命令行 handoff folder set 文件夹 --to 联系人。',
  'folder-needs-path': () =>
    '浏览器只能交来文件，不能指定本机文件夹。请在桌面程序中设定，或用命令行 handoff folder set 文件夹 --to 联系人。',
  'folder-unreachable': (e) =>
    `找不到共享文件夹“${p(e, 'folder')}”，或它没有应答。请检查网络、优盘或同步程序；恢复后会自动继续，未写出的内容都还在本库中。`,
  'folder-in-workspace': (e) =>
    `“${p(e, 'folder')}”与工作库在同一处，不能用作共享文件夹。请另选一个同事也能打开的文件夹。`,
  'folder-crowded': (e) =>
    `共享文件夹“${p(e, 'folder')}”中的文件超过 ${p(e, 'limit')} 个，未读取。请移走与交接无关的文件。`,
  'folder-not-sealed': (e) =>
    `“${p(e, 'file')}”没有加密给本工作库，共享文件夹只收加密给本人的交接包。如确有需要，请用“收取”单独打开它。`,
  'device-still-used': () =>
    '共享文件夹里还有另一份工作库以本设备名义写的内容，不能由本工作库继续使用该设备编号。请让本工作库成为新设备，或先在另一台电脑上这样做。',
} satisfies Partial<ErrorWords>;

export const handoffErrorsEn = {
  'handoff-damaged': (e) =>
    `Package “${p(e, 'file')}” is damaged or incomplete (${p(e, 'detail')}); nothing was imported. Ask the sender to export and send it again.`,
  'handoff-newer': (e) =>
    `The package was written by a newer version (format ${p(e, 'found')}, this program knows ${p(e, 'supported')}); nothing was imported. Update this program.`,
  'handoff-signature': () =>
    'The signature does not fit the package, so it may have been altered on the way; nothing was imported. Ask the sender to export and send it again.',
  'handoff-invalid': (e) =>
    `The package holds something that does not fit the format (${p(e, 'place')}: ${p(e, 'detail')}); nothing was imported. Compare program versions, or ask the sender to export it again.`,
  'handoff-forked': (e) =>
    `Change ${p(e, 'seq')} of device “${p(e, 'device')}” differs from the one kept here: the same workspace was copied or restored and used in two places. Nothing was imported.`,
  'handoff-memo-frozen': (e) =>
    `The package would alter a written memo (${p(e, 'id')}). Written memos never change; nothing was imported.`,
  'handoff-sender-unknown': (e) =>
    `The sender “${p(e, 'person')}” is not trusted yet (fingerprint ${p(e, 'fingerprint')}); nothing was imported. Compare the fingerprint with them in person or by telephone, then confirm and import.`,
  'handoff-sender-revoked': (e) =>
    `Trust in “${p(e, 'person')}” (fingerprint ${p(e, 'fingerprint')}) was taken back; nothing was imported.`,
  'handoff-passphrase': (e) =>
    `The package cannot be opened: the passphrase is wrong or missing. Hint: ${p(e, 'hint') || 'none'}. On the command line add --passphrase and set COUNSEL_DESK_HANDOFF_PASSPHRASE.`,
  'handoff-not-for-us': () =>
    'The package was not encrypted to this workspace and cannot be opened. Ask the sender to choose you as recipient and export it again.',
  'handoff-recipient-unknown': (e) =>
    `There is no trusted contact “${p(e, 'name')}”, or several bear that name. Take in their contact file first; where several do, give the fingerprint (handoff contacts lists them).`,
  'handoff-contact-damaged': (e) =>
    `“${p(e, 'file')}” is no sound contact file or package; no contact was added. Ask for it again.`,
  'handoff-fingerprint': (e) =>
    `The fingerprints differ: the file has ${p(e, 'fingerprint')}. No contact was added; compare again.`,
  'handoff-empty': () => 'There is no project to hand over.',
  'handoff-choice': () =>
    'A choice fits none of the versions there are now. Nothing was imported or changed. Open the package again, or refresh, and choose anew.',
  'handoff-new-owner': () =>
    'Handing over needs chosen projects and a package encrypted to exactly one trusted contact: no passphrase, no package without encryption, nobody else beside them. No package was built; the projects stay yours.',
  'handoff-not-owner': (e) =>
    `“${p(e, 'project')}” is held by “${p(e, 'person')}” and cannot be handed over from here. Take it back first, or have them hand it over. Nothing was changed.`,
  'handoff-owned': (e) =>
    `“${p(e, 'project')}” is held by this workspace already. Nothing was changed.`,
  'handoff-gone': (e) =>
    `This command built the package “${p(e, 'file')}” on ${moment('en', e)}. It was fetched once, or the program was closed or locked since, and it is not kept any more. Build it again where it is needed; nothing was changed.`,
  'project-handed-over': (e) =>
    `“${p(e, 'project')}” has been held by “${p(e, 'person')}” since ${moment('en', e)}; the copy here is read-only and nothing was changed. To edit it, take it back first: “Take back” at the top of the project, or the command handoff take-back.`,
  'handoff-nothing-to-undo': () =>
    'There is no import to undo: none was made, or the last one was undone already.',
  'folder-none': () =>
    'No shared folder is set. Set one under Hand-off › Shared folder, or with handoff folder set FOLDER --to CONTACT.',
  'folder-needs-path': () =>
    'A browser hands in files, not a folder of this machine. Set it in the desktop program, or with handoff folder set FOLDER --to CONTACT.',
  'folder-unreachable': (e) =>
    `The shared folder “${p(e, 'folder')}” is not there or does not answer. Check the network, the stick or the synchroniser; work goes on by itself then, and what was not written is still in this workspace.`,
  'folder-in-workspace': (e) =>
    `“${p(e, 'folder')}” lies with the workspace and cannot be the shared folder. Choose one that colleagues can open too.`,
  'folder-crowded': (e) =>
    `The shared folder “${p(e, 'folder')}” holds more than ${p(e, 'limit')} files and was not read. Move away what does not belong to the hand-off.`,
  'folder-not-sealed': (e) =>
    `“${p(e, 'file')}” is not encrypted to this workspace; a shared folder takes only packages that are. Open it by hand under Receive if it is wanted.`,
  'device-still-used': () =>
    'What another copy of this workspace wrote as this device still lies in the shared folder, so this copy cannot go on as that device. Make this copy a new device, or do so on the other machine first.',
} satisfies Partial<ErrorWords>;
