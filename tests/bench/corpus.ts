import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Extractor } from '../../electron/core/jobs/extractor.ts';
import { sniff } from '../../electron/core/intake/sniff.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Extraction } from '../../shared/domain/text/text.ts';

/** What became of one file: text, a typed reason, or (a bug) an untyped one. */
export interface Outcome {
  readonly file: string;
  readonly ms: number;
  /** MiB by which the process had grown at its highest, sampled. */
  readonly grownMb: number;
  readonly code: string;
  readonly extraction: Extraction | null;
}

const projectRoot = path.join(import.meta.dirname, '../..');

/** The corpus beside the checkout, or null with nothing to read. */
export function corpusFolder(name: string): string | null {
  const folder = path.join(projectRoot, '../shared/corpus', name);
  return existsSync(folder) ? folder : null;
}

export function newExtractor(poolSize = 1): Extractor {
  return new Extractor({
    workerUrl: new URL('../../electron/workers/extractWorker.ts', import.meta.url),
    pdfAssetsDir: path.join(projectRoot, 'node_modules/pdfjs-dist'),
    poolSize,
  });
}

/** All files below a folder, in order of their paths. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Takes one file through recognition and extraction, as the intake does. */
export async function readOne(extractor: Extractor, file: string): Promise<Outcome> {
  const before = process.memoryUsage.rss();
  let highest = before;
  const sampler = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  let code = 'text';
  let extraction: Extraction | null = null;
  try {
    const bytes = readFileSync(file);
    const { kind } = sniff(bytes, path.basename(file));
    extraction = await extractor.extract(bytes, kind);
  } catch (error) {
    code = error instanceof AppError ? error.code : `untyped: ${String(error)}`;
  } finally {
    clearInterval(sampler);
  }
  const grownMb = Math.round((highest - before) / 1024 / 1024);
  return { file, ms: Math.round(performance.now() - start), grownMb, code, extraction };
}

async function main(): Promise<void> {
  const extractor = newExtractor();
  for (const name of process.argv.slice(2)) {
    const folder = corpusFolder(name) ?? path.resolve(name);
    for (const file of filesBelow(folder)) {
      const { ms, grownMb, code, extraction } = await readOne(extractor, file);
      const remarks = extraction?.warnings.map((one) => `${one.code}×${one.count}`).join(' ') ?? '';
      console.log(
        [
          path.relative(folder, file),
          code,
          `${ms} ms`,
          `${grownMb} MB`,
          extraction?.characters ?? '',
          remarks,
        ].join('\t'),
      );
    }
  }
  await extractor.close();
}

if (import.meta.main) await main();
