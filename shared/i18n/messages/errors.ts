import type { ErrorCode, ErrorParams } from '../../contract/errors.ts';

type ErrorWords = { readonly [C in ErrorCode]: (params: ErrorParams) => string };

const p = (params: ErrorParams, key: string): string => String(params[key] ?? '');

/** The time under `at`, as a person reads it; nothing where there is none. */
function moment(language: string, params: ErrorParams): string {
  const at = Date.parse(p(params, 'at'));
  if (Number.isNaN(at)) return '—';
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(at);
}

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
  'file-not-found': (e) => `未找到文件“${p(e, 'file')}”。请核对路径。`,
  'file-unreadable': (e) =>
    `无法读取文件“${p(e, 'file')}”：没有权限或被其他程序占用。请关闭占用它的程序后重试。`,
  'file-empty': (e) => `文件“${p(e, 'file')}”是空文件，未收件。请向送审单位重新索取。`,
  'file-mismatch': (e) =>
    `文件“${p(e, 'file')}”的内容是 ${p(e, 'actual')}，与扩展名 ${p(e, 'expected')} 不符，未收件。请核对后改正扩展名或重新索取。`,
  'file-unsupported': (e) =>
    `文件“${p(e, 'file')}”的格式（${p(e, 'kind')}）暂不支持，未收件。请用原程序打开，另存为 DOCX、XLSX 或 PDF 后收件。`,
  'file-damaged': (e) =>
    `文件“${p(e, 'file')}”已损坏或不完整，未收件。请重新索取，或用原程序打开后另存。`,
  'file-encrypted': (e) =>
    `文件“${p(e, 'file')}”设有打开密码，未收件。PDF、DOCX、XLSX 可输入密码再试；其他格式请在原程序中去除密码后重新收件。`,
  'wrong-password': (e) =>
    `密码不能打开文件“${p(e, 'file')}”，未收件。请核对大小写后再试，或向送审单位索取。`,
  'file-too-large': (e) =>
    `文件“${p(e, 'file')}”过大（上限 ${p(e, 'limit')}），未收件。请拆分后再收件。`,
  'file-ambiguous': (e) =>
    `文件“${p(e, 'file')}”内部有重名部件，不同程序会读出不同内容，未收件。请用原程序另存后重试。`,
  'file-image': (e) =>
    `文件“${p(e, 'file')}”是图片，但其格式或编码（${p(e, 'kind')}）无法读取，未收件。请用看图程序打开，另存为 PNG、JPG 或 PDF 后收件。`,
  'limit-blocks': (e) =>
    `文件“${p(e, 'file')}”的段落或单元格超过上限 ${p(e, 'limit')}，未收件。请拆分后再收件。`,
  'limit-pixels': (e) =>
    `图片“${p(e, 'file')}”有 ${p(e, 'width')}×${p(e, 'height')} 像素，超过上限（6700 万像素，约为 A4 幅面 800 dpi），未收件。请降低分辨率另存后收件。`,
  'limit-pages': (e) =>
    `文件“${p(e, 'file')}”页数超过上限 ${p(e, 'limit')}，未收件。请拆分后再收件。`,
  'limit-characters': (e) => `文件“${p(e, 'file')}”字符数超过上限 ${p(e, 'limit')}，未收件。`,
  'limit-entries': (e) => `压缩包“${p(e, 'file')}”内部件数超过上限 ${p(e, 'limit')}，未收件。`,
  'limit-inflated': (e) =>
    `文件“${p(e, 'file')}”解压后超过上限 ${p(e, 'limit')}，疑为异常文件，未收件。`,
  'limit-nesting': (e) =>
    `文件“${p(e, 'file')}”内部嵌套层数超过上限 ${p(e, 'limit')}，疑为异常文件，未收件。`,
  'worker-timeout': (e) =>
    `读取文件“${p(e, 'file')}”超时（${p(e, 'seconds')} 秒），已停止，未收件。其他文件不受影响。`,
  'worker-memory': (e) =>
    `读取文件“${p(e, 'file')}”占用内存过多，已停止，未收件。其他文件不受影响。`,
  'worker-crashed': (e) =>
    `读取文件“${p(e, 'file')}”时读取进程异常退出，未收件。其他文件不受影响。`,
  'ocr-model-none': () =>
    '还没有选择识别模型，扫描页无法识别。请在设置中选择放有 chi_sim.traineddata 的文件夹，或用 ocr model 命令指定。',
  'ocr-model-missing': (e) =>
    `文件夹“${p(e, 'folder')}”里没有中文识别模型。请放入 ${p(e, 'file')}（可向管理员索取），再选一次。`,
  'ocr-model-damaged': () =>
    '识别模型文件损坏，或不是识别模型。请换一份 chi_sim.traineddata 再选一次。',
  'ocr-model-folder': (e) =>
    `无法读取识别模型文件夹“${p(e, 'folder')}”。请确认它还在原处；在浏览器中使用时，请用 ocr model 命令指定。`,
  'page-blank': () => '这一页是空白的，没有可识别的内容。',
  'page-needs-drawing': () => '这一页由图形线条构成，本机缺少绘图组件，无法识别。请人工阅读。',
  'page-locked': (e) =>
    `文件“${p(e, 'file')}”设有打开密码，本机没有能打开它的密码，扫描页未识别。请在文件页重新放入该文件并输入密码。`,
  'page-unreadable': () => '这一页无法识别。请人工阅读。',
  'trait-unknown': (e) => `没有名为“${p(e, 'trait')}”的项目特征。`,
  'doc-type-unknown': (e) => `没有代码为“${p(e, 'type')}”的文件类型。可用：${p(e, 'known')}。`,
  'item-unknown': (e) => `没有编号为“${p(e, 'item')}”的审查项。`,
  'item-not-applicable': (e) =>
    `审查项“${p(e, 'item')}”按现有项目特征不适用于本项目。请先核对项目特征。`,
  'item-archived': (e) =>
    `审查项“${p(e, 'item')}”已不在本项目现用的清单中，只可查看。需要时请把清单移回或另选版本。`,
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
  'quote-not-found': (e) => `在文件中未找到引文：“${p(e, 'quote')}”。请核对原文。`,
  'quote-ambiguous': (e) =>
    `引文“${p(e, 'quote')}”在文件中出现 ${p(e, 'count')} 次，无法确定是哪一处。请多引几个字。`,
  'quote-moved': () => '所选文字与文件原文不一致，未附为证据。请重新选择。',
  'nothing-to-undo': () => '没有可撤销的操作。',
  'nothing-to-redo': () => '没有可恢复的操作。',
  'undo-superseded': () => '该操作之后，同一内容又有新的改动，不能直接撤销。',
  'memo-blocked': (e) => `意见书不能签发：${p(e, 'reasons')}。请先处理，或先生成草稿。`,
  'target-unwritable': (e) =>
    `无法写入“${p(e, 'file')}”。请检查文件夹是否存在、是否可写、文件是否被占用。`,
  'target-exists': (e) => `“${p(e, 'file')}”已存在，未覆盖。请换一个文件名。`,
  'library-invalid': (e) =>
    `审查清单资源有误：${p(e, 'file')} ${p(e, 'place')} ${p(e, 'detail')}。请重新安装程序。`,
  'source-unknown': () => '所选文件的凭据已失效，未收件。请重新选择文件。',
  'statute-no-articles': (e) =>
    `“${p(e, 'file')}”中没有以“第×条”开头的段落，不是法规正文，未导入。请下载官方文本后再导入。`,
  'statute-gap': (e) =>
    `“${p(e, 'file')}”第 ${p(e, 'line')} 段是${p(e, 'found')}，此前应为${p(e, 'expected')}，条文有缺，未导入。请重新下载完整文本。`,
  'statute-repeat': (e) =>
    `“${p(e, 'file')}”第 ${p(e, 'line')} 段又出现${p(e, 'found')}，应为${p(e, 'expected')}，条号重复或倒退，未导入。请核对文件。`,
  'statute-empty-article': (e) =>
    `“${p(e, 'file')}”第 ${p(e, 'line')} 段的${p(e, 'found')}没有内容，未导入。请重新下载完整文本。`,
  'statute-count': (e) =>
    `“${p(e, 'file')}”止于${p(e, 'found')}，该版本应止于${p(e, 'expected')}，未导入。请核对是否为完整文本和所称版本。`,
  'statute-no-title': (e) =>
    `“${p(e, 'file')}”中未找到法规题名，文件名也不是目录中的法规，未导入。请把文件命名为“题名_日期”，如“中华人民共和国网络安全法_20251028.docx”。`,
  'statute-no-date': (e) =>
    `“${p(e, 'file')}”没有题注，也不在目录中，无法确定版本，未导入。请在文件名末尾加版本日期，如“${p(e, 'title')}_20251028.docx”。`,
  'statute-version-taken': (e) =>
    `《${p(e, 'title')}》${p(e, 'version')}版已导入（${p(e, 'existing')}），“${p(e, 'file')}”与其文字不同，未导入。如要替换，请先移除已有版本。`,
  'statute-not-held': (e) =>
    `尚未导入《${p(e, 'law')}》${p(e, 'version')}的文本。请先导入官方文本。`,
  'statute-not-comparable': () => '两个版本不是同一部法规，不能对照。',
  'law-unknown': (e) => `目录和已导入的文本中没有“${p(e, 'law')}”。请核对名称。`,
  'law-ambiguous': (e) => `“${p(e, 'law')}”可能指：${p(e, 'candidates')}。请写明全称。`,
  'article-unknown': (e) => `《${p(e, 'law')}》（${p(e, 'version')}）没有${p(e, 'article')}。`,
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
    `没有名为“${p(e, 'name')}”的受信任联系人（或有多个）。请先导入对方的联系人文件。`,
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
  'file-not-found': (e) => `File “${p(e, 'file')}” was not found. Check the path.`,
  'file-unreadable': (e) =>
    `File “${p(e, 'file')}” cannot be read: no permission, or in use. Close the program that uses it and try again.`,
  'file-empty': (e) =>
    `File “${p(e, 'file')}” is empty and was not taken in. Ask the sender for it again.`,
  'file-mismatch': (e) =>
    `File “${p(e, 'file')}” holds ${p(e, 'actual')}, which is not what ${p(e, 'expected')} says; it was not taken in. Correct its extension or ask for it again.`,
  'file-unsupported': (e) =>
    `File “${p(e, 'file')}” has a format that is not supported yet (${p(e, 'kind')}); it was not taken in. Open it in its own program and save it as DOCX, XLSX or PDF.`,
  'file-damaged': (e) =>
    `File “${p(e, 'file')}” is damaged or incomplete and was not taken in. Ask for it again, or open and save it in its own program.`,
  'file-encrypted': (e) =>
    `File “${p(e, 'file')}” is protected by a password and was not taken in. PDF, DOCX and XLSX open with the password; from other files, remove it in their own program and try again.`,
  'wrong-password': (e) =>
    `The password does not open “${p(e, 'file')}”; it was not taken in. Check upper and lower case and try again, or ask who sent it.`,
  'file-too-large': (e) =>
    `File “${p(e, 'file')}” is too large (limit ${p(e, 'limit')}) and was not taken in. Split it.`,
  'file-ambiguous': (e) =>
    `File “${p(e, 'file')}” holds parts of the same name, so programs would read it differently; it was not taken in. Save it anew in its own program.`,
  'file-image': (e) =>
    `File “${p(e, 'file')}” is a picture of a form that cannot be read (${p(e, 'kind')}) and was not taken in. Open it in a picture viewer and save it as PNG, JPG or PDF.`,
  'limit-blocks': (e) =>
    `File “${p(e, 'file')}” has more than ${p(e, 'limit')} paragraphs or cells and was not taken in. Split it.`,
  'limit-pixels': (e) =>
    `Picture “${p(e, 'file')}” has ${p(e, 'width')}×${p(e, 'height')} pixels, more than the 67 million that are read (A4 at some 800 dots an inch), and was not taken in. Save it smaller.`,
  'limit-pages': (e) =>
    `File “${p(e, 'file')}” has more than ${p(e, 'limit')} pages and was not taken in. Split it.`,
  'limit-characters': (e) =>
    `File “${p(e, 'file')}” has more than ${p(e, 'limit')} characters and was not taken in.`,
  'limit-entries': (e) =>
    `Archive “${p(e, 'file')}” has more than ${p(e, 'limit')} entries and was not taken in.`,
  'limit-inflated': (e) =>
    `File “${p(e, 'file')}” inflates to more than ${p(e, 'limit')}; it looks abnormal and was not taken in.`,
  'limit-nesting': (e) =>
    `File “${p(e, 'file')}” is nested deeper than ${p(e, 'limit')}; it looks abnormal and was not taken in.`,
  'worker-timeout': (e) =>
    `Reading “${p(e, 'file')}” took longer than ${p(e, 'seconds')} s and was stopped; it was not taken in. Other files are not affected.`,
  'worker-memory': (e) =>
    `Reading “${p(e, 'file')}” took too much memory and was stopped; it was not taken in. Other files are not affected.`,
  'worker-crashed': (e) =>
    `The reader stopped unexpectedly on “${p(e, 'file')}”; it was not taken in. Other files are not affected.`,
  'ocr-model-none': () =>
    'No recognition model has been chosen, so scanned pages cannot be recognised. Choose the folder that holds chi_sim.traineddata in the settings, or name it with the command ocr model.',
  'ocr-model-missing': (e) =>
    `The folder “${p(e, 'folder')}” holds no recognition model for Chinese. Put ${p(e, 'file')} there (your administrator has it) and choose it again.`,
  'ocr-model-damaged': () =>
    'The file of the recognition model is damaged or no model. Choose another chi_sim.traineddata.',
  'ocr-model-folder': (e) =>
    `The folder of the recognition model “${p(e, 'folder')}” cannot be read. See that it is still there; in a browser, name it with the command ocr model.`,
  'page-blank': () => 'This page is blank: there is nothing to recognise.',
  'page-needs-drawing': () =>
    'This page is made of drawn shapes and the drawing component is missing here: it cannot be recognised. Read it yourself.',
  'page-locked': (e) =>
    `File “${p(e, 'file')}” needs a password that is not kept here, so its scanned pages were not recognised. Add the file again on the documents page and give its password.`,
  'page-unreadable': () => 'This page could not be recognised. Read it yourself.',
  'trait-unknown': (e) => `There is no project trait “${p(e, 'trait')}”.`,
  'doc-type-unknown': (e) =>
    `There is no document type “${p(e, 'type')}”. Known: ${p(e, 'known')}.`,
  'item-unknown': (e) => `There is no checklist item “${p(e, 'item')}”.`,
  'item-not-applicable': (e) =>
    `Item “${p(e, 'item')}” does not apply to this project under its present traits. Check the traits first.`,
  'item-archived': (e) =>
    `Item “${p(e, 'item')}” is no longer in the checklists of this project and can only be read. Take the list back in or choose another version if it is needed.`,
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
  'quote-not-found': (e) =>
    `The quote was not found in the document: “${p(e, 'quote')}”. Check the wording.`,
  'quote-ambiguous': (e) =>
    `The quote “${p(e, 'quote')}” stands ${p(e, 'count')} times in the document. Quote a few more characters.`,
  'quote-moved': () =>
    'The selected text is not what the document says there; it was not attached. Select it again.',
  'nothing-to-undo': () => 'There is nothing to undo.',
  'nothing-to-redo': () => 'There is nothing to redo.',
  'undo-superseded': () =>
    'The same content was changed again after that action, so it cannot be undone directly.',
  'memo-blocked': (e) =>
    `The memo cannot be issued: ${p(e, 'reasons')}. Deal with that first, or write a draft.`,
  'target-unwritable': (e) =>
    `“${p(e, 'file')}” cannot be written. Check that the folder exists and is writable, and that the file is not in use.`,
  'target-exists': (e) => `“${p(e, 'file')}” exists and was not overwritten. Choose another name.`,
  'library-invalid': (e) =>
    `A checklist resource is wrong: ${p(e, 'file')} ${p(e, 'place')} ${p(e, 'detail')}. Reinstall the program.`,
  'source-unknown': () =>
    'The handle of the chosen file has expired; nothing was taken in. Choose the file again.',
  'statute-no-articles': (e) =>
    `“${p(e, 'file')}” has no paragraph that begins with 第×条, so it is no text of a law; it was not imported. Download the official text.`,
  'statute-gap': (e) =>
    `Paragraph ${p(e, 'line')} of “${p(e, 'file')}” is ${p(e, 'found')} where ${p(e, 'expected')} should stand: articles are missing. It was not imported; download the whole text.`,
  'statute-repeat': (e) =>
    `Paragraph ${p(e, 'line')} of “${p(e, 'file')}” is ${p(e, 'found')} where ${p(e, 'expected')} should stand: numbers repeat or go back. It was not imported; check the file.`,
  'statute-empty-article': (e) =>
    `${p(e, 'found')} in paragraph ${p(e, 'line')} of “${p(e, 'file')}” has no words. It was not imported; download the whole text.`,
  'statute-count': (e) =>
    `“${p(e, 'file')}” ends with ${p(e, 'found')}; that version ends with ${p(e, 'expected')}. It was not imported; check that it is whole and the version it claims to be.`,
  'statute-no-title': (e) =>
    `No title of a law was found in “${p(e, 'file')}”, and its name is none of the catalogue. It was not imported; name the file title_date, as in 中华人民共和国网络安全法_20251028.docx.`,
  'statute-no-date': (e) =>
    `“${p(e, 'file')}” has no note of adoption and is not in the catalogue, so its version is unknown. It was not imported; end its name with the version's date, as in ${p(e, 'title')}_20251028.docx.`,
  'statute-version-taken': (e) =>
    `The version of ${p(e, 'version')} of 《${p(e, 'title')}》 is already here (${p(e, 'existing')}) and “${p(e, 'file')}” has other words. It was not imported; remove the other first to replace it.`,
  'statute-not-held': (e) =>
    `The text of 《${p(e, 'law')}》 ${p(e, 'version')} is not here. Import the official text first.`,
  'statute-not-comparable': () =>
    'The two versions are not of the same law and cannot be compared.',
  'law-unknown': (e) =>
    `Neither the catalogue nor an imported text is called “${p(e, 'law')}”. Check the name.`,
  'law-ambiguous': (e) => `“${p(e, 'law')}” may be: ${p(e, 'candidates')}. Use the full title.`,
  'article-unknown': (e) => `《${p(e, 'law')}》 (${p(e, 'version')}) has no ${p(e, 'article')}.`,
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
    `There is no (or more than one) trusted contact “${p(e, 'name')}”. Take in their contact file first.`,
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
};
