import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('location', { hash: '' });
const { hrefOf, parseRoute } = await import('../../../renderer/app/routes.ts');

describe('addresses', () => {
  it.each([
    ['', { page: 'projects' }],
    ['#/', { page: 'projects' }],
    ['#/projects', { page: 'projects' }],
    ['#/settings', { page: 'settings' }],
    ['#/library', { page: 'library', checklistId: null }],
    ['#/library/cl-csl', { page: 'library', checklistId: 'cl-csl' }],
    ['#/project/p1', { page: 'project', projectId: 'p1', tab: 'overview', at: {} }],
    [
      '#/project/p1/review?item=csl-log-6months&version=v%2F2',
      {
        page: 'project',
        projectId: 'p1',
        tab: 'review',
        at: { item: 'csl-log-6months', version: 'v/2' },
      },
    ],
  ] as const)('reads %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('falls back to the project list where an address says nothing known', () => {
    expect([
      parseRoute('#/nowhere'),
      parseRoute('#/project/'),
      parseRoute('#/project/%E0%A4%A'),
    ]).toEqual([{ page: 'projects' }, { page: 'projects' }, { page: 'projects' }]);
  });

  it('opens the overview where the part of a project is not known', () => {
    expect(parseRoute('#/project/p1/elsewhere')).toEqual({
      page: 'project',
      projectId: 'p1',
      tab: 'overview',
      at: {},
    });
  });

  it('writes addresses that it reads back to the same place', () => {
    const routes = [
      { page: 'projects' },
      { page: 'project', projectId: '项目/1', tab: 'memo', at: {} },
      { page: 'project', projectId: 'p', tab: 'review', at: { item: 'a&b', evidence: '1 2' } },
      { page: 'library', checklistId: 'cl data' },
      { page: 'library', checklistId: null },
      { page: 'library', checklistId: null, item: 'csl-log-6months' },
      { page: 'statutes', law: null },
      { page: 'statutes', law: 'CSL' },
      { page: 'statute', versionId: 'a/1', article: '120-1' },
      { page: 'comparison', fromId: 'a', toId: 'b' },
      { page: 'impact', law: '某 法' },
      { page: 'settings' },
      { page: 'development' },
    ] as const;
    expect(routes.map((route) => parseRoute(hrefOf(route)))).toEqual(routes);
  });
});
