import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { barPicture, makeScan } from '../../fixtures/makeScan.ts';
import { ocrModelFolder } from '../../helpers/ocrModel.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const main = path.resolve(import.meta.dirname, '../../../electron/host/cli/main.ts');
const folder = ocrModelFolder();
const pages = 16;
const canRun = folder !== null;
const title = canRun
  ? 'a process killed while it recognises keeps the pages it had done, and the next one goes on'
  : 'skipped: no chi_sim.traineddata (Debian: apt install tesseract-ocr-chi-sim)';

interface Counts {
  readonly done: number;
  readonly waiting: number;
  readonly failures: readonly unknown[];
}

test.skipIf(!canRun)(
  title,
  async () => {
    const scratch = temporaryFolder();
    const scan = path.join(scratch, '扫描.pdf');
    const picture = barPicture(
      { width: 400, height: 560 },
      { left: 40, top: 60, width: 300, height: 3 },
    );
    writeFileSync(scan, makeScan(Array.from({ length: pages }, () => ({ picture }))));
    const own = (args: readonly string[]): string[] => [
      main,
      ...args,
      '--workspace',
      path.join(scratch, 'workspace'),
      '--json',
    ];
    const cli = (...args: string[]): string =>
      spawnSync(process.execPath, own(args), { encoding: 'utf8' }).stdout;
    const countsOf = (json: string): Counts | undefined =>
      (JSON.parse(json) as { documents: Counts[] }).documents[0];
    cli('init', '--no-encryption');
    cli('project', 'add', '--name', '扫描');
    cli('document', 'add', '扫描', scan);
    cli('ocr', 'model', folder ?? '');

    const child = spawn(process.execPath, own(['ocr', 'run', '扫描']));
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.on('exit', (_code, signal) => resolve(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (said: string) => {
      if (/OCR [1-9]/u.test(said)) child.kill('SIGKILL');
    });
    expect(await ended).toBe('SIGKILL');

    const kept = countsOf(cli('ocr', 'status', '扫描'));
    expect(kept?.done).toBeGreaterThan(0);
    expect(kept?.waiting).toBe(pages - (kept?.done ?? 0));
    expect(countsOf(cli('ocr', 'run', '扫描'))).toMatchObject({
      done: pages,
      waiting: 0,
      failures: [],
    });
  },
  180_000,
);
