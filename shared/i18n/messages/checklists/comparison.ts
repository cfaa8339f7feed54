import type { Translation } from '../../translation.ts';

/** Two versions of a checklist side by side. */
export const comparisonZh = {
  comparison: {
    title: '版本对照',
    failed: '未能对照两个版本',
    heading: (title: string, from: string, to: string): string => `${title}：${from} → ${to}`,
    kinds: { same: '未变', changed: '改动', added: '新增', removed: '删去' },
    moved: '次序有变',
    older: (version: string): string => `原版本 ${version}`,
    newer: (version: string): string => `新版本 ${version}`,
    none: '没有所选种类的审查项。',
    filter: '显示哪些审查项',
    fieldsChanged: (fields: string): string => `改动：${fields}`,
    show: '展开原文',
    noWords: '（无）',
    signals: '文字规则不计入对照。',
  },
};

export const comparisonEn: Translation<typeof comparisonZh> = {
  comparison: {
    title: 'Comparison of versions',
    failed: 'The versions could not be compared',
    heading: (title, from, to) => `${title}: ${from} → ${to}`,
    kinds: { same: 'unchanged', changed: 'changed', added: 'added', removed: 'removed' },
    moved: 'moved',
    older: (version) => `Older version ${version}`,
    newer: (version) => `Newer version ${version}`,
    none: 'No items of the chosen kinds.',
    filter: 'Which items to show',
    fieldsChanged: (fields) => `Changed: ${fields}`,
    show: 'Show the words',
    noWords: '(none)',
    signals: 'Rules of text are not compared.',
  },
};
