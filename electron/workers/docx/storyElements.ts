import type { BlockKind } from '#shared/domain/text/text.ts';

/** Elements around runs that were inserted or deleted while changes were tracked. */
export const revisionOf: Readonly<Record<string, 'inserted' | 'deleted'>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};
/** Subtrees that hold earlier properties, settings or readings of characters, not text. */
export const skipped = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblPrExChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:tblGridChange',
  'w:sdtPr',
  'w:rt',
  'w:sectPr',
]);
/** Line ends inside `w:t` are blanks to Word; its own breaks are elements. */
export const breaks = /[\t\r\n]/g;
/** Word writes no control characters, other programs sometimes do; one unit stands for one, so that offsets hold. */
export const forbidden = /[\p{Cc}\uFFFE\uFFFF]/gu;
/** Elements that hold one note or comment each. */
export const notes: Readonly<Record<string, BlockKind>> = {
  'w:footnote': 'footnote',
  'w:endnote': 'endnote',
  'w:comment': 'comment',
};
