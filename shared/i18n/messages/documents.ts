import type { Translation } from '../translation.ts';

/** Intake and the documents of a project. */
export const documentsZh = {
  title: '文件',
  drop: '把文件或文件夹放到这里',
  dropNow: '松开即收件',
  dropHint:
    'PDF、DOCX、DOC、WPS、RTF、XLSX、OFD、HTML、TXT、MD、图片（PNG、JPG、TIFF、BMP、WebP），或装有它们的 ZIP。原件按字节保存，以 SHA-256 为准。',
  locked: {
    title: '等待打开密码',
    lead: '同事交来的下列文件设有打开密码，未随交接包附上；输入前看不到也检索不到其中的文字。密码只留在本库。',
    version: (title: string, version: number): string => `${title}（第 ${version} 版）`,
    opened: (title: string): string => `已打开并读出文字：${title}`,
  },
  pickFiles: '选择文件',
  pickFolder: '选择文件夹',
  intake: {
    preparing: '正在准备',
    running: (done: number, total: number): string => `正在收件 ${done}/${total}`,
    cancel: '取消收件',
    cancelled: '已取消收件。取消前收下的文件保留。',
    nothing: '没有可收的文件。',
    title: '收件结果',
    clear: '收起结果',
    summary: (added: number, duplicate: number, refused: number): string =>
      `收下 ${added}，重复 ${duplicate}，未收 ${refused}`,
    added: '已收',
    duplicate: '重复',
    refused: '未收',
    skipped: (files: number): string => `另有 ${files} 个文件因取消未收，可重新放入。`,
    duplicateNote: '内容与已有文件完全相同，未另存。',
    passwordOf: (file: string): string => `打开“${file}”的密码`,
    passwordPlaceholder: '打开密码',
    retry: '再试',
    read: (pages: number | null, characters: string): string =>
      pages === null ? `${characters} 字` : `${pages} 页，${characters} 字`,
  },
  columns: {
    title: '文件',
    type: '类型',
    version: '版本',
    pages: '页数',
    characters: '字数',
    flags: '提示',
    sha256: 'SHA-256',
    actions: '操作',
  },
  noType: '未定',
  typeOf: (title: string): string => `“${title}”的类型`,
  versionsOf: (count: number): string => `共 ${count} 版`,
  noPages: '—',
  noFlags: '可检索',
  flagsOf: (title: string): string => `“${title}”的提示`,
  copySha: '复制 SHA-256',
  menu: (title: string): string => `“${title}”的操作`,
  open: '打开',
  rename: '重命名',
  renameTitle: '重命名文件',
  newTitle: '文件名称',
  titleMissing: '请填写文件名称。',
  remove: '移除',
  removed: (title: string): string => `已移除“${title}”。`,
  undo: '撤销',
  failed: '未能读取文件列表',
  emptyTitle: '还没有文件',
  emptyHint: '放入建设方案、采购需求、合同等送审文件，一次可放多份或整个文件夹。',
  where: (places: string): string => `位置：${places}`,
  whereMore: (count: number): string => `等 ${count} 处`,
  count: (documents: number, pages: number): string => `${documents} 份，${pages} 页`,
  /** Texts that an older reader gave, and reading them again. */
  reread: {
    mark: '旧读法',
    markNote: '这份文件的文字由较早的读取程序读出，可重新读取。重新读取前会先列出引文的变化。',
    markAria: (title: string): string => `“${title}”的文字由较早的读取程序读出，重新读取`,
    older: (count: number): string => `${count} 个版本的文字由较早的读取程序读出`,
    one: '重新读取…',
    all: '全部重新读取…',
    title: '重新读取文字',
    comparing: '正在重新读取并比对，现有文字不变。',
    replacing: '正在替换文字。',
    running: (done: number, total: number): string => `${done}/${total}`,
    cancel: '取消',
    close: '关闭',
    replace: (count: number): string => `替换 ${count} 个版本的文字`,
    nothing: '没有需要重新读取的文件。',
    cancelled: (done: number): string =>
      done === 0 ? '已取消，现有文字不变。' : `已取消。取消前替换的 ${done} 个版本保留。`,
    done: (count: number): string => `已替换 ${count} 个版本的文字。`,
    explained:
      '原件不变，只替换读出的文字。引文按原句和上下文重新定位；找不到的保留原句和原位置，并在审查卡、问题和意见书中标明。已签发的意见书不变。',
    failedCount: (count: number): string => `${count} 个版本未能重新读取，现有文字不变。`,
    keptOut: '不替换',
    choose: (title: string): string => `替换“${title}”的文字`,
    version: (title: string, number: number): string => `${title} v${number}`,
    textSame: '文字相同',
    textChanged: (parts: number, before: string, after: string): string =>
      `${parts} 处文字不同，${before} → ${after} 字`,
    quotes: (counts: Readonly<Record<'same' | 'moved' | 'lost' | 'found', number>>): string =>
      counts.same + counts.moved + counts.lost + counts.found === 0
        ? '没有引文'
        : [
            [counts.same, '原位'],
            [counts.moved, '移位'],
            [counts.found, '重新找到'],
            [counts.lost, '找不到'],
          ]
            .filter(([count]) => count !== 0)
            .map(([count, said]) => `${said} ${count}`)
            .join('，'),
    lostQuotes: '找不到的引文',
    states: {
      compared: '可替换',
      replaced: '已替换',
      outdated: '比对后又有变化，未替换。请再比对一次。',
      failed: '未能读取',
    },
    lost: '重新读取后未找到原句，请对照原件核对',
    lostJump: '重新读取后未找到这句引文，只能打开文件，请对照原件核对。',
  },
  /** Remarks about a file, by code of its warning. */
  warnings: {
    'pages-without-text': (count: number): string => `${count} 页无文字`,
    'pages-unusable': (count: number): string => `${count} 页文字无法还原`,
    'pages-recognised': (count: number): string => `${count} 页为识别文字`,
    'pages-failed': (count: number): string => `${count} 页读取失败`,
    'pages-missing': (count: number): string => `缺 ${count} 页`,
    'reading-cut': (count: number): string => `未读完，余 ${count} 页`,
    'tracked-changes': (count: number): string => `修订 ${count} 处`,
    comments: (count: number): string => `批注 ${count} 条`,
    'hidden-text': (count: number): string => `隐藏文字 ${count} 处`,
    macros: (count: number): string => `含宏 ${count}`,
    'embedded-files': (count: number): string => `嵌入文件 ${count}`,
    truncated: (count: number): string => `超长截断 ${count} 处`,
    'bidi-controls': (count: number): string => `方向控制符 ${count} 处`,
    'numbering-unresolved': (count: number): string => `自动编号未还原 ${count} 处`,
    'scripts-ignored': (count: number): string => `脚本已忽略 ${count}`,
    'other-format-inside': (): string => '内容与扩展名不同',
    'encoding-guessed': (): string => '编码为推断',
    'undecodable-text': (count: number): string => `无法解码 ${count} 处`,
    'images-unread': (count: number): string => `图片未读 ${count} 张`,
    'parts-unread': (count: number): string => `未读部分 ${count} 处`,
  },
  warningNotes: {
    'pages-without-text': '这些页只有图像，未被检索。请人工阅读。',
    'pages-unusable': '字体没有对应的字符，文字不可靠，未被检索。请人工阅读。',
    'pages-recognised':
      '这些页的文字由机器从图像识别，可以检索和引用，但可能有错字。引用前请核对原件。',
    'pages-failed': '这些页无法解析，其余各页不受影响。请人工阅读。',
    'pages-missing': '文件标明的页数比能找到的多，缺页未被检索。请对照原件，或重新索取。',
    'reading-cut': '读取超时或占用内存过多而停止，这些页未被检索。请人工阅读，或拆分文件后再放入。',
    'tracked-changes': '文件带有未接受的修订，正文按修订后显示，删除部分另有标记。',
    comments: '文件带有批注，批注不计入正文。',
    'hidden-text': '文件带有隐藏文字，已标出。',
    macros: '文件带有宏，宏从不运行。',
    'embedded-files': '嵌入的文件未收件。需要审查的请单独放入。',
    truncated: '超过长度上限的部分未读取。请拆分文件后再放入。',
    'bidi-controls': '文字中有改变显示方向的控制符，显示与实际可能不同。',
    'numbering-unresolved': '部分自动编号未能还原，条款号以原件为准。',
    'scripts-ignored': '文件中的脚本从不运行。',
    'other-format-inside': '按内容的实际格式读取，见位置一栏。原件按字节保存。',
    'encoding-guessed': '文件没有写明文字编码，按内容推断，见位置一栏。请留意个别字。',
    'undecodable-text': '部分字节不是该编码的文字，以 � 代替。请对照原件。',
    'images-unread': '图片中的文字未被检索。请对照原件阅读。',
    'parts-unread': '这些部分缺失或无法读取，未被检索。请对照原件阅读。',
  },
};

export const documentsEn: Translation<typeof documentsZh> = {
  title: 'Documents',
  drop: 'Drop files or folders here',
  dropNow: 'Let go to add them',
  dropHint:
    'PDF, DOCX, DOC, WPS, RTF, XLSX, OFD, HTML, TXT, MD, pictures (PNG, JPG, TIFF, BMP, WebP), or a ZIP of them. The bytes are kept as they are, identified by SHA-256.',
  locked: {
    title: 'Waiting for a password',
    lead: 'A colleague handed over these documents, and their password does not come with a package. Until it is given, nothing of their text can be read or searched. It stays in this workspace.',
    version: (title, version) => `${title} (version ${version})`,
    opened: (title) => `Opened and read: ${title}`,
  },
  pickFiles: 'Choose files',
  pickFolder: 'Choose a folder',
  intake: {
    preparing: 'Preparing',
    running: (done, total) => `Reading ${done} of ${total}`,
    cancel: 'Cancel',
    cancelled: 'The intake was cancelled. Files read before stay.',
    nothing: 'There was nothing to read.',
    title: 'Result of the intake',
    clear: 'Clear the result',
    summary: (added, duplicate, refused) =>
      `${added} added, ${duplicate} duplicate, ${refused} refused`,
    added: 'Added',
    duplicate: 'Duplicate',
    refused: 'Refused',
    skipped: (files) =>
      files === 1
        ? '1 more file was not read because of the cancelling; it can be added again.'
        : `${files} more files were not read because of the cancelling; they can be added again.`,
    duplicateNote: 'Exactly the same content as a document already here; not stored again.',
    passwordOf: (file) => `Password to open “${file}”`,
    passwordPlaceholder: 'Password to open',
    retry: 'Try again',
    read: (pages, characters) =>
      pages === null
        ? `${characters} characters`
        : `${pages} page${pages === 1 ? '' : 's'}, ${characters} characters`,
  },
  columns: {
    title: 'Document',
    type: 'Type',
    version: 'Version',
    pages: 'Pages',
    characters: 'Characters',
    flags: 'Remarks',
    sha256: 'SHA-256',
    actions: 'Actions',
  },
  noType: 'not set',
  typeOf: (title) => `Type of “${title}”`,
  versionsOf: (count) => (count === 1 ? '1 version' : `${count} versions`),
  noPages: '—',
  noFlags: 'searchable',
  flagsOf: (title) => `Remarks on “${title}”`,
  copySha: 'Copy SHA-256',
  menu: (title) => `Actions for “${title}”`,
  open: 'Open',
  rename: 'Rename',
  renameTitle: 'Rename document',
  newTitle: 'Title',
  titleMissing: 'Enter a title.',
  remove: 'Remove',
  removed: (title) => `“${title}” was removed.`,
  undo: 'Undo',
  failed: 'The documents could not be read',
  emptyTitle: 'No documents yet',
  emptyHint:
    'Add the plan, requirements, contract and other documents; several at once, or a whole folder.',
  where: (places) => `at ${places}`,
  whereMore: (count) => `… ${count} in all`,
  count: (documents, pages) =>
    `${documents} document${documents === 1 ? '' : 's'}, ${pages} page${pages === 1 ? '' : 's'}`,
  reread: {
    mark: 'older reader',
    markNote:
      'The text of this document was given by an older reader and can be read again. What changes for quotes is shown first.',
    markAria: (title) => `The text of “${title}” was given by an older reader: read it again`,
    older: (count) =>
      count === 1
        ? 'The text of 1 version was given by an older reader'
        : `The texts of ${count} versions were given by an older reader`,
    one: 'Read again…',
    all: 'Read all again…',
    title: 'Read texts again',
    comparing: 'Reading again and comparing; nothing is changed.',
    replacing: 'Replacing texts.',
    running: (done, total) => `${done} of ${total}`,
    cancel: 'Cancel',
    close: 'Close',
    replace: (count) => (count === 1 ? 'Replace 1 text' : `Replace ${count} texts`),
    nothing: 'No document needs to be read again.',
    cancelled: (done) =>
      done === 0
        ? 'Cancelled; nothing was changed.'
        : `Cancelled. The ${done} text(s) replaced before stay.`,
    done: (count) => (count === 1 ? '1 text was replaced.' : `${count} texts were replaced.`),
    explained:
      'The files stay as they are; only the text read from them is replaced. Quotes are found again by their words and what stands around them; those that are not keep their words and place and are marked on the card, in findings and in the memo. Issued memos do not change.',
    failedCount: (count) =>
      count === 1
        ? '1 version could not be read again; its text stands.'
        : `${count} versions could not be read again; their texts stand.`,
    keptOut: 'not replaced',
    choose: (title) => `Replace the text of “${title}”`,
    version: (title, number) => `${title} v${number}`,
    textSame: 'same text',
    textChanged: (parts, before, after) =>
      `${parts} place(s) differ, ${before} → ${after} characters`,
    quotes: (counts) =>
      counts.same + counts.moved + counts.lost + counts.found === 0
        ? 'no quotes'
        : (
            [
              [counts.same, 'in place'],
              [counts.moved, 'moved'],
              [counts.found, 'found again'],
              [counts.lost, 'not found'],
            ] as const
          )
            .filter(([count]) => count !== 0)
            .map(([count, said]) => `${count} ${said}`)
            .join(', '),
    lostQuotes: 'Quotes that are not found',
    states: {
      compared: 'can be replaced',
      replaced: 'replaced',
      outdated: 'Changed since it was compared; not replaced. Compare again.',
      failed: 'not read',
    },
    lost: 'Not found since the document was read again: check against the original',
    lostJump:
      'This quote was not found since the document was read again; only the document can be opened. Check it against the original.',
  },
  warnings: {
    'pages-without-text': (count) =>
      count === 1 ? '1 page without text' : `${count} pages without text`,
    'pages-unusable': (count) =>
      count === 1 ? '1 page with unusable text' : `${count} pages with unusable text`,
    'pages-recognised': (count) =>
      count === 1 ? '1 page recognised' : `${count} pages recognised`,
    'pages-failed': (count) => (count === 1 ? '1 page failed' : `${count} pages failed`),
    'pages-missing': (count) => `${count} page(s) missing`,
    'reading-cut': (count) => `Not read to the end, ${count} page(s) left`,
    'tracked-changes': (count) => `${count} tracked change(s)`,
    comments: (count) => `${count} comment(s)`,
    'hidden-text': (count) => `${count} hidden passage(s)`,
    macros: (count) => `${count} macro(s)`,
    'embedded-files': (count) => `${count} embedded file(s)`,
    truncated: (count) => `${count} truncated`,
    'bidi-controls': (count) => `${count} direction control(s)`,
    'numbering-unresolved': (count) => `${count} number(s) unresolved`,
    'scripts-ignored': (count) => `${count} script(s) ignored`,
    'other-format-inside': () => 'content is not what the name says',
    'encoding-guessed': () => 'encoding guessed',
    'undecodable-text': (count) => `${count} place(s) not decodable`,
    'images-unread': (count) => `${count} picture(s) not read`,
    'parts-unread': (count) => `${count} part(s) not read`,
  },
  warningNotes: {
    'pages-without-text': 'These pages are images only and were not searched. Read them.',
    'pages-unusable':
      'The fonts have no way back to characters; the text is unreliable and was not searched. Read these pages.',
    'pages-recognised':
      'The text of these pages was recognised from pictures. It can be searched and quoted, but may hold errors: check it against the original.',
    'pages-failed': 'These pages could not be parsed; the others stand. Read them.',
    'pages-missing':
      'The file says it has more pages than can be found in it; the missing ones were not searched. Compare with the original or ask for it again.',
    'reading-cut':
      'Reading took too long or too much memory and was stopped; these pages were not searched. Read them yourself, or split the file.',
    'tracked-changes':
      'The document has tracked changes; the text shows them accepted, deletions are marked.',
    comments: 'The document has comments; they are not part of its text.',
    'hidden-text': 'The document has hidden text; it is marked.',
    macros: 'The document has macros; they never run.',
    'embedded-files': 'Embedded files were not taken in. Add those under review separately.',
    truncated: 'What exceeds the length limit was not read. Split the file and add it again.',
    'bidi-controls':
      'The text holds characters that change its direction; what shows may differ from what is there.',
    'numbering-unresolved':
      'Some automatic numbers could not be worked out; the original decides on clause numbers.',
    'scripts-ignored': 'Scripts in the document never run.',
    'other-format-inside':
      'Read as what it really is, named under “where”. The bytes are kept as they are.',
    'encoding-guessed':
      'The file does not name its encoding; it was inferred and is named under “where”. Watch for odd characters.',
    'undecodable-text':
      'Some bytes are no characters in this encoding and show as �. Compare with the original.',
    'images-unread': 'Text in pictures was not searched. Compare with the original.',
    'parts-unread':
      'These parts are missing or could not be read, and were not searched. Compare with the original.',
  },
};
