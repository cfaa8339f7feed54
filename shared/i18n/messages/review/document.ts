import type { Translation } from '../../translation.ts';

/** The document beside the item, as pages and as text. */
export const documentZh = {
  document: {
    choose: '文件',
    version: '版本',
    current: (number: number): string => `v${number} · 当前`,
    older: (number: number): string => `v${number}`,
    goToPage: '页码',
    pageTotal: (total: number): string => `/ ${total} 页`,
    printedPage: (label: string): string => `页面标号 ${label}`,
    contents: '目录',
    zoomIn: '放大',
    zoomOut: '缩小',
    fitWidth: '适合宽度',
    zoom: (percent: number): string => `${percent}%`,
    noUsableText: '本页无可用文字，未检索。扫描页可在“文件”页识别',
    truncatedPage: '本页文字过长，已截断',
    pageFailed: '本页无法显示',
    failedToOpen: '无法打开此文件',
    failedHow: '原文件仍完整保存在工作库中。',
    retry: '重试',
    badge: (number: string): string => `打开审查项 ${number}`,
    pageLabel: (page: number): string => `第 ${page} 页`,
    reading: (title: string): string => `${title}（正文）`,
    flags: '本文件的提示',
    remarks: (count: number): string => `提示 ${count}`,
  },
  sheet: {
    headers: '页眉',
    footers: '页脚',
    footnotes: '脚注',
    noteSign: '注',
    endnotes: '尾注',
    comments: '批注',
    deleted: '修订：已删除',
    inserted: '修订：新插入',
    hidden: '隐藏文字',
    changedBy: (what: string, author: string, date: string): string =>
      [what, author, date].filter((word) => word !== '').join(' · '),
    replyTo: (author: string): string => `〔回复 ${author}〕`,
    resolved: '〔已解决〕',
    commentBy: (author: string, date: string): string =>
      author === '' && date === ''
        ? '批注：'
        : `${[author, date].filter((word) => word !== '').join(' · ')}：`,
    revisions: { title: '修订的显示', final: '最终', marked: '显示修订', original: '原稿' },
  },
};

export const documentEn: Translation<typeof documentZh> = {
  document: {
    choose: 'Document',
    version: 'Version',
    current: (number: number): string => `v${number} · current`,
    older: (number: number): string => `v${number}`,
    goToPage: 'Page',
    pageTotal: (total: number): string => `of ${total}`,
    printedPage: (label: string): string => `labelled ${label}`,
    contents: 'Contents',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fitWidth: 'Fit to width',
    zoom: (percent: number): string => `${percent}%`,
    noUsableText:
      'No usable text on this page; it was not searched. Scanned pages can be recognised on the documents page',
    truncatedPage: 'The text of this page is too long and was cut',
    pageFailed: 'This page cannot be shown',
    failedToOpen: 'This document cannot be opened',
    failedHow: 'The original file is kept whole in the workspace.',
    retry: 'Try again',
    badge: (number: string): string => `Open item ${number}`,
    pageLabel: (page: number): string => `Page ${page}`,
    reading: (title: string): string => `${title} (text)`,
    flags: 'Remarks on this document',
    remarks: (count: number): string => `Remarks ${count}`,
  },
  sheet: {
    headers: 'Headers',
    footers: 'Footers',
    footnotes: 'Footnotes',
    noteSign: 'note',
    endnotes: 'Endnotes',
    comments: 'Comments',
    deleted: 'Tracked change: deleted',
    inserted: 'Tracked change: inserted',
    hidden: 'Hidden text',
    changedBy: (what, author, date) =>
      [what, author, date].filter((word) => word !== '').join(' · '),
    replyTo: (author) => `[reply to ${author}]`,
    resolved: '[resolved]',
    commentBy: (author, date) =>
      author === '' && date === ''
        ? 'Comment: '
        : `${[author, date].filter((word) => word !== '').join(' · ')}: `,
    revisions: {
      title: 'How tracked changes are shown',
      final: 'Final',
      marked: 'With changes',
      original: 'Original',
    },
  },
};
