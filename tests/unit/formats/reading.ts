import { AppError } from '#shared/contract/errors.ts';
import { defaultExtractLimits, type ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { BlockText, Extraction } from '#shared/domain/text/text.ts';
import { readOther } from '../../../electron/workers/otherFormats.ts';

export type Kind = Parameters<typeof readOther>[0];
export type Blocks = Exclude<Extraction, { kind: 'pdf' | 'image' }>;

/** Reads bytes, or text in UTF-8. */
export function read(
  kind: Kind,
  source: Uint8Array | string,
  limits: Partial<ExtractLimits> = {},
): Blocks {
  const bytes = typeof source === 'string' ? new Uint8Array(Buffer.from(source)) : source;
  const extraction = readOther(kind, bytes, { ...defaultExtractLimits, ...limits });
  if ('pages' in extraction) throw new Error('these formats give blocks');
  return extraction;
}

export const brief = ({ blocks }: { readonly blocks: readonly BlockText[] }) =>
  blocks.map(({ path, kind, label, text }) => [path, kind, label, text]);

export const warningsOf = ({ warnings }: Blocks) =>
  warnings.map(({ code, count, where }) => [code, count, ...where]);

/** Code of the failure, or what came instead of one. */
export function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError)
      return [error.code, error.params['kind']].filter(Boolean).join(' ');
    throw error;
  }
  return 'no error';
}
