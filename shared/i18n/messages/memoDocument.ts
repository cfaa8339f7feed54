/**
 * Words inside the written memo. It is a Chinese legal document whatever language the screen speaks, so there is no English:
 * form and wording follow the practice of law firms and the page of GB/T 9704-2012.
 */
export const memoDocumentZh = {
  unreadable: {
    page: (page: number): string => `第${page}页`,
    place: (place: string, reason: string): string => `${place}（${reason}）`,
    more: (count: number, reason: string): string => `另有${count}处（${reason}）`,
    reasons: {
      'pages-without-text': '无文字层',
      'pages-unusable': '字体无法还原',
      'pages-failed': '解析失败',
      truncated: '超出长度被截断',
    },
  },
};
