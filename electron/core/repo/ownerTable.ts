import { z } from 'zod';
import { ProjectOwner } from '#shared/domain/review/project.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

interface Row {
  readonly name: string;
  readonly owner: string | null;
}

interface Place {
  readonly device: string;
  readonly seq: number;
}

/** As `sharedFolder.renewDevice` left its outcome; commands of other desks come without one. */
const Renewal = z.object({ formerDevice: z.string() }).nullable();

/** Who holds a project, as projected; removed projects too. */
export class OwnerTable {
  readonly #get;
  readonly #renewals;
  readonly #former;

  constructor(db: Db) {
    this.#get = db.prepare<[string], Row>(sql`SELECT name, owner FROM project WHERE id = ?`);
    this.#renewals = db.prepare<[], { readonly result: string }>(
      sql`SELECT result FROM command WHERE name = 'sharedFolder.renewDevice'`,
    );
    this.#former = db.prepare<[string, number], Place>(
      sql`SELECT device, seq FROM former_change WHERE new_device = ? AND new_seq = ?`,
    );
  }

  get(projectId: string): { readonly name: string; readonly owner: ProjectOwner | null } {
    const row = this.#get.get(projectId);
    return { name: row?.name ?? '', owner: toOwner(row?.owner ?? null) };
  }

  /** The device that a change of this desk was written as: those that a copy took along bear its new one. */
  writerOf({ device, seq }: Place): string {
    const former = this.#former.get(device, seq);
    return former ? this.writerOf(former) : device;
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
