import type { Translation } from '../../translation.ts';

/** What a new version of a law touches. */
export const impactZh = {
  impact: {
    title: '影响分析',
    lead: '法规出新版时，列出引用了变动条文的审查项、问题和意见书草稿。审查项在清单草稿中改引，问题就地改引，均可撤销。',
    law: '法规',
    allLaws: '全部法规',
    none: '没有受影响的引用',
    noneHow: '导入同一法规的旧版和新版后，这里列出引用了变动条文的内容。',
    failed: '未能分析影响',
    kinds: { item: '审查项', finding: '问题', draft: '意见书草稿' },
    outdatedOnly: '只看引用旧版的',
    heading: (law: string, from: string, to: string): string => `《${law}》${from} → ${to}`,
    entries: (count: number): string => `${count} 处引用`,
    pinned: (day: string): string => `引用 ${day} 版`,
    pinnedNone: '未注明版本',
    isCurrent: '已引用新版',
    now: (cite: string): string => `现为${cite}`,
    noLonger: '新版中已无此条',
    showTexts: '新旧条文',
    inDraft: '清单草稿',
    penalty: '法律责任',
    adoptInDraft: (cite: string): string => `在草稿中改引${cite}`,
    adoptedInDraft: (number: string, cite: string, version: string): string =>
      `${number} 在草稿 ${version} 中已改引${cite}。发布后生效。`,
    openDraft: '打开草稿',
    adopt: (cite: string): string => `改引${cite}`,
    adopted: (number: string, cite: string): string => `${number} 已改引${cite}`,
    compare: '逐条对照',
    noneShown: '没有引用旧版的内容。',
    counts: (moved: number, changed: number, added: number, deleted: number): string =>
      `条号变 ${moved} · 修改 ${changed} · 新增 ${added} · 删除 ${deleted}`,
  },
};

export const impactEn: Translation<typeof impactZh> = {
  impact: {
    title: 'Impact',
    lead: 'When a law has a new version: the items, findings and memo drafts that cite articles it touched. Items are taken over in a draft of their list, findings in place; both can be undone.',
    law: 'Law',
    allLaws: 'All laws',
    none: 'No citation is touched',
    noneHow:
      'Once an older and a newer version of a law are imported, whatever cites a changed article is listed here.',
    failed: 'The impact could not be worked out',
    kinds: { item: 'Item', finding: 'Finding', draft: 'Memo draft' },
    outdatedOnly: 'Only those citing the older version',
    heading: (law, from, to) => `《${law}》 ${from} → ${to}`,
    entries: (count) => (count === 1 ? '1 citation' : `${count} citations`),
    pinned: (day) => `cites the version of ${day}`,
    pinnedNone: 'names no version',
    isCurrent: 'cites the newer version already',
    now: (cite) => `now ${cite}`,
    noLonger: 'no longer in the newer version',
    showTexts: 'Old and new text',
    inDraft: 'checklist draft',
    penalty: 'penalty',
    adoptInDraft: (cite) => `Cite ${cite} in a draft`,
    adoptedInDraft: (number, cite, version) =>
      `${number} cites ${cite} in the draft ${version}. It counts once published.`,
    openDraft: 'Open the draft',
    adopt: (cite) => `Cite ${cite} instead`,
    adopted: (number, cite) => `${number} now cites ${cite}`,
    compare: 'Compare article by article',
    noneShown: 'Nothing cites the older version.',
    counts: (moved, changed, added, deleted) =>
      `${moved} moved · ${changed} changed · ${added} new · ${deleted} deleted`,
  },
};
