import { describe, expect, it } from 'vitest';
import type { MemoCheck } from '#shared/domain/review/memo.ts';
import { memoChecks, memoMayIssue } from '#shared/domain/review/memoChecks.ts';
import { document, entry, evidence, finding, item, source, unverified } from './memoSource.ts';

type Patch = Parameters<typeof source>[0];

function checksOf(patch: Patch): [MemoCheck['level'], MemoCheck['code'], number, string[]][] {
  return memoChecks(source(patch)).map((c) => [c.level, c.code, c.count, c.itemIds]);
}

const proven = entry('1', 'not-met', { evidence: [evidence('a', '1', 'F-1')] });

describe('the checks before issuing', () => {
  it('find nothing in a finished review', () => {
    expect(
      checksOf({ items: [proven, entry('2', 'met')], findings: [finding('F-1', '1')] }),
    ).toEqual([]);
  });

  const cases: readonly (readonly [string, Patch, ReturnType<typeof checksOf>])[] = [
    ['no document', { documents: [] }, [['error', 'no-documents', 1, []]]],
    [
      'a finding without basis',
      { items: [proven], findings: [finding('F-1', '1', { citations: [] })] },
      [['error', 'finding-without-citation', 1, ['1']]],
    ],
    [
      'an article that the held text does not have',
      {
        items: [proven],
        findings: [
          finding('F-1', '1', {
            citations: [
              { code: 'LAW', cite: '《示例法》第三条', lawVersion: '2025-10-28', verified: true },
              {
                code: 'LAW',
                cite: '《示例法》第九百条',
                lawVersion: '2025-10-28',
                verified: false,
              },
            ],
          }),
        ],
      },
      [['error', 'finding-unconfirmed-basis', 1, ['1']]],
    ],
    [
      'not applicable without a reason',
      { items: [entry('1', 'not-applicable', {}, ' '), entry('2', 'not-applicable', {}, '无')] },
      [['error', 'not-applicable-without-note', 1, ['1']]],
    ],
    [
      'items not reviewed and items nobody can place',
      {
        items: [
          entry('1', null),
          entry('2', 'unreviewed'),
          entry('3', null, { applies: 'undetermined' }),
        ],
      },
      [
        ['warning', 'unreviewed-items', 2, ['1', '2']],
        ['warning', 'undetermined-items', 1, ['3']],
      ],
    ],
    [
      'items whose answer was given on another wording, apart from those never reviewed',
      { items: [entry('1', 'unreviewed', { isReopened: true }), entry('2', null)] },
      [
        ['warning', 'reopened-items', 1, ['1']],
        ['warning', 'unreviewed-items', 1, ['2']],
      ],
    ],
    [
      'a finding with a quote that the text as read here does not have, once for each finding',
      {
        items: [
          entry('1', 'not-met', {
            evidence: [
              { ...evidence('a', '1', 'F-1'), reading: 'lost' },
              { ...evidence('b', '1', 'F-1'), recognition: 'changed' },
            ],
          }),
          entry('2', 'not-met', {
            evidence: [
              { ...evidence('c', '2', 'F-2'), reading: 'moved' },
              { ...evidence('d', '2', 'F-2'), reading: 'lost', isDocumentRemoved: true },
            ],
          }),
        ],
        findings: [finding('F-1', '1'), finding('F-2', '2')],
      },
      [['warning', 'finding-quote-lost', 1, ['1']]],
    ],
    [
      'lists that cannot be read here',
      { listsNotHere: ['cl-a 2026.11-v1'] },
      [['error', 'checklist-not-here', 1, []]],
    ],
    [
      'quotes of findings whose item applies no more',
      {
        findings: [finding('F-1', '9', { citations: [] })],
        elsewhere: [
          { item: item('9'), standing: 'archived' as const, evidence: [evidence('e', '9', 'F-1')] },
        ],
      },
      [['error', 'finding-without-citation', 1, ['9']]],
    ],
    [
      'not met without an open finding',
      {
        items: [entry('1', 'not-met'), entry('2', 'partial')],
        findings: [finding('F-1', '1', { status: 'withdrawn', citations: [] })],
      },
      [['warning', 'not-met-without-finding', 1, ['1']]],
    ],
    [
      'two findings of one item without a quote',
      {
        items: [entry('1', 'not-met')],
        findings: [finding('F-1', '1'), finding('F-2', '1')],
      },
      [['warning', 'finding-without-evidence', 2, ['1']]],
    ],
    [
      'a finding whose only quotes come from a removed document',
      {
        items: [
          entry('1', 'not-met', {
            evidence: [{ ...evidence('a', '1', 'F-1'), isDocumentRemoved: true }],
          }),
        ],
        findings: [finding('F-1', '1')],
      },
      [['warning', 'finding-without-evidence', 1, ['1']]],
    ],
    [
      'a basis whose text is not held',
      {
        items: [proven],
        findings: [
          finding('F-1', '1', {
            citations: [{ ...pinned(unverified), lawVersion: null, verified: false }],
          }),
        ],
      },
      [['warning', 'finding-unconfirmed-basis', 1, ['1']]],
    ],
    [
      'an item that waits for confirmation',
      {
        items: [{ ...proven, item: item('1', { needsConfirmation: true }) }],
        findings: [finding('F-1', '1')],
      },
      [['warning', 'finding-unconfirmed-basis', 1, ['1']]],
    ],
    [
      'pages of the newest version without text',
      {
        documents: [
          document([
            [{ code: 'pages-failed', count: 1, where: ['1'] }],
            [{ code: 'pages-without-text', count: 2, where: ['2', '3'] }],
          ]),
        ],
      },
      [['warning', 'unreadable-pages', 2, []]],
    ],
  ];
  it.each(cases)('report %s', (_, patch, expected) => {
    expect(checksOf(patch)).toEqual(expected);
  });

  it('let a memo be issued only without errors and with every warning read', () => {
    const warned = memoChecks(source({ items: [entry('1', null)] }));
    expect(memoMayIssue([], [])).toBe(true);
    expect(memoMayIssue(warned, [])).toBe(false);
    expect(memoMayIssue(warned, ['unreviewed-items'])).toBe(true);
    const blocked = memoChecks(source({ documents: [] }));
    expect(memoMayIssue(blocked, ['no-documents'])).toBe(false);
  });
});

function pinned({ code, cite }: { code: string; cite: string }): { code: string; cite: string } {
  return { code, cite };
}
