import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicabilityOf } from '#shared/domain/library/applicability.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { Extractor } from '../../../electron/core/jobs/extractor.ts';
import { loadLibrary } from '../../../electron/core/library/library.ts';
import { loadSample } from '../../../electron/core/sample/sampleFile.ts';
import type { Sample } from '../../../electron/core/sample/sampleFile.ts';

const root = new URL('../../../', import.meta.url);
const resourcesDir = fileURLToPath(new URL('resources', root));
const extractor = new Extractor({
  workerUrl: new URL('electron/workers/extractWorker.ts', root),
  pdfAssetsDir: fileURLToPath(new URL('node_modules/pdfjs-dist/', root)),
});

let sample: Sample;
const extractions = new Map<string, Extraction>();

beforeAll(async () => {
  sample = await loadSample(resourcesDir);
  for (const { id, file, bytes } of sample.documents) {
    const kind = file.endsWith('.pdf') ? 'pdf' : 'docx';
    extractions.set(id, await extractor.extract(bytes, kind));
  }
});
afterAll(() => extractor.close());

/** Parts of a document with their line ends and blanks taken out, as a quote across lines is found. */
function partsOf(id: string): string[] {
  const extraction = extractions.get(id);
  if (extraction === undefined) return [];
  const parts = 'pages' in extraction ? extraction.pages : extraction.blocks;
  return parts.map((part) => part.text.replace(/\s+/g, ''));
}

function occurrences(id: string, quote: string): number {
  const needle = quote.replace(/\s+/g, '');
  return partsOf(id).reduce((sum, part) => sum + part.split(needle).length - 1, 0);
}

describe('the sample project', () => {
  it('has every quote of its script exactly once in the document it names', () => {
    const quotes = sample.items.flatMap((item) => item.evidence);
    expect(quotes.length).toBeGreaterThan(40);
    const wrong = quotes.filter((quote) => occurrences(quote.document, quote.quote) !== 1);
    expect(wrong).toEqual([]);
  });

  it('reads without a remark, and is as long as its kind', () => {
    for (const extraction of extractions.values()) {
      expect(extraction.warnings).toEqual([]);
      expect(extraction.characters).toBeGreaterThan(3000);
    }
    const pages = [...extractions.values()].flatMap((e) => (e.kind === 'pdf' ? e.pages : []));
    expect(pages.length).toBeGreaterThanOrEqual(12);
    for (const document of sample.documents) expect(document.bytes.length).toBeLessThan(400_000);
  });

  it('shows what a drafter’s file holds: counted clauses, headings, tables, footnotes, header', () => {
    const contract = extractions.get('contract');
    const design = extractions.get('design');
    if (contract?.kind !== 'docx' || design?.kind !== 'docx') throw new Error('both are DOCX');
    const labels = contract.blocks.map((block) => block.label).filter((label) => label !== null);
    expect(labels).toContain('第一条');
    expect(labels).toContain('第三十三条');
    expect(design.blocks.map((block) => block.label)).toContain('3.2');
    const kinds = new Set(design.blocks.map((block) => block.kind));
    expect([...kinds].sort()).toEqual([
      'cell',
      'footer',
      'footnote',
      'header',
      'heading',
      'paragraph',
    ]);
  });

  it('reviews only items that apply, and leaves some for the lawyer', () => {
    const library = loadLibrary(resourcesDir);
    const states = new Map(
      [...library.items.values()].map((item) => [
        item.id,
        applicabilityOf(item.when, sample.traits).applies,
      ]),
    );
    const reviewed = sample.items.map((item) => item.itemId);
    expect(reviewed.filter((id) => states.get(id) !== 'yes')).toEqual([]);
    expect(new Set(reviewed).size).toBe(reviewed.length);
    const applicable = [...states.values()].filter((state) => state === 'yes').length;
    expect(applicable - reviewed.length).toBeGreaterThan(20);
    const traits = new Set(library.traits.map((trait) => trait.id));
    expect(Object.keys(sample.traits).filter((id) => !traits.has(id))).toEqual([]);
    expect(traits.size).toBeGreaterThan(Object.keys(sample.traits).length);
  });

  it('proves each problem: a finding for every item not met, with a quote against it', () => {
    const notMet = sample.items.filter((item) => item.verdict === 'not-met');
    const found = sample.findings.map((finding) => finding.itemId);
    expect(notMet.map((item) => item.itemId).sort()).toEqual([...found].sort());
    for (const item of notMet) {
      expect(item.evidence.map((quote) => quote.stance)).toContain('contradicts');
    }
    const silent = sample.items.filter((i) => i.verdict === 'not-applicable' && i.note === '');
    expect(silent).toEqual([]);
    expect(new Set(sample.findings.map((finding) => finding.severity)).size).toBe(3);
  });

  it('is refused with its own code when a part is missing or names an unknown document', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'desk-sample-'));
    await expect(loadSample(dir)).rejects.toMatchObject({
      code: 'library-invalid',
      params: { file: 'sample/project.json' },
    });
    mkdirSync(join(dir, 'sample'));
    const evidence = [{ document: 'none', quote: 'x', stance: 'supports' }];
    const file = {
      schema: 'sample/1',
      project: sample.project,
      traits: {},
      documents: [{ id: 'a', file: 'a.pdf', title: 'A', type: 'HT' }],
      items: [{ itemId: 'i', verdict: 'met', note: '', evidence }],
      findings: [],
    };
    writeFileSync(join(dir, 'sample', 'project.json'), JSON.stringify(file));
    await expect(loadSample(dir)).rejects.toMatchObject({ code: 'library-invalid' });
  });
});
