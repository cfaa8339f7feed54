import type { BlockKind } from '#shared/domain/text/text.ts';
import type { Revision } from './paragraph.ts';
import type { Attributes } from './xmlReader.ts';
import { ownEntry } from '../ownEntry.ts';

/** Elements around runs that were inserted or deleted while changes were tracked. */
export const revisionOf: ReadonlyMap<string, 'inserted' | 'deleted'> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
]);
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
const breaks = /[\t\r\n]/g;
const forbidden = /[\p{Cc}\uFFFE\uFFFF]/gu;
/** Both of the above, in the form that is tested fastest: nearly all text holds neither. */
const breakOrForbidden = /[^ -~\u00A0-\uFFFD]/;

/**
 * Text of `w:t` as it is read: line ends are blanks to Word, whose own breaks are elements. It writes no control characters,
 * other programs sometimes do; one unit stands for one, so that offsets hold.
 */
export function cleaned(text: string): string {
  if (!breakOrForbidden.test(text)) return text;
  return text.replace(breaks, ' ').replace(forbidden, '\uFFFD');
}
/** What is shown in Word and is no text of this file: pictures, and parts of other formats. */
export const unreadElements: ReadonlyMap<string, 'images-unread' | 'parts-unread'> = new Map([
  ['a:blip', 'images-unread'],
  ['v:imagedata', 'images-unread'],
  ['w:altChunk', 'parts-unread'],
  ['w:subDoc', 'parts-unread'],
  ['w:control', 'parts-unread'],
  // The readings over the characters are left out, so that words can be found.
  ['w:ruby', 'parts-unread'],
]);

/** Elements that hold one note or comment each. */
export const notes: ReadonlyMap<string, BlockKind> = new Map([
  ['w:footnote', 'footnote'],
  ['w:endnote', 'endnote'],
  ['w:comment', 'comment'],
]);

/** Who wrote a comment or a tracked change, and when, as the file says. */
export interface Signature {
  readonly author: string;
  readonly date: string;
}

const longestSignature = 200;

export function signature(attributes: Attributes): Signature {
  const text = (name: string): string => (attributes[name] ?? '').slice(0, longestSignature);
  return { author: text('w:author'), date: text('w:date') };
}

/** Properties of a table cell that was inserted or deleted. */
const cellRevisions: Readonly<Record<string, 'inserted' | 'deleted'>> = {
  'w:cellIns': 'inserted',
  'w:cellDel': 'deleted',
};

export function cellRevisionIn(name: string, attributes: Attributes): Revision | null {
  const kind = ownEntry(cellRevisions, name);
  return kind === undefined ? null : { kind, ...signature(attributes) };
}

/** The tracked change that an element stands for, or null. */
export function revisionIn(name: string, attributes: Attributes): Revision | null {
  const kind = revisionOf.get(name);
  return kind === undefined ? null : { kind, ...signature(attributes) };
}
