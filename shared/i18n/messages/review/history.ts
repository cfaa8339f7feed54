import type { Translation } from '../../translation.ts';

/** What was changed about an item. */
export const historyZh = {
  history: {
    title: '本项历史',
    empty: '此项还没有改动',
    by: (by: string, at: string): string => `${by} · ${at}`,
    labelled: (label: string): string => `${label}：`,
    becomes: '改为',
    arrow: '→',
    nothing: '（空）',
    removed: '已移除',
    restored: '已恢复',
    entities: { assessment: '审查记录', evidence: '证据', finding: '问题' },
    fields: {
      verdict: '结论',
      note: '说明',
      stance: '证据方向',
      anchor: '引文',
      severity: '严重程度',
      status: '状态',
      problem: '问题描述',
      citations: '依据',
      recommendation: '修改建议',
      clause: '建议条款',
    },
  },
};

export const historyEn: Translation<typeof historyZh> = {
  history: {
    title: 'History of this item',
    empty: 'Nothing has changed on this item yet',
    by: (by: string, at: string): string => `${by} · ${at}`,
    labelled: (label: string): string => `${label}: `,
    becomes: 'becomes',
    arrow: '→',
    nothing: '(empty)',
    removed: 'removed',
    restored: 'restored',
    entities: { assessment: 'Assessment', evidence: 'Evidence', finding: 'Finding' },
    fields: {
      verdict: 'Verdict',
      note: 'Note',
      stance: 'Stance',
      anchor: 'Quote',
      severity: 'Severity',
      status: 'Status',
      problem: 'Problem',
      citations: 'Basis',
      recommendation: 'Recommendation',
      clause: 'Suggested clause',
    },
  },
};
