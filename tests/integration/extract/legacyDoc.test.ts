import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { corpusFolder, filesBelow, newExtractor, readOne } from '../../bench/corpus.ts';

const extractor = newExtractor();
afterAll(() => extractor.close());

const tender = path.join(import.meta.dirname, '../../../../shared/samples/16_招标书_软件项目.doc');
const corpus = corpusFolder('doc-legacy');
const noSample = existsSync(tender) ? '' : 'no ../shared/samples beside this checkout';
const noCorpus = corpus === null ? 'no ../shared/corpus beside this checkout' : '';

async function blocksOf(file: string) {
  const { extraction } = await readOne(extractor, file);
  if (extraction === null || 'pages' in extraction) throw new Error(`${file} was not read`);
  return extraction.blocks;
}

/** Files of real programs; they lie beside the checkout of those who develop, not in the repository. */
describe('real Word 97 files', () => {
  test(noSample || 'a Chinese tender keeps its tables and automatic numbers', async (context) => {
    if (noSample !== '') {
      context.skip(noSample);
      return;
    }
    const blocks = await blocksOf(tender);
    const brief = blocks.map(({ path: at, label, text }) => [at, label, text.trim()]);
    expect(brief).toEqual(
      expect.arrayContaining([
        ['body/52/r1/c2/0', null, '条款号'],
        ['body/52/r7/c3/0', null, '投标截止时间：2019年3月20日10时00分（北京时间）'],
        [
          'body/284',
          '⑴',
          '投标方在投标文件中应充分考虑技术支持与售后服务（技术支持服务免费一年）。',
        ],
      ]),
    );
  });

  test(
    noCorpus || 'tables in tables, notes, headers and revisions keep their places',
    async (context) => {
      if (corpus === null) {
        context.skip(noCorpus);
        return;
      }
      const inner = await blocksOf(path.join(corpus, 'innertable.doc'));
      expect(inner.slice(4, 8).map(({ path: at, text }) => [at, text])).toEqual([
        ['body/0/r2/c2/0', 'E'],
        ['body/0/r2/c2/1/r1/c1/0', '1'],
        ['body/0/r2/c2/1/r1/c2/0', '2'],
        ['body/0/r2/c2/1/r2/c1/0', '3'],
      ]);
      const notes = await blocksOf(path.join(corpus, 'footnote.doc'));
      expect(notes.map(({ kind, text }) => [kind, text.trim()])).toEqual([
        ['paragraph', 'Test text'],
        ['footnote', 'TestFootnote'],
        ['comment', 'TestComment'],
        ['endnote', 'TestEndnote'],
      ]);
      const revised = await blocksOf(path.join(corpus, 'MarkAuthorsTable.doc'));
      expect(revised[3]).toMatchObject({
        text: 'The two top level models making up the framework are:',
        flags: ['deleted'],
      });
    },
  );

  test(noCorpus || 'all are read but those whose kind or password forbids it', async (context) => {
    if (corpus === null) {
      context.skip(noCorpus);
      return;
    }
    const codes: Record<string, number> = {};
    for (const file of filesBelow(corpus)) {
      const { code } = await readOne(extractor, file);
      codes[code] = (codes[code] ?? 0) + 1;
    }
    // Seven of Word 6 and 95, one of Word 2, one of MS Works; one with a password.
    expect(codes).toEqual({ text: 79, 'file-unsupported': 9, 'file-encrypted': 1 });
  });
});
