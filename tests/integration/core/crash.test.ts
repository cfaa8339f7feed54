import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDesk } from '../../helpers/deskCore.ts';

const rounds = 12;

/** Adds findings without end and says each number as soon as the core has acknowledged it. */
const writer = path.resolve('tests/helpers/findingWriter.ts');

test('what was acknowledged survives a kill at any moment, whole', async () => {
  const desk = openDesk();
  await desk.call('workspace.create', { name: '库', person: '甲', passphrase: null });
  const project = await desk.call('project.create', {
    commandId: desk.id(),
    fields: { name: '项目', client: '', type: '', due: null },
    traits: {},
  });
  await desk.core.close();
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await writeUntilKilled(desk.dir, project.id, 5 + round * 3)));
  }
  const after = openDesk(desk.dir);
  try {
    const findings = await after.call('finding.list', { projectId: project.id });
    const kept = new Set(findings.map((finding) => finding.problem));
    expect(acknowledged.filter((one) => !kept.has(one))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(rounds);
    // A finding is in with all its fields or not at all.
    expect(
      findings.filter((finding) => finding.recommendation === '' || finding.number === ''),
    ).toEqual([]);
    expect(await after.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
  } finally {
    await after.core.close();
  }
});

function writeUntilKilled(dir: string, projectId: string, count: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, dir, projectId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (said.length === count) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error(`the writer ended by itself after ${said.length}`));
    });
  });
}
