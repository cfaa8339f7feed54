import { z } from 'zod';
import { ProjectOwner } from '#shared/domain/review/project.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface Row {
  readonly name: string;
  readonly owner: string | null;
}

/** As `sharedFolder.renewDevice` left its outcome; commands of other desks come without one. */
const Renewal = z.object({ formerDevice: z.string() }).nullable();

/** Who holds a project, as projected; removed projects too. */
export class OwnerTable {
  readonly #get;
  readonly #renewals;

  constructor(db: Db) {
    this.#get = db.prepare<[string], Row>(sql`SELECT name, owner FROM project WHERE id = ?`);
    this.#renewals = db.prepare<[], { readonly result: string }>(
      sql`SELECT result FROM command WHERE name = 'sharedFolder.renewDevice'`,
    );
  }

  get(projectId: string): { readonly name: string; readonly owner: ProjectOwner | null } {
    const row = this.#get.get(projectId);
    return { name: row?.name ?? '', owner: toOwner(row?.owner ?? null) };
  }

  /** Devices that this workspace was before it became another one, as a copy does. */
  formerDevices(): string[] {
    return this.#renewals.all().flatMap(({ result }) => {
      const renewal = Renewal.safeParse(JSON.parse(result)).data;
      return renewal ? [renewal.formerDevice] : [];
    });
  }
}

function toOwner(text: string | null): ProjectOwner | null {
  return ProjectOwner.nullable().parse(JSON.parse(text ?? 'null'));
}
