import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './build.ts';

export interface Served {
  readonly child: ChildProcess;
  /** The page, with the token in its fragment. */
  readonly url: string;
}

/** Starts the built loopback host as a process of its own and waits until it listens. */
export async function startServe(
  args: readonly string[],
  options: {
    readonly nodeArgs?: readonly string[];
    readonly onErrorLine?: (line: string) => void;
  } = {},
): Promise<Served> {
  const serve = path.join(root, 'out', 'main', 'serve.js');
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), serve, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (options.onErrorLine === undefined) process.stderr.write(`${line}\n`);
    else options.onErrorLine(line);
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the loopback host ended with ${code}`)));
  });
  return { child, url };
}
