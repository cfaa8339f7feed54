import type { Translation } from '../translation.ts';
import { counted } from '../counted.ts';

export const memoZh = {
  title: '审查意见书',
  preview: '预览',
  checks: {
    title: '签发前检查',
    clear: '可以签发',
    clearHow: '没有阻止签发的问题。',
    blocked: (count: number): string => `${count} 项必须先处理`,
    toAcknowledge: (count: number): string => `${count} 项需要知悉`,
    error: '必须处理',
    warning: '需要知悉',
    acknowledge: '已知悉',
    open: (number: string): string => `到 ${number}`,
    more: (count: number): string => `另有 ${count} 项`,
    openDocuments: '到文件',
    openTraits: '到项目特征',
    codes: {
      'no-documents': (_count: number): string => '没有受审文件',
      'checklist-not-here': (count: number): string =>
        `${count} 份清单的内容不在本库中，其审查项未列入；请导入附带清单的交接包，或更新项目清单`,
      'reopened-items': (count: number): string => `${count} 个审查项措辞已变，须重新审查`,
      'unreviewed-items': (count: number): string => `${count} 个审查项未审`,
      'undetermined-items': (count: number): string => `${count} 个审查项适用性待确认`,
      'not-met-without-finding': (count: number): string => `${count} 个不符合项没有问题`,
      'finding-without-evidence': (count: number): string => `${count} 个问题没有证据`,
      'finding-without-citation': (count: number): string => `${count} 个问题没有依据`,
      'finding-unconfirmed-basis': (count: number): string => `${count} 个问题的依据待核`,
      'citation-unresolved': (count: number): string =>
        `${count} 个问题引用的法规或条文不存在，签发须说明理由`,
      'finding-quote-lost': (count: number): string =>
        `${count} 个问题的引文在读出的文字中找不到，请对照原件核对`,
      'citation-outdated': (count: number): string =>
        `${count} 个问题引用的条文已修改或变更条号，签发须说明理由`,
      'unreadable-pages': (count: number): string => `${count} 处无可用文字，未检索`,
      'not-applicable-without-note': (count: number): string => `${count} 个不适用项没有说明`,
    },
  },
  conclusion: {
    title: '总体结论',
    placeholder: '由承办律师写明；不写时意见书留空供勾选',
    usual: '常用表述',
    note: '程序不会代写结论。',
  },
  writeDraft: '生成草稿',
  issue: '签发意见书',
  issueTitle: '签发审查意见书',
  issueText: '签发后取得编号，内容固定，不能再改。之后的修改需要另行签发。',
  cancel: '取消',
  written: (name: string): string => `已生成 ${name}`,
  failed: (reason: string): string => `未能生成：${reason}`,
  list: {
    title: '已生成的意见书',
    empty: '还没有生成意见书',
    draft: '草稿',
    issued: '已签发',
    hash: '文件 SHA-256',
    copyHash: '复制 SHA-256',
    copied: '已复制',
    download: '另存',
    downloadOf: (name: string): string => `另存 ${name}`,
    failed: (reason: string): string => `未能取出文件：${reason}`,
  },
};

export const memoEn: Translation<typeof memoZh> = {
  title: 'Review memo',
  preview: 'Preview',
  checks: {
    title: 'Before issuing',
    clear: 'Ready to issue',
    clearHow: 'Nothing stands against issuing.',
    blocked: (count: number): string => `${count} to be settled first`,
    toAcknowledge: (count: number): string => `${count} to acknowledge`,
    error: 'Must be settled',
    warning: 'To acknowledge',
    acknowledge: 'Acknowledged',
    open: (number: string): string => `To ${number}`,
    more: (count: number): string => `${count} more`,
    openDocuments: 'To the documents',
    openTraits: 'To the traits',
    codes: {
      'no-documents': (_count: number): string => 'No documents under review',
      'checklist-not-here': (count: number): string =>
        `${count} checklists cannot be read here, so their items are missing; import a package that brings them, or update the project’s lists`,
      'reopened-items': (count: number): string =>
        `${count} items reopened because their wording changed`,
      'unreviewed-items': (count: number): string => `${counted(count, 'item')} not reviewed`,
      'undetermined-items': (count: number): string =>
        `${counted(count, 'item')} whose applicability is not confirmed`,
      'not-met-without-finding': (count: number): string =>
        `${counted(count, 'item')} not met without a finding`,
      'finding-without-evidence': (count: number): string =>
        `${counted(count, 'finding')} without evidence`,
      'finding-without-citation': (count: number): string =>
        `${counted(count, 'finding')} without a basis`,
      'finding-unconfirmed-basis': (count: number): string =>
        `${counted(count, 'finding')} whose basis is unverified`,
      'citation-unresolved': (count: number): string =>
        `${count} findings cite a law or article that does not exist; say why to issue`,
      'finding-quote-lost': (count: number): string =>
        count === 1
          ? '1 finding has a quote that is not found in the text: check it against the original'
          : `${count} findings have quotes that are not found in the text: check them against the original`,
      'citation-outdated': (count: number): string =>
        `${count} findings cite an article that was changed or renumbered; say why to issue`,
      'unreadable-pages': (count: number): string =>
        `${counted(count, 'place')} without usable text, not searched`,
      'not-applicable-without-note': (count: number): string =>
        `${counted(count, 'item')} marked not applicable without a note`,
    },
  },
  conclusion: {
    title: 'Overall conclusion',
    placeholder: 'Written by the lead reviewer; left to tick in the memo while empty',
    usual: 'Usual wordings',
    note: 'The program never writes the conclusion.',
  },
  writeDraft: 'Write a draft',
  issue: 'Issue the memo',
  issueTitle: 'Issue the review memo',
  issueText:
    'An issued memo takes a number and its content is frozen. Later changes need another memo.',
  cancel: 'Cancel',
  written: (name: string): string => `${name} written`,
  failed: (reason: string): string => `Not written: ${reason}`,
  list: {
    title: 'Memos written',
    empty: 'No memo written yet',
    draft: 'Draft',
    issued: 'Issued',
    hash: 'File SHA-256',
    copyHash: 'Copy the SHA-256',
    copied: 'Copied',
    download: 'Save as',
    downloadOf: (name: string): string => `Save ${name}`,
    failed: (reason: string): string => `The file could not be taken out: ${reason}`,
  },
};
