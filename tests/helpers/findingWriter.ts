import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openDesk } from './deskCore.ts';

const [dir, projectId] = process.argv.slice(2);
if (dir === undefined || projectId === undefined) throw new Error('findingWriter DIR PROJECT');
const desk = openDesk(dir);
for (;;) {
  const problem = randomUUID();
  await desk.call('finding.add', {
    commandId: problem,
    projectId,
    itemId: 'csl-mlps-grading',
    fields: { problem },
  });
  writeSync(1, `${problem}\n`);
}
