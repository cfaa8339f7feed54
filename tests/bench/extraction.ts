import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extractRawText } from 'mammoth';
import { newExtractor } from './corpus.ts';
import { median, timed } from './timing.ts';

/** Medians of one file, in milliseconds. */
export interface Row {
  readonly name: string;
  readonly oursMs: number;
  readonly peerMs: number;
}

export function hasPdftotext(): boolean {
  return spawnSync('pdftotext', ['-v']).error === undefined;
}

/** Extraction of each PDF by our warm worker and by pdftotext, in turn. */
export async function benchPdf(files: readonly string[], rounds: number): Promise<Row[]> {
  const extractor = newExtractor();
  const rows: Row[] = [];
  try {
    for (const file of files) {
      const bytes = readFileSync(file);
      await extractor.extract(bytes, 'pdf'); // warms the worker with this file's fonts and code paths
      const ours: number[] = [];
      const peer: number[] = [];
      for (let round = 0; round < rounds; round++) {
        ours.push(await timed(() => extractor.extract(bytes, 'pdf')));
        peer.push(await timed(() => spawnSync('pdftotext', [file, '-'], { maxBuffer: 1 << 28 })));
      }
      rows.push({ name: path.basename(file), oursMs: median(ours), peerMs: median(peer) });
    }
  } finally {
    await extractor.close();
  }
  return rows;
}

/** Extraction of each DOCX by our warm worker and by mammoth in this process, in turn; files that either refuses are named. */
export async function benchDocx(
  files: readonly string[],
  rounds: number,
): Promise<{ rows: Row[]; failed: string[] }> {
  const extractor = newExtractor();
  const rows: Row[] = [];
  const failed: string[] = [];
  try {
    for (const file of files) {
      const buffer = readFileSync(file);
      const ours: number[] = [];
      const peer: number[] = [];
      try {
        for (let round = 0; round < rounds + 1; round++) {
          const oursMs = await timed(() => extractor.extract(buffer, 'docx'));
          const peerMs = await timed(() => extractRawText({ buffer }));
          if (round === 0) continue; // warms both
          ours.push(oursMs);
          peer.push(peerMs);
        }
        rows.push({ name: path.basename(file), oursMs: median(ours), peerMs: median(peer) });
      } catch (error) {
        failed.push(
          `${path.basename(file)}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  } finally {
    await extractor.close();
  }
  return { rows, failed };
}
