import { z } from 'zod';
import { Anchor } from '#shared/domain/text/anchor.ts';
import { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { DocTypeCode } from '#shared/domain/library/checklistItem.ts';
import { DocumentKind, ExtractWarning } from '#shared/domain/text/text.ts';
import { ProjectOwner } from '#shared/domain/review/project.ts';
import { FindingStatus, Severity, Stance, Verdict } from '#shared/domain/review/verdict.ts';

const Text = z.string().max(200_000);
const Short = z.string().max(1000);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().nonnegative();
const Round = z.number().int().positive();
const Flag = z.boolean();

/**
 * Values that this version can read in the fields it projects. A package with another value in one of them is refused
 * whole: what it would show could not be trusted. Fields that are not named here are unknown and are kept unread.
 */
const fieldSchemas: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  project: {
    name: Short,
    client: Short,
    type: Short,
    due: Short.nullable(),
    round: Round,
    checklists: z.record(z.string(), z.strictObject({ version: z.string(), hash: z.string() })),
    conclusion: Text,
    owner: ProjectOwner.nullable(),
    createdAt: Short,
    deleted: Flag,
  },
  traitAnswer: { projectId: Short, traitId: Short, answer: Flag.nullable() },
  document: {
    projectId: Short,
    title: Short,
    type: DocTypeCode.nullable(),
    createdAt: Short,
    deleted: Flag,
  },
  documentVersion: {
    documentId: Short,
    number: Round,
    sha256: Sha256,
    fileName: Short,
    sizeBytes: Count,
    kind: DocumentKind,
    pages: Count.nullable(),
    characters: Count,
    warnings: z.array(ExtractWarning),
    addedAt: Short,
    deleted: Flag,
  },
  assessment: {
    projectId: Short,
    round: Round,
    itemId: Short,
    verdict: Verdict,
    note: Text,
    metOn: Sha256.nullable(),
    partialOn: Sha256.nullable(),
    notMetOn: Sha256.nullable(),
    notApplicableOn: Sha256.nullable(),
    needsMaterialOn: Sha256.nullable(),
    by: Short.nullable(),
    at: Short.nullable(),
  },
  evidence: {
    projectId: Short,
    itemId: Short,
    findingId: Short.nullable(),
    versionId: Short,
    stance: Stance,
    anchor: Anchor,
    by: Short,
    at: Short,
    deleted: Flag,
  },
  finding: {
    projectId: Short,
    round: Round,
    number: Short,
    itemId: Short,
    severity: Severity,
    problem: Text,
    citations: z.array(PinnedCitation),
    recommendation: Text,
    clause: Text,
    status: FindingStatus,
    by: Short,
    at: Short,
    deleted: Flag,
  },
  checklistPin: {
    projectId: Short,
    checklistId: Short,
    pin: z.union([z.strictObject({ version: Short, hash: Sha256 }), z.literal(false), z.null()]),
  },
  checklistUse: { projectId: Short, sha256: Sha256, by: Short.nullable(), at: Short.nullable() },
  memo: {
    projectId: Short,
    number: Short.nullable(),
    isDraft: Flag,
    fileName: Short,
    sha256: Sha256,
    model: z.record(z.string(), z.unknown()),
    acknowledged: z.array(z.string()),
    reasons: z.record(z.string(), z.unknown()),
    by: Short,
    at: Short,
  },
};

/** The schema of a field's value, or null where this version does not know entity or field. */
export function schemaOf(entity: string, field: string): z.ZodType | null {
  return schemas.get(entity)?.get(field) ?? null;
}

const schemas: ReadonlyMap<string, ReadonlyMap<string, z.ZodType>> = new Map(
  Object.entries(fieldSchemas).map(([entity, fields]) => [entity, new Map(Object.entries(fields))]),
);

/** Fields without which an entity could not be read at all; whoever makes one writes them. */
export const neededFields: Readonly<Record<string, readonly string[]>> = {
  evidence: ['anchor'],
};
