import { MemoModel } from '#shared/domain/review/memo.ts';
import type { Severity } from '#shared/domain/review/verdict.ts';

const SEVERITIES: readonly Severity[] = ['重大', '较大', '一般'];

/** A finished memo model with `count` findings in memo order and an item for each, and five items beside them. */
export function memoWith(count: number, patch: Partial<MemoModel> = {}): MemoModel {
  const findings = Array.from({ length: count }, (_, i) => finding(i, count));
  return MemoModel.parse({
    number: '〔2026〕东屿法审字第7号',
    isDraft: false,
    date: '2026-11-03',
    project: {
      name: '青岚市社区服务平台（一期）',
      client: '青岚市政务服务和数据管理局',
      type: '政务应用',
      due: '2026-12-01',
      round: 1,
    },
    reviewer: '沈知远',
    lawCheckedOn: '2026-11-23',
    traits: {
      yes: ['处理个人信息', '部署于云平台'],
      no: ['使用人脸识别'],
      unknown: ['处理重要数据'],
    },
    documents: [
      document('软件开发合同', '合同', null, 'a', []),
      document('采购需求', '采购需求', 12, 'b', ['第3页（无文字层）', '第7页（解析失败）']),
    ],
    checklists: [{ title: '网络安全', version: '2026.11-v1', hash: 'c'.repeat(64) }],
    instruments: [
      { title: '中华人民共和国网络安全法', lawVersion: '2025-10-28', verified: true },
      { title: 'GB/T 22240-2020 定级指南', lawVersion: null, verified: false },
    ],
    counts: {
      unreviewed: 1,
      met: 2,
      partial: 0,
      'not-met': count,
      'not-applicable': 1,
      'needs-material': 1,
    },
    undetermined: 2,
    items: [...findings.map((f) => itemOf(f)), ...otherItems()],
    findings,
    ...patch,
  });
}

function document(
  title: string,
  type: string,
  pages: number | null,
  hex: string,
  unreadable: string[],
): MemoModel['documents'][number] {
  const sha256 = `${hex}0123456789abcdef`.repeat(4).slice(0, 64);
  return { title, type, versionNumber: 2, fileName: `${title}.pdf`, pages, sha256, unreadable };
}

function finding(i: number, count: number): MemoModel['findings'][number] {
  const number = `F-${String(i + 1).padStart(3, '0')}`;
  const isUnconfirmed = i % 7 === 3;
  return {
    number,
    itemNumber: `1.${String(i + 1).padStart(2, '0')}`,
    itemTitle: `日志留存与审计要求（${i + 1}）`,
    severity: SEVERITIES[Math.floor((i * 3) / count)] ?? '一般',
    nature: i % 5 === 4 ? 'contractual' : 'mandatory',
    needsConfirmation: isUnconfirmed,
    confirmationNote: isUnconfirmed ? '管理办法未取得正式文本' : null,
    problem: `合同附件二第${i + 1}项约定日志滚动保存90日，短于采购需求写明的180日，事后难以追溯。`,
    citations: [
      {
        code: 'CSL',
        cite: `《网络安全法》第二十三条第（三）项之${i + 1}`,
        lawVersion: isUnconfirmed ? null : '2025-10-28',
        verified: !isUnconfirmed,
      },
    ],
    quotes: [
      {
        quote: `系统日志及操作日志滚动保存90日，磁盘空间不足时可提前覆盖（摘录${i + 1}）`,
        stance: 'contradicts',
        documentTitle: '软件开发合同',
        versionNumber: 2,
        place: { page: null, clause: '附件二', blockPath: `body/${i}` },
      },
    ],
    recommendation: `建议将留存期限改为不少于六个月（建议${i + 1}）。\n并删除可提前覆盖的表述。`,
    clause: `乙方应当留存网络日志不少于六个月，期间任何账号不得删除或者修改。（条款${i + 1}）\n存储空间不足的，乙方应当扩容。`,
  };
}

function itemOf(f: MemoModel['findings'][number]): MemoModel['items'][number] {
  return {
    number: f.itemNumber,
    checklistTitle: '网络安全（等级保护、运行安全与事件处置）',
    title: f.itemTitle,
    question: '是否写明日志留存期限？',
    verdict: 'not-met',
    note: '合同低于法定期限',
    needsConfirmation: f.needsConfirmation,
    quotes: f.quotes,
  };
}

function otherItems(): MemoModel['items'] {
  const base = {
    checklistTitle: '合同与知识产权',
    question: '是否约定？',
    needsConfirmation: false,
    quotes: [],
  };
  return [
    { ...base, number: '8.01', title: '数据归属与使用权', verdict: 'met', note: '' },
    { ...base, number: '8.02', title: '保密条款', verdict: 'met', note: '第十一条写明长期有效' },
    {
      ...base,
      number: '8.03',
      title: '影响评估报告',
      verdict: 'needs-material',
      note: '请提供评估报告',
    },
    {
      ...base,
      number: '8.04',
      title: '开源组件',
      verdict: 'not-applicable',
      note: '本项目不采购软件',
    },
    { ...base, number: '8.05', title: '发明归属', verdict: 'unreviewed', note: '' },
  ];
}
