import { spawn } from 'node:child_process';
import path from 'node:path';

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const main = path.resolve('electron/host/cli/main.ts');

/** Runs the command line as a person would; `passphrase` goes in through the environment. */
export function runCli(
  args: readonly string[],
  options: { workspace?: string; passphrase?: string } = {},
): Promise<CliRun> {
  const { COUNSEL_DESK_WORKSPACE: _w, COUNSEL_DESK_PASSPHRASE: _p, ...env } = process.env;
  if (options.workspace !== undefined) env['COUNSEL_DESK_WORKSPACE'] = options.workspace;
  if (options.passphrase !== undefined) env['COUNSEL_DESK_PASSPHRASE'] = options.passphrase;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? -1, stdout, stderr });
    });
  });
}

/** The one JSON document that `--json` promises on stdout. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test names the shape it expects and then compares it whole
export function jsonOf<T>(run: CliRun): T {
  return JSON.parse(run.stdout) as T;
}
