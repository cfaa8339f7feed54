import { z } from 'zod';
import { TraitAnswers } from '../../domain/library/checklistItem.ts';
import { Project, ProjectFields, ProjectSummary } from '../../domain/review/project.ts';
import { ExtractWarning } from '../../domain/text/text.ts';
import { Id, Nothing, command, commandId, job, query } from '../kinds.ts';
import { IntakeLine } from './document.ts';

export const TraitSuggestion = z.strictObject({
  traitId: z.string(),
  strength: z.enum(['strong', 'weak']),
  terms: z.array(z.string()),
  passages: z.array(
    z.strictObject({
      versionId: z.string(),
      documentTitle: z.string(),
      page: z.number().int().nullable(),
      blockPath: z.string().nullable(),
      quote: z.string(),
      term: z.string(),
    }),
  ),
});

export type TraitSuggestion = z.infer<typeof TraitSuggestion>;

export const TraitReport = z.strictObject({
  traits: TraitAnswers,
  suggestions: z.array(TraitSuggestion),
  searched: z.strictObject({
    documents: z.number().int(),
    parts: z.number().int(),
    /** Places that could not be searched, by document, and what of the file has no place in its text. */
    unsearchable: z.array(
      z.strictObject({
        documentTitle: z.string(),
        where: z.array(z.string()),
        warnings: z.array(ExtractWarning),
      }),
    ),
  }),
});

export type TraitReport = z.infer<typeof TraitReport>;

/** Projects and their traits. */
export const projectChannels = {
  'project.list': query(Nothing, z.array(ProjectSummary)),
  'project.show': query(
    z.strictObject({ projectId: Id }),
    ProjectSummary.extend({ traits: TraitAnswers }),
  ),
  'project.create': command(
    z.strictObject({ commandId, fields: ProjectFields, traits: TraitAnswers }),
    Project,
  ),
  'project.update': command(
    z.strictObject({ commandId, projectId: Id, patch: ProjectFields.partial() }),
    Project,
  ),
  'project.remove': command(z.strictObject({ commandId, projectId: Id }), Nothing),
  /** `null` takes an answer back to unknown. Answering a trait true also answers what it implies, where unknown. */
  'project.answerTraits': command(
    z.strictObject({
      commandId,
      projectId: Id,
      answers: z.record(z.string(), z.boolean().nullable()),
    }),
    TraitAnswers,
  ),
  'project.suggestTraits': query(z.strictObject({ projectId: Id }), TraitReport),
  'project.openSample': job(
    z.strictObject({ commandId, jobId: Id }),
    z.strictObject({ projectId: z.string(), files: z.array(IntakeLine) }),
  ),
} as const;
