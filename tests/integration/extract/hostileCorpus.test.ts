import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ErrorCode } from '#shared/contract/errors.ts';
import { corpusFolder, filesBelow, newExtractor, readOne } from '../../bench/corpus.ts';

const extractor = newExtractor();
afterAll(() => extractor.close());

/** Folders of the shared corpus; it lies beside the checkout of those who develop, not in the repository. */
describe.each(['pdf-bad', 'docx-bad', 'doc-legacy'])('every file of %s', (name) => {
  const folder = corpusFolder(name);
  const skip = folder === null ? `${name}: no ../shared/corpus beside this checkout` : '';

  test(
    skip || 'ends with text or a typed reason, within bounds, and the process goes on',
    async (context) => {
      if (folder === null) {
        context.skip(skip);
        return;
      }
      const odd: string[] = [];
      for (const file of filesBelow(folder)) {
        const { code, ms, grownMb } = await readOne(extractor, file);
        const isTyped = code === 'text' || ErrorCode.safeParse(code).success;
        if (!isTyped || code === 'internal' || ms > 10_000 || grownMb > 1536) {
          odd.push(`${path.relative(folder, file)}: ${code}, ${ms} ms, ${grownMb} MB`);
        }
      }
      expect(odd).toEqual([]);
    },
    300_000,
  );
});
