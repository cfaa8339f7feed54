import { Anchor } from '#shared/domain/text/anchor.ts';
import { Assessment, Evidence, Finding } from '#shared/domain/review/assessment.ts';
import { assessmentId } from '#shared/domain/changes/ids.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import { QuotePlaces } from './quotePlaces.ts';
import { RecognisedQuotes } from './recognisedQuotes.ts';

interface AssessmentRow {
  readonly id: string;
  readonly project_id: string;
  readonly round: number;
  readonly item_id: string;
  readonly verdict: string;
  readonly note: string;
  readonly met_on: string | null;
  readonly partial_on: string | null;
  readonly not_met_on: string | null;
  readonly not_applicable_on: string | null;
  readonly needs_material_on: string | null;
  readonly changed_by: string | null;
  readonly changed_at: string | null;
}

interface EvidenceRow {
  readonly id: string;
  readonly project_id: string;
  readonly item_id: string;
  readonly finding_id: string | null;
  readonly stance: string;
  readonly anchor: string;
  readonly made_by: string;
  readonly made_at: string;
  readonly sha256: string | null;
  readonly document_id: string | null;
  readonly document_title: string | null;
  readonly document_removed: number | null;
  readonly version_number: number | null;
}

interface FindingRow {
  readonly id: string;
  readonly project_id: string;
  readonly round: number;
  readonly number: string;
  readonly item_id: string;
  readonly severity: string;
  readonly problem: string;
  readonly citations: string;
  readonly recommendation: string;
  readonly clause: string;
  readonly status: string;
  readonly made_by: string;
  readonly made_at: string;
}

const evidenceColumns = sql`
  SELECT e.id, e.project_id, e.item_id, e.finding_id, e.stance, e.anchor, e.made_by, e.made_at,
    v.sha256, d.id AS document_id, d.title AS document_title, d.deleted AS document_removed, v.number AS version_number
  FROM evidence AS e
  LEFT JOIN document_version AS v ON v.id = e.version_id
  LEFT JOIN document AS d ON d.id = v.document_id`;

/** Assessments, evidence and findings as projected. */
export class ReviewTable {
  readonly #assessments;
  readonly #assessment;
  readonly #evidenceOfProject;
  readonly #evidenceOfItem;
  readonly #evidenceOfVersion;
  readonly #evidenceOfContent;
  readonly #evidence;
  readonly #recognised;
  readonly #places;
  readonly #findingsOfProject;
  readonly #findingsOfItem;
  readonly #finding;
  readonly #findingNumbers;
  readonly #everOfItem;

  constructor(db: Db) {
    this.#recognised = new RecognisedQuotes(db);
    this.#places = new QuotePlaces(db);
    this.#assessments = db.prepare<[string, number], AssessmentRow>(sql`
      SELECT * FROM assessment WHERE project_id = ? AND round = ?`);
    this.#assessment = db.prepare<[string], AssessmentRow>(
      sql`SELECT * FROM assessment WHERE id = ?`,
    );
    this.#evidenceOfProject = db.prepare<[string], EvidenceRow>(
      `${evidenceColumns} WHERE e.project_id = ? AND e.deleted = 0 ORDER BY e.id`,
    );
    this.#evidenceOfItem = db.prepare<[string, string], EvidenceRow>(
      `${evidenceColumns} WHERE e.project_id = ? AND e.item_id = ? AND e.deleted = 0 ORDER BY e.id`,
    );
    this.#evidenceOfVersion = db.prepare<[string, string], EvidenceRow>(
      `${evidenceColumns} WHERE e.project_id = ? AND e.version_id = ? AND e.deleted = 0 ORDER BY e.id`,
    );
    this.#evidenceOfContent = db.prepare<[string], EvidenceRow>(
      `${evidenceColumns} WHERE v.sha256 = ? AND e.deleted = 0 ORDER BY e.id`,
    );
    this.#evidence = db.prepare<[string], EvidenceRow>(
      `${evidenceColumns} WHERE e.id = ? AND e.deleted = 0`,
    );
    this.#findingsOfProject = db.prepare<[string], FindingRow>(sql`
      SELECT * FROM finding WHERE project_id = ? AND deleted = 0 ORDER BY number, id`);
    this.#findingsOfItem = db.prepare<[string, string], FindingRow>(sql`
      SELECT * FROM finding WHERE project_id = ? AND item_id = ? AND deleted = 0 ORDER BY number, id`);
    this.#finding = db.prepare<[string], FindingRow>(
      sql`SELECT * FROM finding WHERE id = ? AND deleted = 0`,
    );
    this.#findingNumbers = db.prepare<[string], { readonly number: string }>(sql`
      SELECT number FROM finding WHERE project_id = ?`);
    this.#everOfItem = db.prepare<
      [{ readonly projectId: string; readonly itemId: string }],
      { readonly entity: string; readonly id: string }
    >(sql`
      SELECT 'assessment' AS entity, id FROM assessment WHERE project_id = :projectId AND item_id = :itemId
      UNION ALL SELECT 'evidence', id FROM evidence WHERE project_id = :projectId AND item_id = :itemId
      UNION ALL SELECT 'finding', id FROM finding WHERE project_id = :projectId AND item_id = :itemId`);
  }

  assessments(projectId: string, round: number): Assessment[] {
    return this.#assessments.all(projectId, round).map(toAssessment);
  }
  /** The assessment of an item, unreviewed where nothing was decided yet. */
  assessment(projectId: string, round: number, itemId: string): Assessment {
    const id = assessmentId(projectId, round, itemId);
    const row = this.#assessment.get(id);
    if (row) return toAssessment(row);
    const undecided = { verdict: 'unreviewed', note: '', itemHash: null } as const;
    return { id, projectId, round, itemId, ...undecided, by: null, at: null };
  }
  evidenceOfProject(projectId: string): Evidence[] {
    return this.#evidenceOfProject.all(projectId).map((row) => this.#toEvidence(row));
  }
  evidenceOfItem(projectId: string, itemId: string): Evidence[] {
    return this.#evidenceOfItem.all(projectId, itemId).map((row) => this.#toEvidence(row));
  }
  evidenceOfVersion(projectId: string, versionId: string): Evidence[] {
    return this.#evidenceOfVersion.all(projectId, versionId).map((row) => this.#toEvidence(row));
  }
  /** Evidence of every project on these bytes, each with its place as it was quoted, wherever that is now. */
  quotedFrom(sha256: string): Evidence[] {
    return this.#evidenceOfContent.all(sha256).map(toEvidence);
  }
  evidence(id: string): Evidence | null {
    const row = this.#evidence.get(id);
    return row ? this.#toEvidence(row) : null;
  }
  findingsOfProject(projectId: string): Finding[] {
    return this.#findingsOfProject.all(projectId).map(toFinding);
  }
  findingsOfItem(projectId: string, itemId: string): Finding[] {
    return this.#findingsOfItem.all(projectId, itemId).map(toFinding);
  }
  finding(id: string): Finding | null {
    const row = this.#finding.get(id);
    return row ? toFinding(row) : null;
  }
  /** Highest number ever given in the project, removed findings included, so that none is used twice. */
  highestFindingNumber(projectId: string): number {
    return this.#findingNumbers
      .all(projectId)
      .reduce((highest, row) => Math.max(highest, Number(row.number.replace(/\D/g, '')) || 0), 0);
  }
  /** Every record that ever belonged to an item, removed ones included: what its history is read from. */
  everOfItem(
    projectId: string,
    itemId: string,
  ): { readonly entity: string; readonly id: string }[] {
    return this.#everOfItem.all({ projectId, itemId });
  }

  /** Evidence with its quote where it stands in the text as it was read here. */
  #toEvidence(row: EvidenceRow): Evidence {
    const evidence = toEvidence(row);
    const { sha256 } = row;
    const recognition = this.#recognised.stateOf(sha256, evidence.anchor);
    if (recognition === 'recognised') return { ...evidence, recognition };
    const standing = sha256 === null ? null : this.#places.standingOf(sha256, evidence.anchor);
    const isMoved = standing?.state === 'moved';
    // A recognised page that reads differently is told as such where the quote is not found on it again.
    if (recognition !== undefined)
      return isMoved
        ? { ...evidence, anchor: standing.anchor, recognition: 'recognised', reading: 'moved' }
        : { ...evidence, recognition };
    if (isMoved) return { ...evidence, anchor: standing.anchor, reading: 'moved' };
    return standing?.state === 'lost' ? { ...evidence, reading: 'lost' } : evidence;
  }
}

function toAssessment(row: AssessmentRow): Assessment {
  return Assessment.parse({
    id: row.id,
    projectId: row.project_id,
    round: row.round,
    itemId: row.item_id,
    verdict: row.verdict,
    note: row.note,
    itemHash: itemHashOf(row),
    by: row.changed_by,
    at: row.changed_at,
  });
}

/** On which wording the verdict that stands was given. */
function itemHashOf(row: AssessmentRow): string | null {
  if (row.verdict === 'met') return row.met_on;
  if (row.verdict === 'partial') return row.partial_on;
  if (row.verdict === 'not-met') return row.not_met_on;
  if (row.verdict === 'not-applicable') return row.not_applicable_on;
  return row.verdict === 'needs-material' ? row.needs_material_on : null;
}

function toEvidence(row: EvidenceRow): Evidence {
  return Evidence.parse({
    id: row.id,
    projectId: row.project_id,
    itemId: row.item_id,
    findingId: row.finding_id,
    stance: row.stance,
    anchor: Anchor.parse(JSON.parse(row.anchor)),
    documentId: row.document_id ?? '',
    documentTitle: row.document_title ?? '',
    versionNumber: row.version_number ?? 1,
    isDocumentRemoved: row.document_removed !== 0,
    by: row.made_by,
    at: row.made_at,
  });
}

function toFinding(row: FindingRow): Finding {
  return Finding.parse({
    id: row.id,
    projectId: row.project_id,
    round: row.round,
    number: row.number,
    itemId: row.item_id,
    severity: row.severity,
    problem: row.problem,
    citations: JSON.parse(row.citations),
    recommendation: row.recommendation,
    clause: row.clause,
    status: row.status,
    by: row.made_by,
    at: row.made_at,
  });
}
