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
  kinds: { same: 'same', changed: 'changed', added: 'added', removed: 'removed' },
};
