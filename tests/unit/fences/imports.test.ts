import { expect, test } from 'vitest';
import { channelNames } from '#shared/contract/channels.ts';
import { contract } from '#shared/contract/contract.ts';
import { breaches, importsOf, modulesBelow } from '../../helpers/importGraph.ts';

test('every import keeps to the dependency rule', () => {
  const modules = ['shared', 'electron', 'renderer'].flatMap((folder) => modulesBelow(folder));
  expect(modules.length).toBeGreaterThan(60);
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
  expect(breaches(modules)).toEqual([]);
});

test.each([
  ['shared/domain/review/memo.ts', 'node:fs'],
  ['shared/domain/review/memo.ts', 'react'],
  ['shared/domain/review/memo.ts', '../../../electron/core/core.ts'],
  ['renderer/app/App.tsx', 'node:path'],
  ['renderer/app/App.tsx', 'electron'],
  ['renderer/app/App.tsx', '../../electron/core/core.ts'],
  ['renderer/app/App.tsx', '../../shared/domain/review/memo.ts'],
  ['electron/workers/extract.ts', '../core/core.ts'],
  ['electron/workers/extract.ts', 'better-sqlite3'],
  ['electron/workers/extract.ts', 'node:https'],
  ['electron/core/core.ts', '../host/loopbackHost.ts'],
  ['electron/core/core.ts', '../workers/extract.ts'],
  ['electron/core/core.ts', 'electron'],
  ['electron/core/core.ts', 'node:http'],
  ['electron/host/coreProcess.ts', 'electron'],
  ['electron/host/coreProcess.ts', '../shell/main.ts'],
  ['electron/shell/main.ts', '../core/core.ts'],
  ['electron/other/new.ts', '#shared/domain/review/memo.ts'],
])('%s may not import %s', (file, specifier) => {
  expect(breaches([{ file, imports: [specifier] }])).toEqual([`${file} → ${specifier}`]);
});

test.each([
  ['electron/shell/main.ts', 'electron'],
  ['electron/host/serve.ts', '../core/core.ts'],
  ['electron/core/core.ts', '#shared/contract/contract.ts'],
  ['renderer/viewer/pdf/page.ts', 'pdfjs-dist/legacy/build/pdf.mjs'],
])('%s may import %s', (file, specifier) => {
  expect(breaches([{ file, imports: [specifier] }])).toEqual([]);
});

test('imports are seen in every form, and not in comments', () => {
  const source = `import a from 'one';
    import type { B } from "two";
    import {
      c,
    } from './three.ts';
    import 'four';
    export { d } from 'five';
    const e = await import('six');
    // import no from 'comment';
    /** import no from 'comment'; */
    const text = 'imported from nowhere';`;
  expect(importsOf(source)).toEqual(['one', 'two', './three.ts', 'four', 'five', 'six']);
});

test('the channel names of the preload are those of the contract', () => {
  expect([...channelNames].sort()).toEqual(Object.keys(contract).sort());
});
