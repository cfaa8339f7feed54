import type { Translation } from '../../translation.ts';
import { counted } from '../../counted.ts';

/** What of a document was not read, by code. */
export const warningsZh = {
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

export const warningsEn: Translation<typeof warningsZh> = {
  warnings: {
    'pages-without-text': (count) =>
      count === 1 ? '1 page without text' : `${count} pages without text`,
    'pages-unusable': (count) =>
      count === 1 ? '1 page with unusable text' : `${count} pages with unusable text`,
    'pages-recognised': (count) =>
      count === 1 ? '1 page recognised' : `${count} pages recognised`,
    'pages-failed': (count) => (count === 1 ? '1 page failed' : `${count} pages failed`),
    'pages-missing': (count) => `${counted(count, 'page')} missing`,
    'reading-cut': (count) => `Not read to the end, ${counted(count, 'page')} left`,
    'tracked-changes': (count) => counted(count, 'tracked change'),
    comments: (count) => counted(count, 'comment'),
    'hidden-text': (count) => counted(count, 'hidden passage'),
    macros: (count) => counted(count, 'macro'),
    'embedded-files': (count) => counted(count, 'embedded file'),
    truncated: (count) => `${count} truncated`,
    'bidi-controls': (count) => counted(count, 'direction control'),
    'numbering-unresolved': (count) => `${counted(count, 'number')} unresolved`,
    'scripts-ignored': (count) => `${counted(count, 'script')} ignored`,
    'other-format-inside': () => 'content is not what the name says',
    'encoding-guessed': () => 'encoding guessed',
    'undecodable-text': (count) => `${counted(count, 'place')} not decodable`,
    'images-unread': (count) => `${counted(count, 'picture')} not read`,
    'parts-unread': (count) => `${counted(count, 'part')} not read`,
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
