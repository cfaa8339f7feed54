import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockKind, Extraction } from '#shared/domain/text/text.ts';
import { BlockList } from '../blockList.ts';
import { RtfReader } from './rtfReader.ts';
import { readTokens } from './tokens.ts';

/**
 * Reads RTF as text of record: paragraphs, tables, automatic numbers as their program wrote them, notes, headers, footers,
 * comments, text boxes; hidden, deleted and inserted text marked. Throws AppError limit-nesting, limit-characters,
 * limit-blocks.
 */
export function readRtf(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  const list = new BlockList(limits);
  const reader = new RtfReader(list);
  readTokens(bytes, limits.nesting, reader);
  reader.end();
  list.blocks.sort((a, b) => order(a.path) - order(b.path));
  return list.extraction('rtf', reader.meta);
}

const stories: readonly (BlockKind | 'body')[] = [
  'body',
  'footnote',
  'endnote',
  'header',
  'footer',
  'comment',
];

/** Body and text boxes first, then what hangs on them, as in DOCX. */
function order(path: string): number {
  const at = stories.findIndex((story) => path.startsWith(`${story}/`));
  return at < 0 ? 0 : at;
}
