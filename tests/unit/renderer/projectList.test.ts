import { describe, expect, it } from 'vitest';
import type { ProjectSummary } from '#shared/domain/review/project.ts';
import {
  matchesSearch,
  passesFilter,
  projectFilters,
  sortProjects,
} from '../../../renderer/features/projects/projectFilters.ts';
import { readDay } from '../../../renderer/features/projects/readDay.ts';

const today = new Date(2026, 10, 23, 15, 0);

const project = (
  id: string,
  due: string | null,
  progress: Partial<ProjectSummary['progress']> = {},
): ProjectSummary => ({
  id,
  name: `智慧停车 ${id}`,
  client: '云溪市大数据局',
  type: '新建系统',
  due,
  round: 1,
  createdAt: `2026-11-0${id}T08:00:00Z`,
  conclusion: '',
  checklists: {},
  holding: {
    owner: null,
    since: null,
    by: null,
    isTaken: false,
    isReadOnly: false,
    isDisputed: false,
  },
  progress: {
    documents: 0,
    traitsAnswered: 0,
    traitsTotal: 41,
    applicable: 10,
    undetermined: 0,
    reviewed: 0,
    notMet: 0,
    findings: 0,
    memos: 0,
    ...progress,
  },
});

describe('filters of the project list', () => {
  const under = (one: ProjectSummary) =>
    projectFilters.filter((filter) => passesFilter(one, filter, today));

  it.each([
    ['due today', project('1', '2026-11-23'), ['all', 'inReview', 'dueSoon']],
    ['due in seven days', project('1', '2026-11-30'), ['all', 'inReview', 'dueSoon']],
    ['due in eight days', project('1', '2026-12-01'), ['all', 'inReview']],
    ['due yesterday', project('1', '2026-11-22'), ['all', 'inReview', 'overdue']],
    ['without a due day', project('1', null), ['all', 'inReview']],
    ['past due with a memo', project('1', '2026-11-01', { memos: 1 }), ['all', 'issued']],
  ])('a project %s', (_, one, filters) => {
    expect(under(one)).toEqual(filters);
  });

  it('finds by all words, in any field', () => {
    const one = project('1', null);
    expect([
      matchesSearch(one, '云溪 停车'),
      matchesSearch(one, '云溪 医院'),
      matchesSearch(one, ''),
    ]).toEqual([true, false, true]);
  });

  it('sorts by due day with the undated last, and by share reviewed', () => {
    const list = [
      project('1', null, { reviewed: 5 }),
      project('2', '2026-12-01', { reviewed: 1 }),
      project('3', '2026-11-25', { applicable: 0 }),
    ];
    const order = (column: string) =>
      sortProjects(list, { column, direction: 'ascending' }).map(({ id }) => id);
    expect([order('due'), order('progress')]).toEqual([
      ['3', '2', '1'],
      ['3', '2', '1'],
    ]);
  });
});

describe('a day as people type it', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.30', '2026-11-30'],
    ['20261130', '2026-11-30'],
    ['2026年11月30日', '2026-11-30'],
    ['２０２６－１１－３０', '2026-11-30'],
    ['11-30', '2026-11-30'],
    ['11月23日', '2026-11-23'],
    ['11-22', '2027-11-22'],
    ['2026-02-29', null],
    ['2028-02-29', '2028-02-29'],
    ['2026-13-01', null],
    ['1999-01-01', null],
    ['tomorrow', null],
    ['', null],
  ] as const)('%s is %s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day);
  });
});
