import type { Translation } from '../../translation.ts';

/** Taking files in, and what became of each. */
export const intakeZh = {
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
    duplicateOf: (title: string): string => `内容与“${title}”完全相同，未另存。`,
    passwordOf: (file: string): string => `打开“${file}”的密码`,
    locked: '设有打开密码，未收件。请输入密码后再试；没有密码的，请向送审单位索取。',
    passwordPlaceholder: '打开密码',
    retry: '再试',
    read: (pages: number | null, characters: string): string =>
      pages === null ? `${characters} 字` : `${pages} 页，${characters} 字`,
  },
};

export const intakeEn: Translation<typeof intakeZh> = {
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
    duplicateOf: (title) => `Exactly the same content as “${title}”; not stored again.`,
    passwordOf: (file) => `Password to open “${file}”`,
    locked:
      'Protected by a password and not taken in. Give the password and try again, or ask who sent the file.',
    passwordPlaceholder: 'Password to open',
    retry: 'Try again',
    read: (pages, characters) =>
      pages === null
        ? `${characters} characters`
        : `${pages} page${pages === 1 ? '' : 's'}, ${characters} characters`,
  },
};
