import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { BlockList } from '../blockList.ts';
import { decodeText } from './decodeText.ts';

/** Lines of a text, whichever way they end; a form feed ends one too. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\f\u0085\u2028\u2029]/);
}

/**
 * Reads plain text: every line that is not blank is a block, exactly as it stands, with its number (from 0) in its path.
 * Throws AppError limit-characters, limit-blocks.
 */
export function readPlainText(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  const list = new BlockList(limits);
  for (const [number, text] of linesOf(decodeText(bytes, list.warnings)).entries()) {
    if (text.trim() !== '') list.add({ path: `body/${number}`, kind: 'paragraph', text });
  }
  return list.extraction('txt');
}
