import type { ChecklistVersion } from '../../domain/library/checklistVersion.ts';
import type { Translation } from '../translation.ts';

type StateWords = Readonly<Record<ChecklistVersion['state'], string>>;

/** What the command line says of versions of checklists. */
export const checklistCliZh = {
  states: {
    current: '在用',
    superseded: '已被取代',
    retired: '已停用',
  } satisfies StateWords as StateWords,
  count: (items: number): string => `${items} 项`,
  upToDate: '项目所用清单均为最新版本。',
  update: (title: string, from: string, to: string): string => `${title}  ${from} → ${to}`,
  notInProject: '（未采用）',
  fate: (carried: number, reopened: number, archived: number, added: number): string =>
    `沿用 ${carried} 项，重新审查 ${reopened} 项，归档 ${archived} 项，新增 ${added} 项`,
  reopened: (number: string, title: string): string => `  重新审查  ${number}  ${title}`,
  archived: (number: string, title: string): string => `  归档  ${number}  ${title}`,
  dryRun: '以上为预览，项目未改动。去掉 --dry-run 即更新。',
  published: (title: string, version: string): string => `已发布：${title}  ${version}`,
  counts: (same: number, changed: number, added: number, removed: number): string =>
    `相同 ${same}，修改 ${changed}，新增 ${added}，删除 ${removed}`,
  faults: {
    'not-here': (list: string): string =>
      `清单 ${list} 的内容不在本库中，其审查项未列出。请对方重新交接整个项目，或用 checklist update 更新。`,
    'item-taken': (list: string): string =>
      `清单 ${list} 与项目中另一清单有相同的审查项编号，未列出。请另存一份清单后再用。`,
  },
  kinds: { same: '相同', changed: '修改', added: '新增', removed: '删除' },
};

export const checklistCliEn: Translation<typeof checklistCliZh> = {
  states: { current: 'current', superseded: 'superseded', retired: 'out of use' },
  count: (items) => `${items} items`,
  upToDate: 'The project has the newest version of each of its checklists.',
  update: (title, from, to) => `${title}  ${from} → ${to}`,
  notInProject: '(not used)',
  fate: (carried, reopened, archived, added) =>
    `${carried} carried, ${reopened} reopened, ${archived} archived, ${added} added`,
  reopened: (number, title) => `  reopened  ${number}  ${title}`,
  archived: (number, title) => `  archived  ${number}  ${title}`,
  dryRun: 'This was a preview, nothing was changed. Leave --dry-run out to update.',
  published: (title, version) => `Published: ${title}  ${version}`,
  counts: (same, changed, added, removed) =>
    `${same} the same, ${changed} changed, ${added} added, ${removed} removed`,
  faults: {
    'not-here': (list) =>
      `The content of checklist ${list} is not here, so its items are not listed. Have the whole project handed over again, or update with checklist update.`,
    'item-taken': (list) =>
      `Checklist ${list} has an item that another list of the project has, so it is not listed. Use a copy of the list instead.`,
  },
  kinds: { same: 'same', changed: 'changed', added: 'added', removed: 'removed' },
};
