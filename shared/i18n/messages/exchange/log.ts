import type { Translation } from '../../translation.ts';

/** The log of what was sent to whom and received from whom. */
export const logZh = {
  log: {
    emptyTitle: '还没有交接记录',
    emptyLead: '生成或导入交接包后，在此查看何时与谁交接了什么。',
    sent: '发出',
    received: '收到',
    built: '已生成，未标记发出',
    sentAt: (moment: string): string => `已于 ${moment} 发出`,
    readBy: (people: string): string => `${people}已收到`,
    handedOver: (person: string): string => `移交给${person}`,
    markSentOf: (file: string): string => `标记为已发出：${file}`,
    receipts: '对方收到哪里',
    receiptsLead: '以对方最近一次交来的交接包所报为准。',
    receiptColumns: {
      project: '项目',
      person: '联系人',
      readUpTo: '已读到',
      unseen: '本库改动未读',
    },
    readUpTo: (moment: string, count: string): string => `${moment} · ${count} 条`,
    readNothing: '尚未读到',
    saidNothing: '尚无回执',
    unseen: (count: string): string => `${count} 条`,
    allSeen: '全部已读',
    noneOwn: '本库没有改动',
    unaddressed: '未指定收件人',
    columns: {
      direction: '方向',
      at: '时间',
      people: '对方',
      projects: '项目',
      changes: '改动',
      state: '状态',
    },
    undone: (moment: string): string => `已于 ${moment} 撤销`,
    undo: '撤销导入',
    undoOf: (name: string): string => `撤销导入：${name}`,
    undoTitle: '撤销这次导入？',
    undoNote:
      '把这次导入改动的各处恢复为导入前的内容。导入后又改过的各处保持现状；已写出的审查意见书保留；收到的改动仍留在历史中。撤销本身记为一次新的改动，可再撤销，并随下次交接送达对方。只能撤销最近一次导入。',
    undoDone: (restored: number, kept: number, memos: number): string =>
      `已撤销导入：恢复 ${restored} 处，之后又改过而保留 ${kept} 处，已写出的意见书保留 ${memos} 份。`,
  },
};

export const logEn: Translation<typeof logZh> = {
  log: {
    emptyTitle: 'Nothing handed over yet',
    emptyLead: 'What was sent to whom and received from whom is listed here.',
    sent: 'Sent',
    received: 'Received',
    built: 'Built, not marked as sent',
    sentAt: (moment) => `Sent ${moment}`,
    readBy: (people) => `Received by ${people}`,
    handedOver: (person) => `handed over to ${person}`,
    markSentOf: (file) => `Mark as sent: ${file}`,
    receipts: 'Up to where they have read',
    receiptsLead: 'As their last package said.',
    receiptColumns: {
      project: 'Project',
      person: 'Contact',
      readUpTo: 'Read up to',
      unseen: 'Yours not yet seen',
    },
    readUpTo: (moment, count) => `${moment} · ${count} changes`,
    readNothing: 'nothing yet',
    saidNothing: 'no receipt yet',
    unseen: (count) => `${count} changes`,
    allSeen: 'everything seen',
    noneOwn: 'no changes of yours',
    unaddressed: 'Nobody in particular',
    columns: {
      direction: 'Direction',
      at: 'When',
      people: 'With',
      projects: 'Projects',
      changes: 'Changes',
      state: 'State',
    },
    undone: (moment) => `Undone ${moment}`,
    undo: 'Undo the import',
    undoOf: (name) => `Undo the import: ${name}`,
    undoTitle: 'Undo this import?',
    undoNote:
      'Everything this import changed goes back to what it was before. What was changed since stays as it is; written memos stay; the received changes stay in the history. Undoing is itself a new change: it can be undone and reaches the sender with the next package. Only the last import can be undone.',
    undoDone: (restored, kept, memos) =>
      `The import was undone: ${restored} fields restored, ${kept} changed since and left, ${memos} written memos kept.`,
  },
};
