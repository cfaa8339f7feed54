import type { Severity, Stance, Verdict } from '../../domain/review/verdict.ts';

const severityRank: Readonly<Record<Severity, string>> = {
  重大: '重大问题（必须修改）',
  较大: '较大问题（建议修改）',
  一般: '一般问题（提示完善）',
};

const verdicts: Readonly<Record<Verdict, string>> = {
  unreviewed: '未审',
  met: '符合',
  partial: '部分符合',
  'not-met': '不符合',
  'not-applicable': '不适用',
  'needs-material': '待补充材料',
};

const stances: Readonly<Record<Stance, string>> = {
  supports: '有利',
  contradicts: '不利',
  partial: '部分',
};

/** A lawyer by name and title; a name that carries the title already stays as it is. */
function withTitle(name: string): string {
  return name.endsWith('律师') ? name : `${name}律师`;
}

/** Quotation marks inside quotation marks are single ones (GB/T 15834-2011). */
function quoted(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/**
 * Words inside the written memo. It is a Chinese legal document whatever language the screen speaks, so there is no English:
 * form and wording follow the practice of law firms and the page of GB/T 9704-2012.
 */
export const memoDocumentZh = {
  /** The title in its two lines, so that no word is torn apart. */
  title: (project: string): readonly [string, string] => [
    `关于${quoted(project)}项目的`,
    '合规审查意见书',
  ],
  draftMark: '草稿',
  draftHeader: '草稿　未经签发，不作为正式意见使用',
  draftLine: '（草稿，未编号，未签发）',
  addressee: (client: string): string => `${client}：`,
  noAddressee: '＿＿＿＿＿＿＿＿＿＿：',
  introduction: (
    reviewer: string,
    project: string,
    type: string,
    round: string,
    documents: number,
  ): string =>
    `根据贵单位的委托，本所指派${withTitle(reviewer)}对${quoted(project)}${type === '' ? '' : `（${type}）`}送审的${documents}份文件进行了合规审查（${round}）。送审文件的名称、版本和文件校验值见本意见书第一部分。现提出意见如下：`,
  round: (round: number): string =>
    round === 1 ? '初审' : round === 2 ? '复审' : `第${round}轮审查`,
  day: (year: number, month: number, day: number): string => `${year}年${month}月${day}日`,
  headings: {
    basis: '审查依据',
    documents: '送审材料',
    instruments: '法律依据',
    checklists: '审查清单',
    project: '项目基本情况',
    conclusion: '总体结论',
    findings: '主要问题与修改建议',
    material: '需补充的材料',
    items: '审查项一览表',
    reservations: '声明与保留',
  },
  documents: {
    none: '未收到送审文件。',
    columns: ['序号', '文件名称', '类型', '版本', '页数', '文件校验值（SHA-256）'],
    noType: '未定',
    noPages: '—',
    version: (number: number): string => `v${number}`,
    unreadable: (parts: string): string => `未能读取、未作检索：${parts}`,
    wordPages: '页数一栏为“—”的，系随排版软件变化的文字处理文件，以文件校验值为准。',
  },
  instruments: {
    none: '尚无已作出结论的审查项，未列法律依据。',
    checkedOn: (day: string): string => `以下依据的版本核对日为${day}。`,
    version: (day: string): string => `（${day}版本）`,
    unverified: '【依据待核】',
  },
  checklists: {
    columns: ['审查清单', '版本', '内容校验值（SHA-256）'],
    none: '未使用审查清单。',
  },
  project: {
    facts: (name: string, type: string, due: string): string =>
      `项目名称：${name}。项目类型：${type}。要求出具时间：${due}。`,
    notGiven: '未填写',
    yes: '经确认具有的特征：',
    no: '经确认不具有的特征：',
    unknown: '未能确认的特征（不视为不具有，相关审查项待确认后另行判断）：',
    none: '无。',
    listed: (labels: string): string => `${labels}。`,
  },
  conclusion: {
    items: (
      total: number,
      met: number,
      partial: number,
      notMet: number,
      notApplicable: number,
      needsMaterial: number,
      unreviewed: number,
    ): string =>
      `本次列入审查的审查项共${total}项，其中符合${met}项，部分符合${partial}项，不符合${notMet}项，不适用${notApplicable}项，待补充材料${needsMaterial}项，未审${unreviewed}项。`,
    undetermined: (count: number): string =>
      `另有${count}项因项目特征未能确认，尚不能判断是否适用。`,
    findings: (total: number, grave: number, major: number, minor: number): string =>
      `列出问题${total}项，其中重大${grave}项，较大${major}项，一般${minor}项。`,
    neutral: '以上为审查记录的统计，不构成法律结论。',
    lawyer: '承办律师结论：',
    /** The usual conclusions as they stand in a memo when one of them is chosen. */
    usual: [
      '未发现违反现行法律法规强制性规定的情形，可按程序推进。',
      '建议按本意见修改后推进，修改后无需报复审。',
      '建议按本意见修改后推进，修改后报复审。',
      '存在重大法律风险，建议修改并经复审通过后推进。',
      '材料不足，暂不具备出具结论性意见的条件。',
    ],
    toFill: '承办律师结论（由承办律师选定并签署，四者择一）：',
    choices: [
      '□ 未发现违反现行法律法规强制性规定的情形，可按程序推进。',
      '□ 建议按本意见修改后推进（□ 修改后报复审　□ 无需报复审）。',
      '□ 存在重大法律风险，建议修改并经复审通过后推进。',
      '□ 材料不足，暂不具备出具结论性意见的条件。',
    ],
    remark: '补充说明：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
  },
  findings: {
    none: '本次未列出问题。',
    severities: severityRank,
    heading: (title: string, number: string, item: string): string =>
      `${title}（${number}${item === '' ? '' : `，审查项${item}`}）`,
    quotesMissing: '原文位置：送审文件中未见相应条款，无原文可摘录。',
    quote: (place: string, stance: string): string => `原文摘录（${stance}）　${place}`,
    stances,
    place: (title: string, version: number, page: string, clause: string): string =>
      [`《${title}》v${version}`, page, clause].filter((part) => part !== '').join('，'),
    recognised: (place: string): string => `${place}（识别文字，请核对原件）`,
    lost: (place: string): string => `${place}（读出的文字中未找到原句，请核对原件）`,
    removed: (place: string): string => `${place}（该文件已移出送审材料）`,
    page: (page: number): string => `第${page}页`,
    /** A bare number of a list is a 项; everything else is written as it stands. */
    clause: (label: string): string =>
      /^(?:\d+|[（(]\d+[）)])[.．、]?$/.test(label)
        ? `第${label.replace(/[.．、]$/, '')}项`
        : label,
    problem: '问题：',
    basis: '依据：',
    basisContractual: '依据（合同审慎要求，未约定不等于违反法律）：',
    basisUnconfirmed: '参考依据（依据待核）：',
    noBasis: '未列明。',
    citations: (cites: string, version: string): string => `${cites}（${version}版本）`,
    citationUnverified: (cite: string): string => `${cite}【依据待核】`,
    itemStandings: {
      archived: '所依审查项已不在本项目现用清单中，编号为原清单编号。',
      'not-applicable': '所依审查项按现有项目特征不适用于本项目。',
    },
    unconfirmed: '本项依据尚未与正式文本核对，仅作提示，核对后以补充意见为准。',
    unconfirmedWith: (note: string): string => `待核事项：${note}`,
    recommendation: '修改建议：',
    clauseLabel: '建议条款：',
    notGiven: '（未填写）',
  },
  material: {
    none: '无。',
    item: (title: string, number: string, note: string): string =>
      `${title}（审查项${number}）${note === '' ? '' : `：${note}`}`,
    readable: (title: string, parts: string): string =>
      `《${title}》可供检索的文本，以下部分未能读取：${parts}`,
    traits: (labels: string): string => `下列项目特征的确认材料：${labels}`,
  },
  items: {
    none: '无适用的审查项。',
    columns: ['编号', '审查项', '结论', '说明及出处'],
    verdicts,
    unconfirmed: '【依据待核】',
    places: (places: string): string => `出处：${places}`,
  },
  reservations: [
    '本意见书仅依据所列送审材料出具，并假定其真实、完整、有效，复印件与原件一致。',
    '本意见书仅就中华人民共和国（不含香港、澳门特别行政区和台湾地区）现行有效的法律、行政法规、规章发表意见，不对技术、造价、商务事项的合理性发表意见。',
    '列有“依据待核”的内容，系本所未持有正式文本或尚待核对的依据，仅供参考，不作为认定违法的依据。',
    '未能读取的页面和部分、未能确认的项目特征以及未审的审查项，不在本意见书结论的范围内。',
    '本意见书不替代网络安全等级保护测评、商用密码应用安全性评估和保密审查。',
    '本意见书出具日后法律、法规、规章及政策发生变化的，本所不负有更新义务。',
    '本意见书仅供委托人就本项目使用，未经本所书面同意，不得用于其他目的或者提供给第三方，依法应当公开的除外。',
  ],
  signature: {
    firm: (firm: string): string => `${firm}（盖章）`,
    noFirm: '＿＿＿＿＿＿律师事务所（盖章）',
    lawyer: (name: string): string => `承办律师：${name}`,
    licence: '执业证号：＿＿＿＿＿＿＿＿',
  },
  attachments: {
    list: '附件：采纳情况反馈表',
    title: '附件　采纳情况反馈表',
    note: '请委托单位逐项填写采纳、部分采纳或者不采纳；部分采纳、不采纳的，请写明理由。',
    columns: ['问题编号', '问题', '等级', '采纳情况', '理由及处理结果'],
  },
  unreadable: {
    page: (page: number): string => `第${page}页`,
    place: (place: string, reason: string): string => `${place}（${reason}）`,
    more: (count: number, reason: string): string => `另有${count}处（${reason}）`,
    counted: (count: number, reason: string): string => `${count}处（${reason}）`,
    missing: (count: number): string => `文件标明的页中有${count}页缺失`,
    reasons: {
      'pages-without-text': '无文字层',
      'pages-unusable': '字体无法还原',
      'pages-failed': '解析失败',
      'pages-missing': '缺页',
      'reading-cut': '未读完',
      truncated: '超出长度被截断',
      'images-unread': '图片中的文字未读取',
      'parts-unread': '缺失或者无法读取的部分',
      'undecodable-text': '文字无法解码',
      'embedded-files': '嵌入文件未审查',
    },
  },
  comma: '、',
  semicolon: '；',
  footer: { before: '— ', after: ' —' },
};
