import { Contact, VectorSchema } from '#shared/domain/handoff/handoff.ts';
import type { Vector } from '#shared/domain/changes/causality.ts';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** This desk's own keys; the private ones never leave the records file. */
export interface KeptIdentity {
  /** Ed25519 seed, base64. */
  readonly signingKey: string;
  readonly publicKey: string;
  readonly ageIdentity: string;
  readonly ageRecipient: string;
}

export interface KeptContact extends Contact {
  readonly trustedAt: string;
  readonly revokedAt: string | null;
}

interface ContactRow {
  readonly key: string;
  readonly device: string;
  readonly person: string;
  readonly recipient: string;
  readonly trusted_at: string;
  readonly revoked_at: string | null;
}

/** Own keys, the people this desk trusts, and how much each of them is known to have. Kept at this desk, never handed off. */
export class ContactTable {
  readonly #identity;
  readonly #insertIdentity;
  readonly #all;
  readonly #byKey;
  readonly #put;
  readonly #revoke;
  readonly #vector;
  readonly #said;
  readonly #setVector;

  constructor(db: Db) {
    this.#identity = db.prepare<[], KeptIdentity>(sql`
      SELECT signing_key AS signingKey, public_key AS publicKey, age_identity AS ageIdentity,
        age_recipient AS ageRecipient FROM handoff_identity`);
    this.#insertIdentity = db.prepare<[KeptIdentity & { readonly madeAt: string }]>(sql`
      INSERT INTO handoff_identity (only, signing_key, public_key, age_identity, age_recipient, made_at)
      VALUES (1, :signingKey, :publicKey, :ageIdentity, :ageRecipient, :madeAt) ON CONFLICT DO NOTHING`);
    this.#all = db.prepare<[], ContactRow>(sql`
      SELECT * FROM contact ORDER BY person, trusted_at, key`);
    this.#byKey = db.prepare<[string], ContactRow>(sql`SELECT * FROM contact WHERE key = ?`);
    this.#put = db.prepare<[Contact & { readonly trustedAt: string }]>(sql`
      INSERT INTO contact (key, device, person, recipient, trusted_at)
      VALUES (:key, :device, :person, :recipient, :trustedAt)
      ON CONFLICT (key) DO UPDATE SET person = excluded.person, recipient = excluded.recipient,
        trusted_at = excluded.trusted_at, revoked_at = NULL`);
    this.#revoke = db.prepare<[string, string]>(sql`
      UPDATE contact SET revoked_at = ? WHERE key = ? AND revoked_at IS NULL`);
    this.#vector = db.prepare<[string, string], { readonly vector: string }>(sql`
      SELECT vector FROM contact_vector WHERE device = ? AND project_id = ?`);
    this.#said = db.prepare<
      [string, string],
      { readonly vector: string; readonly said_at: string | null }
    >(sql`SELECT vector, said_at FROM contact_vector WHERE device = ? AND project_id = ?`);
    this.#setVector = db.prepare<[string, string, string, string]>(sql`
      INSERT INTO contact_vector (device, project_id, vector, said_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (device, project_id) DO UPDATE SET vector = excluded.vector,
        said_at = max(coalesce(said_at, ''), excluded.said_at)`);
  }

  identity(): KeptIdentity | null {
    return this.#identity.get() ?? null;
  }
  keepIdentity(identity: KeptIdentity, madeAt: string): void {
    this.#insertIdentity.run({ ...identity, madeAt });
  }
  all(): KeptContact[] {
    return this.#all.all().map(toContact);
  }
  byKey(key: string): KeptContact | null {
    const row = this.#byKey.get(key);
    return row ? toContact(row) : null;
  }
  trust(contact: Contact, trustedAt: string): void {
    this.#put.run({ ...contact, trustedAt });
  }
  revoke(key: string, revokedAt: string): void {
    this.#revoke.run(revokedAt, key);
  }
  /** What a device last said that it has of a project. */
  vector(device: string, projectId: string): Vector {
    const row = this.#vector.get(device, projectId);
    return row ? VectorSchema.parse(JSON.parse(row.vector)) : {};
  }
  /** The same with when their package was made; null where none has said anything. */
  said(
    device: string,
    projectId: string,
  ): { readonly vector: Vector; readonly at: string | null } | null {
    const row = this.#said.get(device, projectId);
    return row ? { vector: VectorSchema.parse(JSON.parse(row.vector)), at: row.said_at } : null;
  }
  /** `saidAt` is when the package was made that said so; the latest is kept. */
  setVector(device: string, projectId: string, vector: Vector, saidAt: string): void {
    this.#setVector.run(device, projectId, JSON.stringify(vector), saidAt);
  }
}

function toContact(row: ContactRow): KeptContact {
  return {
    ...Contact.parse({
      device: row.device,
      person: row.person,
      key: row.key,
      recipient: row.recipient,
    }),
    trustedAt: row.trusted_at,
    revokedAt: row.revoked_at,
  };
}
