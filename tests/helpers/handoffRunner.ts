import { readFileSync, writeSync } from 'node:fs';
import { saveTo } from '../../electron/host/cli/commands/memo.ts';
import { openDesk } from './deskCore.ts';
import { exportFrom, importOn } from './twoDesks.ts';

/** Says when it begins, so that a test can end it in the middle of what it does. */
const [kind, dir, file] = process.argv.slice(2);
if (dir === undefined || file === undefined)
  throw new Error('handoffRunner import|export DIR FILE');
const desk = openDesk(dir);
await desk.call('workspace.status', {});
const bytes = kind === 'import' ? readFileSync(file) : null;
writeSync(1, 'begins\n');
if (bytes) await importOn(desk, bytes);
else saveTo(file, (await exportFrom(desk)).bytes);
writeSync(1, 'done\n');
await desk.core.close();
