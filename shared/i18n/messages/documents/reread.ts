import type { Translation } from '../../translation.ts';
import { counted } from '../../counted.ts';

/** Reading a document anew with a newer reader, and what that moves. */
export const rereadZh = {
  /** Texts that an older reader gave, and reading them again. */
  reread: {
    mark: '较早读出',
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
    lost: '本库读出的文字中找不到这句，请对照原件核对',
    lostJump: '本库读出的文字中找不到这句引文，只能打开文件，请对照原件核对。',
  },
};

export const rereadEn: Translation<typeof rereadZh> = {
  reread: {
    mark: 'older reader',
    markNote:
      'The text of this document was read by an older reader and can be read again. What changes for quotes is shown first.',
    markAria: (title) => `The text of “${title}” was read by an older reader: read it again`,
    older: (count) =>
      count === 1
        ? 'The text of 1 version was read by an older reader'
        : `The texts of ${count} versions were read by an older reader`,
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
        : done === 1
          ? 'Cancelled. The text replaced before stays.'
          : `Cancelled. The ${done} texts replaced before stay.`,
    done: (count) => (count === 1 ? '1 text was replaced.' : `${count} texts were replaced.`),
    explained:
      'The files stay as they are; only the text read from them is replaced. Quotes are found again by their words and what stands around them; those not found keep their words and place, and are marked on the card, in findings and in the memo. Issued memos do not change.',
    failedCount: (count) =>
      count === 1
        ? '1 version could not be read again; its text stands.'
        : `${count} versions could not be read again; their texts stand.`,
    keptOut: 'not replaced',
    choose: (title) => `Replace the text of “${title}”`,
    version: (title, number) => `${title} v${number}`,
    textSame: 'same text',
    textChanged: (parts, before, after) =>
      `${counted(parts, 'place differs', 'places differ')}, ${before} → ${after} characters`,
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
    lost: 'Not found in the text as read here: check against the original',
    lostJump:
      'This quote is not found in the text as read here; only the document can be opened. Check it against the original.',
  },
};
