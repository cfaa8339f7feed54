import { type ErrorWords, p } from './errorWords.ts';

/** Checklists, their files and packs. */
export const checklistErrorsZh = {
  'checklist-incomplete': (e) =>
    `清单“${p(e, 'title')}”尚有 ${p(e, 'count')} 处未完成，未发布；第一处：${p(e, 'place')}。请逐处补正后再发布。`,
  'checklist-clash': (e) =>
    `清单“${p(e, 'title')}”与项目中的“${p(e, 'other')}”有相同的审查项编号“${p(e, 'item')}”，不能同时使用，项目未改动。请另存一份清单（各项取新编号）后再用。`,
  'checklist-pack-damaged': (e) =>
    `清单包“${p(e, 'file')}”已损坏或不完整（${p(e, 'detail')}），未导入任何内容。请对方重新导出并发送。`,
  'checklist-pack-newer': (e) =>
    `清单包“${p(e, 'file')}”由较新版本的程序写成（格式 ${p(e, 'found')}，本程序支持到 ${p(e, 'supported')}），未导入任何内容。请升级本程序后再导入。`,
  'checklist-pack-signature': (e) =>
    `清单包“${p(e, 'file')}”的签名与内容不符，可能在传送中被改动，未导入任何内容。请对方重新导出并发送。`,
  'checklist-signer-unknown': (e) =>
    `清单包“${p(e, 'file')}”的签名人自称“${p(e, 'person')}”，不在已信任的联系人之列（指纹 ${p(e, 'fingerprint')}），未导入任何内容。请与对方当面或电话核对指纹，核对无误后接受签名人再导入（命令行加 --accept-signer）。`,
  'checklist-signer-revoked': (e) =>
    `清单包“${p(e, 'file')}”由“${p(e, 'person')}”签名（指纹 ${p(e, 'fingerprint')}），对该密钥的信任已撤销，未导入任何内容。`,
  'library-invalid': (e) =>
    `审查清单资源有误：${p(e, 'file')} ${p(e, 'place')} ${p(e, 'detail')}。请重新安装程序。`,
} satisfies Partial<ErrorWords>;

export const checklistErrorsEn = {
  'checklist-incomplete': (e) =>
    `Checklist “${p(e, 'title')}” was not published: ${p(e, 'count')} places are incomplete, the first is ${p(e, 'place')}. Complete them and publish again.`,
  'checklist-clash': (e) =>
    `Checklist “${p(e, 'title')}” and “${p(e, 'other')}” of this project both have an item “${p(e, 'item')}”, so they cannot be used side by side; nothing was changed. Copy the list, which gives its items new ids, and use the copy.`,
  'checklist-pack-damaged': (e) =>
    `The checklist pack “${p(e, 'file')}” is damaged or incomplete (${p(e, 'detail')}); nothing was imported. Have it exported and sent again.`,
  'checklist-pack-newer': (e) =>
    `The checklist pack “${p(e, 'file')}” was written by a newer version of this program (format ${p(e, 'found')}; this one reads up to ${p(e, 'supported')}); nothing was imported. Update this program first.`,
  'checklist-pack-signature': (e) =>
    `The signature of the checklist pack “${p(e, 'file')}” does not fit its content, which may have been changed on the way; nothing was imported. Have it exported and sent again.`,
  'checklist-signer-unknown': (e) =>
    `The checklist pack “${p(e, 'file')}” is signed by somebody who goes by “${p(e, 'person')}” and is not a trusted contact (fingerprint ${p(e, 'fingerprint')}); nothing was imported. Compare the fingerprint in person or by telephone, then accept the signer and import again (on the command line with --accept-signer).`,
  'checklist-signer-revoked': (e) =>
    `The checklist pack “${p(e, 'file')}” is signed by “${p(e, 'person')}” (fingerprint ${p(e, 'fingerprint')}), a key that is no longer trusted; nothing was imported.`,
  'library-invalid': (e) =>
    `A checklist resource is wrong: ${p(e, 'file')} ${p(e, 'place')} ${p(e, 'detail')}. Reinstall the program.`,
} satisfies Partial<ErrorWords>;
