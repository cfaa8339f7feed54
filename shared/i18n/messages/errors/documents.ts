import type { ErrorParams } from '../../../contract/errors.ts';
import { type ErrorWords, p } from './errorWords.ts';

/** A limit in bytes as a person reads it. */
const mebibytes = ({ limit }: ErrorParams): string =>
  `${Math.round(Number(limit) / (1024 * 1024))} MB`;

/** Taking in files and reading them, page recognition included. */
export const documentErrorsZh = {
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
    `文件“${p(e, 'file')}”设有打开密码，未收件。请输入密码再试；OFD 等不能在此输入密码的，请在原程序中去除密码后重新收件。`,
  'wrong-password': (e) =>
    `密码不能打开文件“${p(e, 'file')}”。请核对大小写后再试，或向交来文件的人索取。`,
  'lock-unsupported': (e) =>
    `文件“${p(e, 'file')}”的加密方式（${p(e, 'kind')}）在这里打不开，未收件。请用原程序输入密码打开，去除密码后另存再收件；受权限管理（IRM）保护的，请送审单位提供不受保护的文件。`,
  'file-link': (e) =>
    `“${p(e, 'file')}”是指向别处的链接，不是文件本身，未收件。请放入它所指的文件。`,
  'file-archive': (e) =>
    `“${p(e, 'file')}”是压缩包（${p(e, 'kind')}），这里只解开 ZIP 和其中的一层 ZIP，未收件。请解压后放入其中的文件。`,
  'archive-locked': (e) =>
    `压缩包中的“${p(e, 'file')}”设有密码，未收件。请用密码解压，再放入其中的文件。`,
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
  'limit-characters': (e) =>
    `文件“${p(e, 'file')}”字符数超过上限 ${p(e, 'limit')}，未收件。请拆分后再收件。`,
  'limit-entries': (e) =>
    `压缩包“${p(e, 'file')}”内部件数超过上限 ${p(e, 'limit')}，未收件。请解压后分批收件。`,
  'limit-inflated': (e) =>
    `文件“${p(e, 'file')}”解压后超过上限 ${mebibytes(e)}，疑为异常文件，未收件。请用原程序打开后另存，或重新索取。`,
  'limit-nesting': (e) =>
    `文件“${p(e, 'file')}”内部嵌套层数超过上限 ${p(e, 'limit')}，疑为异常文件，未收件。请用原程序打开后另存，或重新索取。`,
  'worker-timeout': (e) =>
    `读取文件“${p(e, 'file')}”超时（${p(e, 'seconds')} 秒），已停止，未收件，其他文件不受影响。请拆分或用原程序另存为 PDF 后再收件。`,
  'worker-memory': (e) =>
    `读取文件“${p(e, 'file')}”占用内存过多，已停止，未收件，其他文件不受影响。请拆分或用原程序另存为 PDF 后再收件。`,
  'worker-crashed': (e) =>
    `读取文件“${p(e, 'file')}”时读取进程异常退出，未收件，其他文件不受影响。请再试一次，或用原程序另存后再收件。`,
  'reread-missing': (e) =>
    `本机没有文件“${p(e, 'file')}”的原件，无法重新读取，现有文字不变。请向交来的同事索取含原件的交接包。`,
  'reread-locked': (e) =>
    `文件“${p(e, 'file')}”设有打开密码，本机没有能打开它的密码，现有文字不变。请在文件页重新放入该文件并输入密码，再重新读取。`,
  'reread-cut': (e) =>
    `重新读取文件“${p(e, 'file')}”超时或占用内存过多，没有读完，现有文字不变。请关闭其他程序后再试。`,
  'reread-failed': (e) =>
    `文件“${p(e, 'file')}”未能重新读取，现有文字不变，可以继续检索和引用。请对照原件核对。`,
  'ocr-model-none': () =>
    '还没有选择识别模型，扫描页无法识别。请在设置中选择放有 chi_sim.traineddata 的文件夹，或用 ocr model 命令指定。',
  'ocr-model-missing': (e) =>
    `“${p(e, 'folder')}”不是中文识别模型，也不是放有中文识别模型的文件夹。请向管理员索取 ${p(e, 'file')}（压缩的 .gz 也可以，文件名不要改），再选这个文件或它所在的文件夹。`,
  'ocr-model-damaged': () =>
    '识别模型文件损坏，或不是识别模型。请换一份 chi_sim.traineddata 再选一次。',
  'ocr-model-folder': (e) =>
    `无法读取识别模型“${p(e, 'folder')}”。请确认它还在原处；在浏览器中使用时，请用 ocr model 命令指定。`,
  'page-blank': () => '这一页是空白的，没有可识别的内容。',
  'page-needs-drawing': () => '这一页由图形线条构成，本机缺少绘图组件，无法识别。请人工阅读。',
  'page-locked': (e) =>
    `文件“${p(e, 'file')}”设有打开密码，本机没有能打开它的密码，扫描页未识别。请在文件页重新放入该文件并输入密码。`,
  'page-unreadable': () => '这一页无法识别。请人工阅读。',
  'source-unknown': () => '所选文件的凭据已失效，未收件。请重新选择文件。',
} satisfies Partial<ErrorWords>;

export const documentErrorsEn = {
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
    `File “${p(e, 'file')}” is protected by a password and was not taken in. Give the password and try again; where none can be given here (OFD), remove it in its own program and add the file again.`,
  'wrong-password': (e) =>
    `The password does not open “${p(e, 'file')}”. Check upper and lower case and try again, or ask who sent it.`,
  'lock-unsupported': (e) =>
    `File “${p(e, 'file')}” is locked in a way that is not opened here (${p(e, 'kind')}); it was not taken in. Open it with its password in its own program and save it without one; for rights management (IRM), ask the sender for an unprotected file.`,
  'file-link': (e) =>
    `“${p(e, 'file')}” is a link to somewhere else and no file of its own; it was not taken in. Add the file it leads to.`,
  'file-archive': (e) =>
    `“${p(e, 'file')}” is an archive (${p(e, 'kind')}); only ZIP, and a ZIP directly in it, is opened here. Unpack it and add its files.`,
  'archive-locked': (e) =>
    `“${p(e, 'file')}” is protected by a password in its archive and was not taken in. Unpack the archive with the password and add its files.`,
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
    `File “${p(e, 'file')}” has more than ${p(e, 'limit')} characters and was not taken in. Split it.`,
  'limit-entries': (e) =>
    `Archive “${p(e, 'file')}” has more than ${p(e, 'limit')} entries and was not taken in. Unpack it and add its files in parts.`,
  'limit-inflated': (e) =>
    `File “${p(e, 'file')}” inflates to more than ${mebibytes(e)}; it looks abnormal and was not taken in. Open and save it in its own program, or ask for it again.`,
  'limit-nesting': (e) =>
    `File “${p(e, 'file')}” is nested deeper than ${p(e, 'limit')}; it looks abnormal and was not taken in. Open and save it in its own program, or ask for it again.`,
  'worker-timeout': (e) =>
    `Reading “${p(e, 'file')}” took longer than ${p(e, 'seconds')} s and was stopped; it was not taken in. Other files are not affected. Split it, or save it as PDF in its own program.`,
  'worker-memory': (e) =>
    `Reading “${p(e, 'file')}” took too much memory and was stopped; it was not taken in. Other files are not affected. Split it, or save it as PDF in its own program.`,
  'worker-crashed': (e) =>
    `The reader stopped unexpectedly on “${p(e, 'file')}”; it was not taken in. Other files are not affected. Try again, or save it anew in its own program.`,
  'reread-missing': (e) =>
    `The bytes of “${p(e, 'file')}” are not at this desk, so it cannot be read again; its text stands as it is. Ask the colleague it came from for a package that holds them.`,
  'reread-locked': (e) =>
    `File “${p(e, 'file')}” needs a password that is not kept here; its text stands as it is. Add the file again on the documents page, give its password, and read it again.`,
  'reread-cut': (e) =>
    `Reading “${p(e, 'file')}” again took too long or too much memory and did not come to the end; its text stands as it is. Close other programs and try again.`,
  'reread-failed': (e) =>
    `File “${p(e, 'file')}” could not be read again; its text stands as it is and can be searched and quoted. Check it against the original.`,
  'ocr-model-none': () =>
    'No recognition model has been chosen, so scanned pages cannot be recognised. Choose the folder that holds chi_sim.traineddata in the settings, or name it with the command ocr model.',
  'ocr-model-missing': (e) =>
    `“${p(e, 'folder')}” is no recognition model for Chinese, nor a folder that holds one. Get ${p(e, 'file')} from your administrator (packed as .gz will do, but keep its name), then choose that file or its folder.`,
  'ocr-model-damaged': () =>
    'The file of the recognition model is damaged or no model. Choose another chi_sim.traineddata.',
  'ocr-model-folder': (e) =>
    `The recognition model at “${p(e, 'folder')}” cannot be read. See that it is still there; in a browser, name it with the command ocr model.`,
  'page-blank': () => 'This page is blank: there is nothing to recognise.',
  'page-needs-drawing': () =>
    'This page is made of drawn shapes and the drawing component is missing here: it cannot be recognised. Read it yourself.',
  'page-locked': (e) =>
    `File “${p(e, 'file')}” needs a password that is not kept here, so its scanned pages were not recognised. Add the file again on the documents page and give its password.`,
  'page-unreadable': () => 'This page could not be recognised. Read it yourself.',
  'source-unknown': () =>
    'The handle of the chosen file has expired; nothing was taken in. Choose the file again.',
} satisfies Partial<ErrorWords>;
