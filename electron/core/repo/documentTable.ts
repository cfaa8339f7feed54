import { DocumentVersion, ProjectDocument } from '#shared/domain/review/document.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface DocumentRow {
  readonly id: string;
  readonly project_id: string;
  readonly title: string;
  readonly type: string | null;
  readonly deleted: number;
}

interface VersionRow {
  readonly id: string;
  readonly document_id: string;
  readonly number: number;
  readonly sha256: string;
  readonly file_name: string;
  readonly size_bytes: number;
  readonly kind: string;
  readonly pages: number | null;
  readonly characters: number;
  readonly warnings: string;
  readonly added_at: string;
}

/** Documents and their versions as projected. Removed documents stay readable, because evidence may point to them. */
export class DocumentTable {
  readonly #ofProject;
  readonly #document;
  readonly #versions;
  readonly #version;
  readonly #withContent;
  readonly #withSha256;
  readonly #withFileName;

  constructor(db: Db) {
    this.#ofProject = db.prepare<[string], DocumentRow>(sql`
      SELECT * FROM document WHERE project_id = ? AND deleted = 0 ORDER BY id`);
    this.#document = db.prepare<[string], DocumentRow>(sql`SELECT * FROM document WHERE id = ?`);
    this.#versions = db.prepare<[string], VersionRow>(sql`
      SELECT * FROM document_version WHERE document_id = ? AND deleted = 0 ORDER BY number, id`);
    this.#version = db.prepare<[string], VersionRow>(
      sql`SELECT * FROM document_version WHERE id = ?`,
    );
    this.#withContent = db.prepare<[string, string], VersionRow>(sql`
      SELECT v.* FROM document_version AS v JOIN document AS d ON d.id = v.document_id
      WHERE d.project_id = ? AND v.sha256 = ? AND d.deleted = 0 AND v.deleted = 0 ORDER BY v.id LIMIT 1`);
    this.#withSha256 = db.prepare<[string], VersionRow>(sql`
      SELECT v.* FROM document_version AS v JOIN document AS d ON d.id = v.document_id
      WHERE v.sha256 = ? AND d.deleted = 0 AND v.deleted = 0 ORDER BY v.id LIMIT 1`);
    this.#withFileName = db.prepare<[string, string, string], DocumentRow>(sql`
      SELECT d.* FROM document AS d JOIN document_version AS v ON v.document_id = d.id
      WHERE d.project_id = ? AND v.file_name = ? AND v.kind = ? AND d.deleted = 0 AND v.deleted = 0
      ORDER BY d.id LIMIT 1`);
  }

  ofProject(projectId: string): ProjectDocument[] {
    return this.#ofProject
      .all(projectId)
      .map((row) => this.#whole(row))
      .filter((document) => document !== null);
  }
  /** A document that stands in its project; null when it was removed. */
  get(id: string): ProjectDocument | null {
    const row = this.#document.get(id);
    return row && row.deleted === 0 ? this.#whole(row) : null;
  }
  version(id: string): DocumentVersion | null {
    const row = this.#version.get(id);
    return row ? toVersion(row) : null;
  }
  /** Title, and whether it was taken out; for evidence, which outlives its document's place in the project. */
  titleOf(documentId: string): { readonly title: string; readonly isRemoved: boolean } | null {
    const row = this.#document.get(documentId);
    return row ? { title: row.title, isRemoved: row.deleted === 1 } : null;
  }
  withContent(projectId: string, sha256: string): DocumentVersion | null {
    const row = this.#withContent.get(projectId, sha256);
    return row ? toVersion(row) : null;
  }
  /** A version with these bytes in any project. */
  withSha256(sha256: string): DocumentVersion | null {
    const row = this.#withSha256.get(sha256);
    return row ? toVersion(row) : null;
  }
  withFileName(projectId: string, fileName: string, kind: string): ProjectDocument | null {
    const row = this.#withFileName.get(projectId, fileName, kind);
    return row ? this.#whole(row) : null;
  }

  #whole(row: DocumentRow): ProjectDocument | null {
    const versions = this.#versions.all(row.id).map(toVersion);
    if (versions.length === 0) return null;
    return ProjectDocument.parse({
      id: row.id,
      projectId: row.project_id,
      title: row.title,
      type: row.type,
      versions,
    });
  }
}

function toVersion(row: VersionRow): DocumentVersion {
  return DocumentVersion.parse({
    id: row.id,
    documentId: row.document_id,
    number: row.number,
    sha256: row.sha256,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    kind: row.kind,
    pages: row.pages,
    characters: row.characters,
    warnings: JSON.parse(row.warnings),
    addedAt: row.added_at,
  });
}
