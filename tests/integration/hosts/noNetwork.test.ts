import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The end-to-end run starts its host under this hook; here it is shown that the hook would notice. */
const hook = path.resolve(import.meta.dirname, '../../helpers/noNetwork.mjs');
const run = (code: string) =>
  spawnSync(process.execPath, ['--import', hook, '--input-type=module', '-e', code], {
    encoding: 'utf8',
  });

test.each([
  ['fetch', "await fetch('http://127.0.0.1:54321/')", 'net.connect'],
  ['a socket', "import net from 'node:net'; net.connect(9, '127.0.0.1')", 'net.connect'],
  ['https', "import https from 'node:https'; https.get('https://127.0.0.1:9/')", 'net.connect'],
  ['a name', "import dns from 'node:dns'; dns.lookup('localhost', () => {})", 'dns.lookup'],
  [
    'a datagram',
    "import dgram from 'node:dgram'; dgram.createSocket('udp4').send('x', 9)",
    'dgram.send',
  ],
  [
    'a worker',
    `import { Worker } from 'node:worker_threads';
     new Worker("require('node:net').connect(54321, '127.0.0.1')", { eval: true, env: {}, execArgv: [], stderr: true });`,
    'net.connect',
  ],
])('%s that would leave the process is refused and named', (_name, code, what) => {
  const { status, stderr } = run(code);
  expect(stderr).toContain(`NETWORK ${what}`);
  expect(status).not.toBe(0);
});

test('a server may still be reached from outside', () => {
  const { status, stdout } = run(
    "import net from 'node:net'; net.createServer().listen(0, '127.0.0.1', function () { console.log('listens'); this.close(); })",
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'listens\n' });
});
