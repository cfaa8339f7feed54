import { describe, expect, it } from 'vitest';
import type {
  ContactEntry,
  HandoffImport,
  HandoffLogEntry,
  RecordName,
  Sender,
} from '#shared/domain/handoff/handoffReport.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import {
  exchangeHref,
  exchangeRooms,
  parseExchangeRoute,
} from '../../../renderer/app/exchangeRoutes.ts';
import {
  changeValueWords,
  conflictWords,
  fieldWords,
  sideWords,
  subjectWords,
} from '../../../renderer/features/exchange/changeWords.ts';
import {
  addsUp,
  senderNow,
  summaryLines,
  sumOf,
} from '../../../renderer/features/exchange/previewCounts.ts';
import { undoableImport } from '../../../renderer/features/exchange/lastImport.ts';
import {
  beginDraft,
  draftProblem,
  orderOf,
  withEntry,
} from '../../../renderer/features/exchange/sendDraft.ts';

const text = messagesFor('zh-CN');
const fingerprint = { digits: '00000 11111', chinese: '〇〇〇〇〇 一一一一一' };
const contact = { device: 'dev-1', person: '王芳', key: 'key', recipient: 'age1x' };
const sender: Sender = { ...contact, status: 'unknown', fingerprint, contact };
const entry: ContactEntry = { ...contact, fingerprint, trustedAt: '', revokedAt: null };

const report: HandoffImport = {
  packageId: 'p',
  createdAt: '2026-11-23T00:00:00.000Z',
  sender,
  hint: null,
  isEncrypted: true,
  total: 12,
  new: 5,
  changed: 2,
  identical: 5,
  conflicts: [],
  unknown: [],
  gaps: [],
  parked: 0,
  contents: { new: 0, identical: 0, missing: 0 },
  projects: [
    { id: 'a', name: '甲', new: 3, changed: 2, identical: 1, conflicts: 0 },
    { id: 'b', name: '乙', new: 2, changed: 0, identical: 4, conflicts: 0 },
  ],
  differences: [],
  moreDifferences: 0,
  notices: [],
  importNumber: 1,
  resolved: 0,
  released: 0,
  backup: null,
  texts: [],
  movedQuotes: [],
};

describe('addresses of the hand-off', () => {
  it.each(exchangeRooms.flatMap((room) => [[room, null] as const, [room, 'p/1'] as const]))(
    'reads back %s of %s',
    (room, projectId) => {
      const href = exchangeHref({ page: 'exchange', room, projectId });
      const [path = '', query = ''] = href.slice(2).split('?');
      expect(parseExchangeRoute(path.split('/')[1], new URLSearchParams(query))).toEqual({
        page: 'exchange',
        room,
        projectId,
      });
    },
  );

  it('opens the first room where the address names none', () => {
    expect(parseExchangeRoute('nowhere', new URLSearchParams())).toEqual({
      page: 'exchange',
      room: 'send',
      projectId: null,
    });
  });
});

describe('what is to be sent', () => {
  const draft = beginDraft('p1', true);

  it('begins with the project that was chosen, and never without protection', () => {
    expect([draft.projectIds, draft.protection]).toEqual([['p1'], 'people']);
    expect([beginDraft(null, false).projectIds, beginDraft(null, false).protection]).toEqual([
      null,
      'passphrase',
    ]);
  });

  it.each([
    [{ ...draft, projectIds: [] }, 'project'],
    [draft, 'recipient'],
    [{ ...draft, devices: ['dev-1'] }, null],
    [{ ...draft, protection: 'passphrase', passphrase: '七个字符不够长' }, 'passphrase'],
    [{ ...draft, protection: 'passphrase', passphrase: '八个字符正好够长' }, null],
    [{ ...draft, protection: 'none' }, null],
  ] as const)('says what is missing (%#)', (given, problem) => {
    expect(draftProblem(given)).toBe(problem);
  });

  it('leaves behind what belongs to another protection', () => {
    const full = { ...draft, devices: ['dev-1'], passphrase: 'secret secret', hint: ' 提示 ' };
    const common = { projects: ['p1'], since: null, handOver: null };
    expect([
      orderOf(full),
      orderOf({ ...full, protection: 'passphrase' }),
      orderOf({ ...full, protection: 'none', projectIds: null, extent: 'since' }),
    ]).toEqual([
      { ...common, to: ['dev-1'], passphrase: null, hint: null },
      { ...common, to: [], passphrase: 'secret secret', hint: '提示' },
      { projects: null, to: [], passphrase: null, hint: null, since: 'auto', handOver: null },
    ]);
  });

  it('hands over to one contact, for chosen projects', () => {
    const over = { ...draft, devices: ['dev-1'], isHandOver: true };
    expect([
      draftProblem(over),
      draftProblem({ ...over, devices: ['dev-1', 'dev-2'] }),
      draftProblem({ ...over, projectIds: null }),
      draftProblem({ ...over, protection: 'none' }),
      orderOf(over).handOver,
    ]).toEqual([null, 'owner', 'owner', 'owner', 'dev-1']);
  });

  it('puts an entry in once and takes it out', () => {
    expect([withEntry(['a'], 'a', true), withEntry(['a', 'b'], 'a', false)]).toEqual([
      ['a'],
      ['b'],
    ]);
  });
});

describe('what came in', () => {
  it('adds up over the projects, and says when it does not', () => {
    expect(sumOf(report.projects)).toEqual({ new: 5, changed: 2, identical: 5, conflicts: 0 });
    expect([
      addsUp(report),
      addsUp({ ...report, total: 13 }),
      addsUp({ ...report, new: 4, identical: 6 }),
    ]).toEqual([true, false, false]);
  });

  it('takes trust as it is now, and only for the same key on the same device', () => {
    expect([
      senderNow(sender, []),
      senderNow(sender, [entry]),
      senderNow(sender, [{ ...entry, revokedAt: '2026-11-23T00:00:00.000Z' }]),
      senderNow(sender, [{ ...entry, device: 'dev-2' }]),
      senderNow({ ...sender, status: 'own' }, []),
    ]).toEqual(['unknown', 'trusted', 'revoked', 'unknown', 'own']);
  });

  it('writes a summary of what happened and nothing else', () => {
    expect(summaryLines(report, text)).toEqual([
      '已导入“王芳”发来的交接包',
      '合计 12 条改动：新增 5，变更 2，相同 5，冲突 0',
    ]);
    expect(
      summaryLines({ ...report, importNumber: null, resolved: 2, parked: 3, backup: 'b.db' }, text),
    ).toEqual([
      '没有新内容，未作改动',
      '合计 12 条改动：新增 5，变更 2，相同 5，冲突 0',
      '选定 2 处冲突。',
      '3 条改动暂存，等待缺口补齐。',
      '导入前已备份：b.db',
    ]);
  });

  it('offers only the last import for undoing, and only once', () => {
    const line = (number: number, part: Partial<HandoffLogEntry>): HandoffLogEntry => ({
      number,
      direction: 'received',
      at: '',
      packageId: '',
      fileName: '',
      people: [],
      projects: [],
      changes: 0,
      undoneAt: null,
      recipients: [],
      newOwner: null,
      sentAt: null,
      readBy: [],
      ...part,
    });
    const sent = line(3, { direction: 'sent' });
    expect([
      undoableImport([]),
      undoableImport([sent])?.number,
      undoableImport([sent, line(2, {}), line(1, {})])?.number,
      undoableImport([line(2, { undoneAt: 'then' }), line(1, {})])?.number,
    ]).toEqual([null, undefined, 2, undefined]);
  });
});

describe('a change in words', () => {
  const name: RecordName = { item: null, number: null, title: null, titleEn: null, quote: null };
  const item = { number: '1.02', title: '备案' };

  it('names records by what a person knows them by, and keeps what it does not know', () => {
    const problem = { ...name, item, number: '3', title: '未备案' };
    const values = { entity: 'finding', field: 'problem', kind: 'values', name: problem } as const;
    expect([
      subjectWords('assessment', { ...name, item }, text),
      subjectWords('assessment', { ...name, item: { number: '', title: 'csl-filing' } }, text),
      subjectWords('finding', problem, text),
      subjectWords('evidence', { ...name, item, quote: '尚未备案' }, text),
      subjectWords('traitAnswer', { ...name, title: '上云', titleEn: 'Cloud' }, text),
      subjectWords('traitAnswer', { ...name, title: '上云', titleEn: 'Cloud' }, messagesFor('en')),
      subjectWords('newKind', undefined, text),
      conflictWords(values, text),
      conflictWords({ ...values, kind: 'removal' }, text),
      changeValueWords('owner', { device: 'dev-1', person: '王芳' }, text),
      fieldWords('note', text),
      fieldWords('newField', text),
    ]).toEqual([
      '审查记录 · 1.02 备案',
      '审查记录 · csl-filing',
      '问题 · 3 · 未备案',
      `证据 · ${text.review.evidence.quoted('尚未备案')} · 1.02 备案`,
      '项目特征 · 上云',
      'Project trait · Cloud',
      'newKind',
      '问题 · 3 · 未备案 · 问题描述',
      '问题 · 3 · 未备案',
      '王芳',
      '审查意见',
      'newField',
    ]);
  });

  it('says values in the words of the field', () => {
    expect([
      changeValueWords('verdict', 'not-met', text),
      changeValueWords('answer', true, text),
      changeValueWords('deleted', true, text),
      changeValueWords('note', '', text),
      changeValueWords('note', null, text),
    ]).toEqual(['不符合', '是', '已删除', '（空）', '（空）']);
  });

  it('sets a removal against what was edited', () => {
    expect([
      sideWords('removal', { field: 'deleted', value: true }, text),
      sideWords('removal', { field: 'problem', value: '缺失' }, text),
      sideWords('values', { field: 'problem', value: '缺失' }, text),
    ]).toEqual(['删除', '保留并改动问题描述：缺失', '缺失']);
  });
});
