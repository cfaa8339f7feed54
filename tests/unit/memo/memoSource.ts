import type { Assessment, Evidence, Finding } from '#shared/domain/review/assessment.ts';
import { Basis, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import type { MemoSource, MemoSourceItem } from '#shared/domain/review/memoSource.ts';
import type { ExtractWarning } from '#shared/domain/text/text.ts';
import type { Verdict } from '#shared/domain/review/verdict.ts';

export const verified: Basis = {
  code: 'LAW',
  law: '中华人民共和国示例法',
  cite: '《示例法》第三条',
  article: 3,
  paragraph: null,
  item: null,
  role: 'direct',
  verified: true,
  reason: null,
  keyword: null,
  lawVersion: '2025-10-28',
};
export const unverified: Basis = {
  ...verified,
  code: 'RULE',
  law: '示例管理办法',
  cite: '《示例管理办法》第十条',
  verified: false,
  reason: '未取得全文',
  lawVersion: null,
};

export function item(id: string, patch: Partial<ChecklistItem> = {}): ChecklistItem {
  return ChecklistItem.parse({
    id,
    number: id,
    checklist: 'list',
    title: `题目${id}`,
    question: `是否写明${id}？`,
    obligation: '义务',
    bearer: '建设单位',
    nature: 'mandatory',
    basis: [verified],
    needsConfirmation: false,
    confirmationNote: null,
    lookFor: '',
    typicalFinding: '',
    recommendation: '',
    clause: '',
    severity: '较大',
    penalty: { stateOrgan: '', enterprise: '', cites: [] },
    docTypes: ['HT'],
    when: 'always',
    note: null,
    hash: 'h',
    ...patch,
  });
}

export function entry(
  id: string,
  verdict: Verdict | null,
  patch: Partial<MemoSourceItem> = {},
  note = '',
): MemoSourceItem {
  const who = { itemHash: null, by: null, at: null };
  const assessment: Assessment | null =
    verdict === null
      ? null
      : { id: `a-${id}`, projectId: 'p', round: 1, itemId: id, verdict, note, ...who };
  return { item: item(id), applies: 'yes', assessment, evidence: [], ...patch };
}

export function evidence(id: string, itemId: string, findingId: string | null): Evidence {
  return {
    id,
    projectId: 'p',
    itemId,
    findingId,
    stance: 'contradicts',
    anchor: {
      versionId: 'v1',
      quote: `摘录${id}`,
      prefix: '',
      suffix: '',
      start: { part: 0, offset: 0 },
      end: { part: 0, offset: 4 },
      rects: [],
      place: { page: 3, clause: null, blockPath: null },
    },
    documentId: 'd',
    documentTitle: '合同',
    versionNumber: 1,
    isDocumentRemoved: false,
    by: '沈知远',
    at: '2026-11-01T00:00:00Z',
  };
}

export function finding(id: string, itemId: string, patch: Partial<Finding> = {}): Finding {
  const { code, cite, lawVersion } = verified;
  return {
    id,
    projectId: 'p',
    round: 1,
    number: id,
    itemId,
    severity: '较大',
    problem: `问题${id}`,
    citations: [{ code, cite, lawVersion, verified: true }],
    recommendation: '建议',
    clause: '条款',
    status: 'open',
    by: '沈知远',
    at: '2026-11-01T00:00:00Z',
    ...patch,
  };
}

export function document(warnings: ExtractWarning[][] = [[]]): ProjectDocument {
  return {
    id: 'd',
    projectId: 'p',
    title: '合同',
    type: 'HT',
    versions: warnings.map((list, i) => ({
      id: `v${i + 1}`,
      documentId: 'd',
      number: i + 1,
      sha256: String(i + 1).repeat(64),
      fileName: '合同.pdf',
      sizeBytes: 1,
      kind: 'pdf',
      pages: 9,
      characters: 100,
      warnings: list,
      addedAt: '2026-11-01T00:00:00Z',
    })),
  };
}

export function source(patch: Partial<MemoSource> = {}): MemoSource {
  return {
    project: { name: '示例项目', client: '示例局', type: '应用', due: null, round: 1 },
    traits: [
      trait('processesPersonalInfo', '处理个人信息'),
      trait('cloudHosted', '云部署'),
      trait('minors', '涉及未成年人信息'),
    ],
    answers: { processesPersonalInfo: true, cloudHosted: false },
    documents: [document()],
    docTypes: { HT: '合同' },
    checklists: [
      {
        id: 'list',
        order: 1,
        titleZh: '示例清单',
        titleEn: 'Sample',
        primaryLaw: 'LAW',
        version: '1',
        effectiveDate: '2026-01-01',
        reviewedOn: '2026-11-23',
        items: ['1'],
        hash: 'c',
      },
    ],
    items: [],
    findings: [],
    instruments: [
      { code: 'LAW', title: '中华人民共和国示例法' },
      { code: 'RULE', title: '示例管理办法' },
    ],
    reviewer: '沈知远',
    date: '2026-11-23',
    isDraft: false,
    number: '〔2026〕1号',
    ...patch,
  };
}

function trait(id: string, labelZh: string): MemoSource['traits'][number] {
  return {
    id,
    labelZh,
    labelEn: id,
    question: '',
    questionEn: '',
    group: 'data',
    implies: [],
    note: '',
    noteEn: '',
    usedByItems: 1,
  };
}
