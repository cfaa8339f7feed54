import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';
import { placingChanges, textChanges, withChanges } from './workerChanges.ts';

/** What the worker half exports, as far as pdf.js's other half asks for it. */
export interface WorkerHalf {
  readonly WorkerMessageHandler: unknown;
}

/**
 * pdf.js's worker half with the changes of `workerChanges.ts`. Nothing leads to them from outside, and a copy of the file
 * would have to be kept; so they are made on the installed file while it is loaded. A release in which one of them no
 * longer fits is read without it, slower and to the same text; where the file itself is not as expected, without all.
 */
export async function loadWorkerHalf(isDrawing: boolean): Promise<WorkerHalf> {
  const file = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const changes = isDrawing ? textChanges : [...textChanges, ...placingChanges];
  const { source } = withChanges(plainSource(file), changes);
  const run = compiled(source, file);
  return run === null ? import('pdfjs-dist/legacy/build/pdf.worker.mjs') : run();
}

/** The module as a function that returns what it exports; null where it is of another form, or is code only as a module. */
export function compiled(source: string, file: string): (() => WorkerHalf) | null {
  const script = asScript(source, file);
  if (script === null) return null;
  try {
    return compileFunction(script, [], {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as () => WorkerHalf; // returns what the module exports, by the line that `asScript` puts in
  } catch (error) {
    // A module may wait at its top, a function may not.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The file with what is not ASCII in it (three strings) written as escapes: V8 holds such a text in half the room, for as
 * long as the thread lives.
 */
function plainSource(file: string): string {
  return readFileSync(file, 'latin1').replace(/[\x80-\xff]+/g, (bytes) => {
    const units = Buffer.from(bytes, 'latin1').toString('utf8').split('');
    return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  });
}

const exported = '\nexport { WorkerMessageHandler };\n';

/** The module as the body of a function that returns its export; null where it does not end in that one export. */
function asScript(source: string, file: string): string | null {
  const at = source.lastIndexOf(exported);
  if (at < 0 || /^import\s/m.test(source)) return null;
  const body = source
    .slice(0, at)
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
  return `'use strict';${body}\nreturn { WorkerMessageHandler };`;
}
