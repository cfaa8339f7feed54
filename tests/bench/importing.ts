import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeClient } from '../../shared/contract/client.ts';
import { createCore } from '../../electron/core/core.ts';
import type { Source } from '../../electron/core/ports.ts';
import { corePorts } from '../../electron/host/corePorts.ts';
import { appFolders } from '../../electron/host/folders.ts';
import { makePdf } from '../fixtures/makePdf.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { corpusFolder } from './corpus.ts';

/** Milliseconds from hand-in to a hit in durable text, for the first and the third file of a desk. */
export interface ImportTimes {
  readonly name: string;
  readonly pages: number;
  readonly coldMs: number;
  readonly warmMs: number;
}

/** Stands in both files. */
const phrase = '第一条';
/** What a lawyer needs to choose a file after the workspace has opened. */
const secondsToHandIn = 3;
const sentence =
  '第一条　为了规范数据处理活动，保障数据安全，促进数据开发利用，甲乙双方经协商一致，订立本合同。';

/** 200 Chinese pages of forty lines, different in each copy, so that nothing is known of it. */
export function chinesePages(copy: number, pages = 200): Uint8Array {
  return makePdf({
    pages: Array.from({ length: pages }, (_, page) =>
      Array.from({ length: 40 }, (_line, line) => ({
        text: `${copy}-${page}-${line} ${sentence}`,
        y: 800 - line * 18,
        size: 9,
      })),
    ),
  });
}

/** The same bytes under another SHA-256: a reader passes over what stands behind the end of the file. */
function copyOf(bytes: Uint8Array, copy: number): Uint8Array {
  return Buffer.concat([bytes, Buffer.from(`\n% copy ${copy}\n`)]);
}

/** Times the real core on an encrypted workspace, as the desktop runs it: opened, then a file handed in. */
export async function benchImport(): Promise<ImportTimes[]> {
  const folder = corpusFolder('pdf-good');
  const real =
    folder === null
      ? null
      : readFileSync(path.join(folder, 'gen-zh-statutes-libreoffice-183p.pdf'));
  return [
    await importTimes('generated, 200 pages', (copy) => chinesePages(copy)),
    ...(real === null
      ? []
      : [await importTimes('statutes, 183 pages', (copy) => copyOf(real, copy))]),
  ];
}

async function importTimes(name: string, make: (copy: number) => Uint8Array): Promise<ImportTimes> {
  const dir = temporaryFolder();
  const sources = new Map<string, Source>();
  const core = createCore({
    ...corePorts({
      workspaceDir: path.join(dir, 'workspace'),
      folders: appFolders(),
      takeSource: (token) => sources.get(token) ?? null,
      emit: () => undefined,
    }),
    scryptLogN: 10,
  });
  const call = makeClient((channel, input) => core.call(channel, input));
  let commands = 0;
  const id = (): string => `bench-${(commands += 1)}`;
  try {
    const passphrase = '云溪市 2026 审查室';
    await call('workspace.create', { name: '测速', person: '林若川', passphrase });
    const fields = { name: '测速', client: '', type: '建设', due: null };
    const project = await call('project.create', { commandId: id(), fields, traits: {} });
    const takeIn = async (copy: number): Promise<{ ms: number; pages: number }> => {
      const file = `${copy}.pdf`;
      sources.set(file, { kind: 'bytes', name: file, bytes: make(copy) });
      const from = performance.now();
      const { files } = await call('document.intake', {
        commandId: id(),
        jobId: id(),
        projectId: project.id,
        sources: [file],
        type: null,
        supersedes: null,
      });
      const [line] = files;
      if (line?.status !== 'added') throw new Error(`not taken in: ${JSON.stringify(line)}`);
      const text = await call('document.text', { versionId: line.versionId ?? '' });
      if (!text.pages.some((page) => page.text.includes(phrase))) throw new Error('not found');
      const ms = performance.now() - from;
      return { ms, pages: line.pages ?? 0 };
    };
    await new Promise((resolve) => setTimeout(resolve, secondsToHandIn * 1000));
    const cold = await takeIn(1);
    await takeIn(2);
    const warm = await takeIn(3);
    return { name, pages: cold.pages, coldMs: cold.ms, warmMs: warm.ms };
  } finally {
    await core.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(await benchImport());
