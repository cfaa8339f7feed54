import type { ExtractWarning } from './text.ts';

type WarningCode = ExtractWarning['code'];

/** Warnings that mean pages of a PDF without usable text. */
export const unreadPages = [
  'pages-without-text',
  'pages-unusable',
  'pages-failed',
  'pages-missing',
  'reading-cut',
] as const satisfies readonly WarningCode[];

/** Warnings that mean that something of the file is not in its text of record, so that nothing was searched there. */
export const unreadCodes = [
  ...unreadPages,
  'truncated',
  'images-unread',
  'parts-unread',
  'undecodable-text',
  'embedded-files',
] as const satisfies readonly WarningCode[];
export type UnreadCode = (typeof unreadCodes)[number];

/** The same for warnings whose places are no pages or blocks that carry a flag of their own. */
const withoutFlag: readonly WarningCode[] = [
  'pages-missing',
  'images-unread',
  'parts-unread',
  'undecodable-text',
  'embedded-files',
];

/** What of a file was not read and is not told by the flags of its pages and blocks. */
export function unreadBesideFlags(warnings: readonly ExtractWarning[]): ExtractWarning[] {
  return warnings.filter(({ code }) => withoutFlag.includes(code));
}
