import { z } from 'zod';
import {
  CatalogueEntry,
  CitationReport,
  ParsedCitation,
  ShownArticle,
  StatuteComparison,
  StatuteEntry,
  StatuteImpact,
  StatuteLine,
  StatuteReading,
} from '../../domain/law/statuteReport.ts';
import { Id, Nothing, command, commandId, job, query } from '../kinds.ts';

/** Statutes and citations. */
export const lawChannels = {
  'catalogue.list': query(Nothing, z.array(CatalogueEntry)),
  /** Official texts; `sources` are one-time tokens for files, folders or archives. Each file goes in whole or not at all. */
  'statute.import': job(
    z.strictObject({ commandId, jobId: Id, sources: z.array(z.string()).min(1).max(5000) }),
    z.strictObject({ files: z.array(StatuteLine) }),
  ),
  'statute.list': query(Nothing, z.array(StatuteEntry)),
  'statute.articles': query(z.strictObject({ versionId: Id }), StatuteReading),
  /** `law` is a code or any name; `version` its date or id, the one in force today where left out. */
  'statute.show': query(
    z.strictObject({
      law: z.string().trim().min(1).max(200),
      article: z.number().int().positive(),
      branch: z.number().int().nonnegative().optional(),
      version: Id.optional(),
    }),
    ShownArticle,
  ),
  'statute.compare': query(z.strictObject({ fromId: Id, toId: Id }), StatuteComparison),
  /** What a newer version of a law touches; every law with a known or held older version where `law` is left out. */
  'statute.impact': query(
    z.strictObject({ law: z.string().trim().min(1).max(200).optional() }),
    z.array(StatuteImpact),
  ),
  'statute.remove': command(z.strictObject({ commandId, versionId: Id }), Nothing),
  /** `home` says that the text is a law's own (本法, 前款 and 本条 then mean it). Needs no workspace. */
  'citation.parse': query(
    z.strictObject({
      text: z.string().max(20_000),
      home: z
        .strictObject({
          law: z.string().min(1).max(200),
          article: z.number().int().positive(),
          paragraph: z.number().int().positive().nullable(),
        })
        .optional(),
    }),
    z.array(ParsedCitation),
  ),
  /** Citations of a project's document, each with its place. */
  'citation.check': query(z.strictObject({ versionId: Id }), CitationReport),
  /** The same for any text, by its parts; needs no workspace. `titles` is what the document calls itself. */
  'citation.checkText': query(
    z.strictObject({
      parts: z.array(z.string()).max(200_000),
      titles: z.array(z.string().max(500)).max(20),
    }),
    CitationReport,
  ),
} as const;
