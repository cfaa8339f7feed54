import { parseArgs } from 'node:util';
import { chooseWorkspaceDir } from './folders.ts';
import { startLoopbackHost } from './loopbackHost.ts';

const { values } = parseArgs({
  options: { workspace: { type: 'string' }, port: { type: 'string', default: '0' } },
});
const host = await startLoopbackHost({
  workspaceDir: chooseWorkspaceDir(values.workspace),
  port: Number(values.port),
});
let isClosing = false;
const stop = (): void => {
  if (isClosing) return;
  isClosing = true;
  void host.close().finally(() => {
    process.exit(0);
  });
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// Last, so that whoever reads the address may already interrupt.
process.stdout.write(`${host.url}\n`);
