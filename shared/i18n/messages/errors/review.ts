import { type ErrorWords, p } from './errorWords.ts';

/** Traits, items, quotes and the memo. */
export const reviewErrorsZh = {
  'trait-unknown': (e) => `没有名为“${p(e, 'trait')}”的项目特征。`,
  'doc-type-unknown': (e) => `没有代码为“${p(e, 'type')}”的文件类型。可用：${p(e, 'known')}。`,
  'item-unknown': (e) => `没有编号为“${p(e, 'item')}”的审查项。`,
  'item-not-applicable': (e) =>
    `审查项“${p(e, 'item')}”按现有项目特征不适用于本项目。请先核对项目特征。`,
  'item-archived': (e) =>
    `审查项“${p(e, 'item')}”已不在本项目现用的清单中，只可查看。需要时请把清单移回或另选版本。`,
  'quote-not-found': (e) => `在文件中未找到引文：“${p(e, 'quote')}”。请核对原文。`,
  'quote-ambiguous': (e) =>
    `引文“${p(e, 'quote')}”在文件中出现 ${p(e, 'count')} 次，无法确定是哪一处。请多引几个字。`,
  'quote-moved': () => '所选文字与文件原文不一致，未附为证据。请重新选择。',
  'memo-blocked': (e) => `意见书不能签发：${p(e, 'reasons')}。请先处理，或先生成草稿。`,
} satisfies Partial<ErrorWords>;

export const reviewErrorsEn = {
  'trait-unknown': (e) => `There is no project trait “${p(e, 'trait')}”.`,
  'doc-type-unknown': (e) =>
    `There is no document type “${p(e, 'type')}”. Known: ${p(e, 'known')}.`,
  'item-unknown': (e) => `There is no checklist item “${p(e, 'item')}”.`,
  'item-not-applicable': (e) =>
    `Item “${p(e, 'item')}” does not apply to this project under its present traits. Check the traits first.`,
  'item-archived': (e) =>
    `Item “${p(e, 'item')}” is no longer in the checklists of this project and can only be read. Take the list back in or choose another version if it is needed.`,
  'quote-not-found': (e) =>
    `The quote was not found in the document: “${p(e, 'quote')}”. Check the wording.`,
  'quote-ambiguous': (e) =>
    `The quote “${p(e, 'quote')}” stands ${p(e, 'count')} times in the document. Quote a few more characters.`,
  'quote-moved': () =>
    'The selected text is not what the document says there; it was not attached. Select it again.',
  'memo-blocked': (e) =>
    `The memo cannot be issued: ${p(e, 'reasons')}. Deal with that first, or write a draft.`,
} satisfies Partial<ErrorWords>;
