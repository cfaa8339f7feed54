import type { Translation } from '../translation.ts';

/** Texts of laws and the citations made of them. */
export const statutesZh = {
  importStatus: { added: '已导入', duplicate: '重复', refused: '未导入' },
  standings: {
    'in-force': '现行有效',
    superseded: '已被取代',
    upcoming: '尚未施行',
    repealed: '已废止',
  },
  holdings: { present: '已有现行文本', superseded: '仅有旧文本', missing: '缺文本' },
  articles: (count: number): string => `${count} 条`,
  version: (day: string): string => `${day} 版`,
  effective: (day: string): string => `${day} 施行`,
  effectiveUnknown: '施行日不详',
  none: '尚未导入法规文本。请从国家法律法规数据库下载官方文本，用 statutes import 导入。',
  nothing: '没有可导入的文件。',
  /** Remarks about an imported text, by code. */
  remarks: {
    'not-in-catalogue': (): string => '目录中没有这部法规，条数无从核对',
    'version-assumed': (detail: string): string => `题注未载版本，按目录记为 ${detail} 版`,
    'version-by-name': (detail: string): string =>
      `题注所载最近日期为 ${detail}，版本按文件名确定，请核对文本`,
    'newer-than-catalogue': (detail: string): string =>
      `比目录所载的 ${detail} 版新，请查看对审查项的影响`,
    'older-than-catalogue': (detail: string): string => `不是现行版本，现行为 ${detail} 版`,
    'effective-unknown': (): string => '施行日不详，请人工核对',
    'effective-differs': (detail: string): string =>
      `末条所载施行日为 ${detail}，与本版施行日不同，以修改决定为准`,
    'paragraphs-unreliable': (): string => '转换时款的分段可能丢失，款号不可靠，条、项可用',
    'division-unnumbered': (detail: string): string => `章名缺序号：${detail}`,
    'division-glued': (detail: string): string => `章名与条文相连，已分开：${detail}`,
    'part-of-code': (detail: string): string => `只是法典的一编：${detail}`,
    'appendix-missing': (): string => '文末有“附”而无内容，附件不在本文本中',
  },
  remarkAt: (line: number): string => `第 ${line} 段`,
  changes: {
    same: '未变',
    moved: '条号变动',
    changed: '内容修改',
    new: '新增',
    deleted: '删除',
  },
  impact: {
    none: '没有可比的两个版本。',
    heading: (law: string, from: string, to: string): string => `《${law}》${from} 版 → ${to} 版`,
    counts: (
      same: number,
      moved: number,
      changed: number,
      added: number,
      deleted: number,
    ): string =>
      `未变 ${same}，条号变动 ${moved}，内容修改 ${changed}，新增 ${added}，删除 ${deleted}`,
    basisMap: '依据：随程序发布的条号对照',
    basisTexts: '依据：两个版本文本逐条比对',
    kinds: { item: '审查项', finding: '问题', draft: '草稿' },
    outdated: '须更新',
    upToDate: '已引新版',
  },
  citationStatus: {
    ok: '无异议',
    stale: '已过时',
    nonexistent: '不存在',
    'unknown-law': '无此法规或已失效',
  },
  /** Why a citation is remarked on, by code. */
  reasons: {
    'older-version-named': '引用的是旧版本',
    'topic-moved': '所引内容现为其他条号',
    'topic-elsewhere': '所引条文内容不符，相关内容在其他条',
    'article-deleted': '现行版本没有该条，旧版本有',
    'article-missing': '没有该条',
    'paragraph-missing': '该条没有这一款',
    'item-missing': '该条没有这一项',
    'not-in-catalogue': '目录中没有，请核对名称和效力',
    repealed: '已废止',
    'not-issued': '尚未出台',
    obsolete: '已失效或不存在',
    'version-open': '该法已重新编号，请确认所指版本',
    'former-named': '写明为旧法',
    draft: '征求意见稿或草案',
    ambiguous: '不能确定所指法规',
  },
  against: { text: '已与文本核对', range: '仅核对条号范围', title: '仅核对名称' },
  current: (cite: string): string => `现为 ${cite}`,
  checked: (count: number, held: number): string =>
    `共 ${count} 处引用；已导入法规文本 ${held} 部，其余仅核对名称和条号范围。`,
  allFine: '未发现过时、不存在或失效的引用。',
};

export const statutesEn: Translation<typeof statutesZh> = {
  importStatus: { added: 'imported', duplicate: 'duplicate', refused: 'refused' },
  standings: {
    'in-force': 'in force',
    superseded: 'superseded',
    upcoming: 'not yet in force',
    repealed: 'repealed',
  },
  holdings: { present: 'text held', superseded: 'only an older text', missing: 'text missing' },
  articles: (count) => `${count} articles`,
  version: (day) => `version of ${day}`,
  effective: (day) => `in force from ${day}`,
  effectiveUnknown: 'day of effect unknown',
  none: 'No texts of laws yet. Download the official texts from the national database and use statutes import.',
  nothing: 'There was nothing to import.',
  remarks: {
    'not-in-catalogue': () =>
      'not in the catalogue, so the number of articles could not be checked',
    'version-assumed': (detail) =>
      `the text names no version; taken as that of ${detail} by the catalogue`,
    'version-by-name': (detail) =>
      `the note's latest day is ${detail}; the version follows the file name, check the text`,
    'newer-than-catalogue': (detail) =>
      `newer than the catalogue's version of ${detail}; see what it touches`,
    'older-than-catalogue': (detail) => `not the version in force, which is that of ${detail}`,
    'effective-unknown': () => 'the day of effect is unknown; check it',
    'effective-differs': (detail) =>
      `the last article says ${detail}; the amending decision decides`,
    'paragraphs-unreliable': () =>
      'paragraphs (款) may have been lost in conversion; articles and items can be relied on',
    'division-unnumbered': (detail) => `chapter heading without its number: ${detail}`,
    'division-glued': (detail) => `chapter heading was joined to an article: ${detail}`,
    'part-of-code': (detail) => `only one part of the code: ${detail}`,
    'appendix-missing': () => 'an annex is announced and not in this text',
  },
  remarkAt: (line) => `paragraph ${line}`,
  changes: { same: 'same', moved: 'moved', changed: 'changed', new: 'new', deleted: 'deleted' },
  impact: {
    none: 'There are no two versions to compare.',
    heading: (law, from, to) => `《${law}》 version of ${from} → ${to}`,
    counts: (same, moved, changed, added, deleted) =>
      `same ${same}, moved ${moved}, changed ${changed}, new ${added}, deleted ${deleted}`,
    basisMap: 'By the map of article numbers shipped with the program',
    basisTexts: 'By comparing the texts of both versions',
    kinds: { item: 'item', finding: 'finding', draft: 'draft' },
    outdated: 'to be updated',
    upToDate: 'cites the newer version',
  },
  citationStatus: {
    ok: 'no objection',
    stale: 'out of date',
    nonexistent: 'does not exist',
    'unknown-law': 'no such law, or no longer in force',
  },
  reasons: {
    'older-version-named': 'an older version is named',
    'topic-moved': 'what it is cited for has another number now',
    'topic-elsewhere': 'the article is about something else; another one fits',
    'article-deleted': 'the version in force has no such article, an older one had',
    'article-missing': 'no such article',
    'paragraph-missing': 'the article has no such paragraph',
    'item-missing': 'the article has no such item',
    'not-in-catalogue': 'not in the catalogue; check its name and whether it is in force',
    repealed: 'repealed',
    'not-issued': 'not issued yet',
    obsolete: 'no longer in force, or never existed',
    'version-open': 'the law was renumbered; make sure which version is meant',
    'former-named': 'named as a former law',
    draft: 'a draft',
    ambiguous: 'it cannot be told which law is meant',
  },
  against: {
    text: 'held against the text',
    range: 'held against the range of articles only',
    title: 'held against the title only',
  },
  current: (cite) => `now ${cite}`,
  checked: (count, held) =>
    `${count} citations; texts of ${held} laws are held, others were held against names and ranges only.`,
  allFine: 'No citation was found that is out of date, does not exist or is no longer in force.',
};
