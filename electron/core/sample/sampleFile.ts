import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import { ProjectFields } from '#shared/domain/review/project.ts';
import { Severity, Stance, Verdict } from '#shared/domain/review/verdict.ts';

/** A quote by the sample document it stands in: exactly once in its text, line ends aside. */
const SampleQuote = z.strictObject({
  document: z.string().min(1),
  quote: z.string().min(1).max(5000),
  stance: Stance,
});

/** What the sample's lawyer decided on one item; its evidence also proves the finding where the item has one. */
const SampleItem = z.strictObject({
  itemId: z.string().min(1),
  verdict: Verdict.exclude(['unreviewed']),
  note: z.string(),
  evidence: z.array(SampleQuote),
});

/** A finding of the sample; what is left out comes from the item, as for any new finding. */
const SampleFinding = z.strictObject({
  itemId: z.string().min(1),
  severity: Severity,
  problem: z.string().min(1),
  recommendation: z.string().min(1).optional(),
  clause: z.string().min(1).optional(),
});

const SampleDocument = z.strictObject({
  id: z.string().min(1),
  /** Name of the file beside project.json; no folder. */
  file: z.string().regex(/^[^/\\]+\.(docx|pdf)$/),
  title: z.string().min(1),
  type: DocTypeCode,
});

/** resources/sample/project.json: an invented project and the scripted part of its review. */
export const SampleFile = z
  .strictObject({
    schema: z.literal('sample/1'),
    project: ProjectFields,
    /** Answers by trait id; a trait that is absent stays unknown. */
    traits: z.record(z.string(), z.boolean()),
    documents: z.array(SampleDocument).min(1),
    items: z.array(SampleItem),
    findings: z.array(SampleFinding),
  })
  .refine(quotesKnownDocuments, { message: 'a quote names a document that the sample has not' })
  .refine(hasFindingsOnReviewedItems, { message: 'a finding stands on an item not reviewed' });
export type SampleFile = z.infer<typeof SampleFile>;

/** The sample as shipped: its file, and each document with its bytes. */
export interface Sample extends Omit<SampleFile, 'documents'> {
  readonly documents: readonly (SampleFile['documents'][number] & { readonly bytes: Uint8Array })[];
}

/** Reads the sample project under `resourcesDir`; `library-invalid` where a part of it is missing or malformed. */
export async function loadSample(resourcesDir: string): Promise<Sample> {
  const folder = join(resourcesDir, 'sample');
  const sample = parseSample(await readPart(folder, 'project.json'));
  const documents = await Promise.all(
    sample.documents.map(async (document) => ({
      ...document,
      bytes: new Uint8Array(await readPart(folder, document.file)),
    })),
  );
  return { ...sample, documents };
}

function parseSample(bytes: Uint8Array): SampleFile {
  try {
    return SampleFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw sampleFault('project.json', cause);
  }
}

async function readPart(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, basename(name)));
  } catch (cause) {
    throw sampleFault(name, cause);
  }
}

function sampleFault(name: string, cause: unknown): AppError {
  const detail = cause instanceof Error ? cause.message : '';
  return new AppError('library-invalid', { file: `sample/${name}`, place: '', detail }, { cause });
}

function quotesKnownDocuments(sample: {
  documents: { id: string }[];
  items: { evidence: { document: string }[] }[];
}): boolean {
  const ids = new Set(sample.documents.map((document) => document.id));
  return sample.items.every((item) => item.evidence.every((quote) => ids.has(quote.document)));
}

function hasFindingsOnReviewedItems(sample: {
  items: { itemId: string }[];
  findings: { itemId: string }[];
}): boolean {
  const reviewed = new Set(sample.items.map((item) => item.itemId));
  return sample.findings.every((finding) => reviewed.has(finding.itemId));
}
