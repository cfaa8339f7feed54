import type { Translation } from '../../translation.ts';

/** Importing official texts, and what is remarked about a text. */
export const statuteImportZh = {
  import: {
    pickFiles: '导入文件',
    pickFolder: '导入文件夹',
    dropNow: '松开即导入法规',
    preparing: '正在准备',
    running: (done: number, total: number): string => `正在导入 ${done}/${total}`,
    cancel: '取消导入',
    cancelled: '已取消导入。取消前导入的文本保留。',
    nothing: '没有可导入的文件。',
    title: '导入结果',
    clear: '收起结果',
    summary: (added: number, duplicate: number, refused: number): string =>
      `导入 ${added}，重复 ${duplicate}，未导入 ${refused}`,
    added: '已导入',
    duplicate: '重复',
    refused: '未导入',
    skipped: (files: number): string => `另有 ${files} 个文件因取消未导入，可重新放入。`,
    duplicateNote: '与已有版本的文件完全相同，未另存。',
    read: (title: string, day: string, articles: number): string =>
      `《${title}》${day} 版，${articles} 条`,
  },
  remarks: {
    'not-in-catalogue': '目录中没有这部法规，按题名管理',
    'version-assumed': '文中和文件名都没有日期，按目录定为现行版本',
    'version-by-name': '版本日期取自文件名',
    'newer-than-catalogue': '比目录所载版本新',
    'older-than-catalogue': '是旧版本',
    'effective-unknown': '施行日期未知',
    'effective-differs': '末条所载施行日期与修改决定不同',
    'paragraphs-unreliable': '分款在转换中丢失，引用核对不到款',
    'division-unnumbered': '有章节标题缺序号',
    'division-glued': '有章节标题与条文连在一行',
    'part-of-code': '是法典的一编',
    'appendix-missing': '附件标题之后没有内容',
  },
  remarkAt: (remark: string, line: number): string => `${remark}（第 ${line} 段）`,
};

export const statuteImportEn: Translation<typeof statuteImportZh> = {
  import: {
    pickFiles: 'Import files',
    pickFolder: 'Import a folder',
    dropNow: 'Release to import the texts',
    preparing: 'Preparing',
    running: (done, total) => `Importing ${done} of ${total}`,
    cancel: 'Cancel the import',
    cancelled: 'Import cancelled. Texts imported before stay.',
    nothing: 'There is no file to import.',
    title: 'Result of the import',
    clear: 'Hide the result',
    summary: (added, duplicate, refused) =>
      `${added} imported, ${duplicate} known, ${refused} refused`,
    added: 'Imported',
    duplicate: 'Known',
    refused: 'Refused',
    skipped: (files) =>
      `${files} more files were not imported because of the cancel; drop them again.`,
    duplicateNote: 'The same file as a version that is here; not kept twice.',
    read: (title, day, articles) => `《${title}》, version of ${day}, ${articles} articles`,
  },
  remarks: {
    'not-in-catalogue': 'not in the catalogue; kept by its title',
    'version-assumed': 'no date in text or name; taken for the current version of the catalogue',
    'version-by-name': 'version date taken from the file name',
    'newer-than-catalogue': 'newer than the catalogue knows',
    'older-than-catalogue': 'an older version',
    'effective-unknown': 'day of effect unknown',
    'effective-differs': 'the last article names another day of effect than the amendment',
    'paragraphs-unreliable':
      'paragraphs were lost by conversion; citations are not checked to them',
    'division-unnumbered': 'a heading without its number',
    'division-glued': 'a heading on the line of an article',
    'part-of-code': 'one part of a code',
    'appendix-missing': 'nothing follows the heading of the appendix',
  },
  remarkAt: (remark, line) => `${remark} (paragraph ${line})`,
};
