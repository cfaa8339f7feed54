import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { CliCommand } from '../command.ts';
import { DeskClient } from '../deskClient.ts';
import { saveTo, writeMemo } from './memo.ts';

/** The shipped sample project from files to memo, in a fresh workspace without a passphrase. */
export const demoCommand: CliCommand = {
  name: 'demo',
  usage: 'demo [--out DIR]',
  options: { out: { type: 'string' } },
  run: async ({ args, words }) => {
    const dir = path.resolve(
      args.text('out') ?? mkdtempSync(path.join(tmpdir(), 'counsel-desk-demo-')),
    );
    makeFolder(dir);
    const desk = new DeskClient(path.join(dir, 'workspace'));
    try {
      const names = { name: words.cli.demoWorkspaceName, person: words.cli.demoPerson };
      const { status } = await desk.call('workspace.create', { ...names, passphrase: null });
      const ids = { commandId: desk.newId(), jobId: desk.newId() };
      const { projectId } = await desk.call('project.openSample', ids);
      const rows = await desk.call('review.rows', { projectId });
      const findings = await desk.call('finding.list', { projectId });
      const { memo } = await writeMemo(desk, projectId, false);
      const file = path.join(dir, memo.fileName);
      saveTo(file, desk.core.memoBytes(memo.id).bytes);
      return {
        json: {
          workspace: status.folder,
          project: projectId,
          memo: file,
          number: memo.number,
          sha256: memo.sha256,
          items: rows.length,
          findings: findings.length,
        },
        lines: [words.cli.demoDone(rows.length, findings.length), file],
      };
    } finally {
      await desk.close();
    }
  },
};

/** Errors: `target-unwritable`. */
function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (cause) {
    throw new AppError('target-unwritable', { file: dir }, { cause });
  }
}
