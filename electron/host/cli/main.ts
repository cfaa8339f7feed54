#!/usr/bin/env node
import process from 'node:process';

// better-sqlite3 13 crashes the whole process on older versions of Node, so this is checked before anything loads it.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(
    `counsel-desk: Node ${process.versions.node} is too old (22 or newer is needed); run it through npm: npm run --silent cli -- …\n`,
  );
  process.exitCode = 2;
} else {
  // A reader that has seen enough (head, less) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 5);
  });
  const { runCli } = await import('./runCli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
