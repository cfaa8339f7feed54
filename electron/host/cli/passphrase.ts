import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '#shared/contract/errors.ts';

/** From an environment variable, else asked on a terminal without showing it. Errors: `passphrase-missing`. */
export async function askPassphrase(
  prompt: string,
  variable = 'COUNSEL_DESK_PASSPHRASE',
): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new AppError('passphrase-missing');
  process.stderr.write(`${prompt}: `);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
