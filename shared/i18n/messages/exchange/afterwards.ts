import type { Translation } from '../../translation.ts';

/** What is left open after an import: conflicts to choose, changes that wait for others. */
export const afterwardsZh = {
  open: {
    title: (count: number): string => `待选择的冲突（${count}）`,
    lead: '两人各自改了同一处。选定后记为一次新的改动，随下次交接送达对方。',
    choose: '采用此项',
    chooseOf: (subject: string, by: string): string => `${subject}：采用${by}的内容`,
    stands: '目前显示',
    own: (by: string): string => `${by}（本库）`,
    chosen: '已选定。',
    removed: '删除',
    kept: (field: string, value: string): string => `保留并改动${field}：${value}`,
  },
  waiting: {
    title: (count: number): string => `等待补齐（${count}）`,
    lead: '下列改动建立在尚未收到的改动之上，暂存不显示；收到后自动生效。',
    changes: (count: number): string => `${count} 条改动暂存`,
    gap: (person: string, from: number, to: number): string =>
      from === to ? `缺“${person}”的第 ${from} 条改动` : `缺“${person}”的第 ${from}–${to} 条改动`,
    ask: '请向对方索取含上述改动的交接包（选“全部内容”）。',
  },
};

export const afterwardsEn: Translation<typeof afterwardsZh> = {
  open: {
    title: (count) => `Conflicts to choose (${count})`,
    lead: 'Two people changed the same thing. Your choice is a new change and reaches them with the next package.',
    choose: 'Take this one',
    chooseOf: (subject, by) => `${subject}: take the version of ${by}`,
    stands: 'Shown now',
    own: (by) => `${by} (here)`,
    chosen: 'Chosen.',
    removed: 'Remove',
    kept: (field, value) => `Keep and change ${field}: ${value}`,
  },
  waiting: {
    title: (count) => `Waiting for others (${count})`,
    lead: 'These changes build on changes that have not come yet. They are kept aside and take effect when those come.',
    changes: (count) => `${count} changes kept aside`,
    gap: (person, from, to) =>
      from === to
        ? `Change ${from} of “${person}” is missing`
        : `Changes ${from}–${to} of “${person}” are missing`,
    ask: 'Ask for a package that holds them (“Everything”).',
  },
};
