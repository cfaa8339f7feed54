import { z } from 'zod';

const Iso = z.string();

/** One IT project under review. `due` is a calendar day (YYYY-MM-DD), `round` counts from 1 (初审). */
export const Project = z.strictObject({
  id: z.string(),
  name: z.string(),
  client: z.string(),
  type: z.string(),
  due: z.string().nullable(),
  round: z.number().int().positive(),
  createdAt: Iso,
  /** The lawyer's own overall conclusion for the memo; empty while not written. */
  conclusion: z.string(),
  /** Checklist id → version and hash the project was begun with. */
  checklists: z.record(z.string(), z.strictObject({ version: z.string(), hash: z.string() })),
});
export type Project = z.infer<typeof Project>;

export const ProjectFields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  client: z.string().trim().max(200),
  type: z.string().trim().max(100),
  due: z.iso.date().nullable(),
});
export type ProjectFields = z.infer<typeof ProjectFields>;

/** Where a project stands, as the list shows it. */
export const ProjectProgress = z.strictObject({
  documents: z.number().int(),
  traitsAnswered: z.number().int(),
  traitsTotal: z.number().int(),
  applicable: z.number().int(),
  undetermined: z.number().int(),
  reviewed: z.number().int(),
  notMet: z.number().int(),
  findings: z.number().int(),
  memos: z.number().int(),
});
export type ProjectProgress = z.infer<typeof ProjectProgress>;

/** 承办人: the person who holds a project, and the device they work on. */
export const ProjectOwner = z.strictObject({ device: z.string(), person: z.string() });
export type ProjectOwner = z.infer<typeof ProjectOwner>;

/** Who holds a project, since when, and what that means for the copy at this desk. */
export const ProjectHolding = z.strictObject({
  /** Null in a project begun before owners were kept. */
  owner: ProjectOwner.nullable(),
  since: Iso.nullable(),
  /** Who made them the owner, by name. */
  by: z.string().nullable(),
  /** The owner took the project; otherwise somebody handed it to them. */
  isTaken: z.boolean(),
  /** This desk held the project and another holds it now: nothing is written here until it is taken back. */
  isReadOnly: z.boolean(),
  /** Two desks say at the same time who holds it, and nobody has chosen. */
  isDisputed: z.boolean(),
});
export type ProjectHolding = z.infer<typeof ProjectHolding>;

export const ProjectSummary = Project.extend({
  holding: ProjectHolding,
  progress: ProjectProgress,
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;
