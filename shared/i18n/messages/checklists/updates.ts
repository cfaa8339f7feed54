import type { Translation } from '../../translation.ts';

/** A newer version in a project: taking it over, items to review again, items archived. */
export const updatesZh = {
  updates: {
    title: '清单有新版本',
    line: (title: string, from: string, to: string): string => `${title}：${from} → ${to}`,
    begun: (title: string, to: string): string => `${title} ${to}（本项目尚未采用）`,
    effect: (carried: number, reopened: number, archived: number, added: number): string =>
      `沿用 ${carried} · 重审 ${reopened} · 归档 ${archived} · 新增 ${added}`,
    notHeld: '原版本的内容不在本工作库，不能逐项比对。',
    open: '查看并更新…',
    dialogTitle: '更新项目的清单',
    how: '内容未变的审查项沿用已有结论；有改动的重新审查，原结论和原文仍可查看；删去的归档。可以撤销。',
    reopened: '将重新审查',
    archived: '将归档',
    nothingAnswered: '没有已作结论的审查项受影响。',
    update: '更新',
    adopt: '采用',
    later: '暂不',
    done: (title: string, version: string): string => `“${title}”已更新到 ${version}。`,
    undo: '撤销',
    missing: '清单内容不在本工作库',
    taken: (title: string, version: string): string =>
      `“${title}”${version} 与项目的另一张清单有相同编号的审查项，不能一并使用。请移出其中一张。`,
    missingHow: (title: string, version: string): string =>
      `“${title}”${version} 的内容不在本工作库，其审查项无法显示。请导入含该版本的清单包，或向交接人索取。`,
  },
  reopened: {
    title: '审查项内容有改动，请重新审查',
    before: (verdict: string, version: string): string => `原结论：${verdict}（按 ${version}）`,
    unknown: '原文不在本工作库。',
    now: '现在的文字',
    tag: '重审',
  },
  archived: {
    title: '已归档的审查记录',
    how: '这些审查项已不在项目的清单中。结论、说明和证据只读保存。',
    count: (count: number): string => `已归档 ${count} 项`,
    none: '没有归档的审查记录。',
    wasIn: (version: string): string => `按 ${version}`,
    reasons: {
      removed: '清单新版本已删去此项',
      'list-removed': '所属清单已移出项目',
      'list-not-here': '所属清单的内容不在本工作库',
    },
  },
};

export const updatesEn: Translation<typeof updatesZh> = {
  updates: {
    title: 'Newer versions of checklists',
    line: (title, from, to) => `${title}: ${from} → ${to}`,
    begun: (title, to) => `${title} ${to} (not in this project yet)`,
    effect: (carried, reopened, archived, added) =>
      `carried ${carried} · reopened ${reopened} · archived ${archived} · added ${added}`,
    notHeld: 'The version used so far is not in this workspace and cannot be compared.',
    open: 'Look and update…',
    dialogTitle: 'Update the checklists of the project',
    how: 'Items whose content is unchanged keep their verdicts; changed ones are reopened with the earlier verdict and wording at hand; removed ones are archived. This can be undone.',
    reopened: 'To be reviewed again',
    archived: 'To be archived',
    nothingAnswered: 'No decided item is touched.',
    update: 'Update',
    adopt: 'Use it',
    later: 'Not now',
    done: (title, version) => `“${title}” is now at ${version}.`,
    undo: 'Undo',
    missing: 'A checklist is not in this workspace',
    taken: (title, version) =>
      `“${title}” ${version} has an item with the id of an item in another checklist of the project. Take one of the two out.`,
    missingHow: (title, version) =>
      `The content of “${title}” ${version} is not here, so its items cannot be shown. Import a pack that holds it, or ask whoever handed the project over.`,
  },
  reopened: {
    title: 'This item has changed: review it again',
    before: (verdict, version) => `Earlier verdict: ${verdict} (on ${version})`,
    unknown: 'The earlier wording is not in this workspace.',
    now: 'As it reads now',
    tag: 'again',
  },
  archived: {
    title: 'Archived answers',
    how: 'These items are no longer in the project’s checklists. Verdicts, notes and evidence are kept, read-only.',
    count: (count) => `${count} archived`,
    none: 'No archived answers.',
    wasIn: (version) => `as of ${version}`,
    reasons: {
      removed: 'its checklist has it no longer',
      'list-removed': 'its checklist was taken out of the project',
      'list-not-here': 'its checklist is not in this workspace',
    },
  },
};
