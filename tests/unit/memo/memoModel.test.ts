import { describe, expect, it } from 'vitest';
import { MemoModel } from '#shared/domain/review/memo.ts';
import { buildMemoModel } from '#shared/domain/review/memoModel.ts';
import { document, entry, evidence, finding, item, source, unverified } from './memoSource.ts';

describe('the memo model', () => {
  it('is a model of the contract, whatever is left out', () => {
    const model = buildMemoModel(source());
    expect(MemoModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
    expect(model.lawCheckedOn).toBe('2026-11-23');
    expect(buildMemoModel(source({ lawCheckedOn: '2026-09-21' })).lawCheckedOn).toBe('2026-09-21');
  });

  it('keeps a trait without an answer apart from one answered no', () => {
    expect(buildMemoModel(source()).traits).toEqual({
      yes: ['处理个人信息'],
      no: ['云部署'],
      unknown: ['涉及未成年人信息'],
    });
  });

  it('orders open findings by severity, then by item, then by number', () => {
    const items = ['1', '2'].map((id) => entry(id, 'not-met'));
    const findings = [
      finding('F-001', '2', { severity: '一般' }),
      finding('F-002', '2', { severity: '重大' }),
      finding('F-004', '1', { severity: '较大' }),
      finding('F-003', '1', { severity: '较大' }),
      finding('F-005', '1', { severity: '重大', status: 'withdrawn' }),
      finding('F-006', '1', { severity: '重大', status: 'resolved' }),
    ];
    const numbers = buildMemoModel(source({ items, findings })).findings.map((f) => f.number);
    expect(numbers).toEqual(['F-002', 'F-003', 'F-004', 'F-001']);
  });

  it('counts written items, and apart from them those that nobody can place yet', () => {
    const items = [
      entry('1', null),
      entry('2', 'met'),
      entry('3', 'not-applicable', {}, '不涉及'),
      entry('4', null, { applies: 'undetermined' }),
      entry('5', 'partial', { applies: 'undetermined' }),
    ];
    const model = buildMemoModel(source({ items }));
    expect(model.counts).toEqual({
      unreviewed: 1,
      met: 1,
      partial: 1,
      'not-met': 0,
      'not-applicable': 1,
      'needs-material': 0,
    });
    expect(model.undetermined).toBe(1);
    expect(model.items.map((i) => i.number)).toEqual(['1', '2', '3', '5']);
  });

  it('quotes a finding’s own evidence, or the item’s where none is linked', () => {
    const items = [
      entry('1', 'not-met', { evidence: [evidence('a', '1', null), evidence('b', '1', 'F-1')] }),
      entry('2', 'not-met', { evidence: [evidence('c', '2', null), evidence('d', '2', 'other')] }),
    ];
    const model = buildMemoModel(
      source({ items, findings: [finding('F-1', '1'), finding('F-2', '2')] }),
    );
    expect(model.findings.map((f) => f.quotes.map((q) => q.quote))).toEqual([['摘录b'], ['摘录c']]);
    expect(model.items[0]?.quotes.map((q) => q.quote)).toEqual(['摘录a', '摘录b']);
  });

  it('lists the law of findings and decided items, each version once, in rank order', () => {
    const items = [
      entry('1', 'met', { item: item('1', { basis: [unverified] }) }),
      entry('2', 'not-applicable', {
        item: item('2', { basis: [{ ...unverified, code: 'NONE', law: '不适用的办法' }] }),
      }),
      entry('3', 'not-met'),
    ];
    const older = {
      code: 'LAW',
      cite: '《示例法》第一条',
      lawVersion: '2016-11-07',
      verified: false,
    };
    const findings = [finding('F-1', '3'), finding('F-2', '3', { citations: [older] })];
    expect(buildMemoModel(source({ items, findings })).instruments).toEqual([
      { title: '中华人民共和国示例法', lawVersion: '2025-10-28', verified: true },
      { title: '中华人民共和国示例法', lawVersion: '2016-11-07', verified: false },
      { title: '示例管理办法', lawVersion: null, verified: false },
    ]);
  });

  it('marks a finding whose item or whose whole basis waits for confirmation', () => {
    const waiting = item('1', { needsConfirmation: true, confirmationNote: '小时数待核' });
    const items = [entry('1', 'not-met', { item: waiting }), entry('2', 'not-met')];
    const { code, cite } = unverified;
    const citations = [{ code, cite, lawVersion: null, verified: false }];
    const findings = [finding('F-1', '1'), finding('F-2', '2', { citations }), finding('F-3', '2')];
    const model = buildMemoModel(source({ items, findings }));
    expect(model.findings.map((f) => [f.number, f.needsConfirmation, f.confirmationNote])).toEqual([
      ['F-1', true, '小时数待核'],
      ['F-2', true, null],
      ['F-3', false, null],
    ]);
  });

  it('lists the newest version, older ones only while a quote points there', () => {
    const versions = [document([[], [], []])];
    const shown = (items: ReturnType<typeof entry>[]): number[] =>
      buildMemoModel(source({ documents: versions, items })).documents.map((d) => d.versionNumber);
    expect(shown([])).toEqual([3]);
    expect(shown([entry('1', 'met', { evidence: [evidence('a', '1', null)] })])).toEqual([1, 3]);
  });

  it('says in words what could not be read, and how much more there is', () => {
    const documents = [
      document([
        [
          { code: 'pages-without-text', count: 3, where: ['2', '4'] },
          { code: 'pages-failed', count: 1, where: ['7'] },
          { code: 'comments', count: 2, where: ['1'] },
          { code: 'pages-missing', count: 3, where: [] },
          { code: 'reading-cut', count: 1, where: ['9'] },
          { code: 'images-unread', count: 2, where: ['body/3', 'body/9'] },
        ],
      ]),
    ];
    expect(buildMemoModel(source({ documents })).documents[0]?.unreadable).toEqual([
      '第2页（无文字层）',
      '第4页（无文字层）',
      '另有1处（无文字层）',
      '第7页（解析失败）',
      '文件标明的页中有3页缺失',
      '第9页（未读完）',
      '2处（图片中的文字未读取）',
    ]);
  });
});

describe('a finding whose item is asked no more', () => {
  it('keeps the number and title of the item, and its quotes, and says where the item stands', () => {
    const quoted = evidence('e', '9', 'F-1');
    const model = buildMemoModel(
      source({
        items: [entry('1', 'met')],
        elsewhere: [{ item: item('9'), standing: 'archived', evidence: [quoted] }],
        findings: [finding('F-1', '9')],
      }),
    );
    expect(model.items.map(({ number }) => number)).toEqual([item('1').number]);
    expect(model.findings).toMatchObject([
      {
        number: finding('F-1', '9').number,
        itemNumber: item('9').number,
        itemTitle: item('9').title,
        itemStanding: 'archived',
        quotes: [{ quote: quoted.anchor.quote }],
      },
    ]);
  });
});
