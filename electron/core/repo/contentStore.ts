import { createHash } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { sql } from '../db/sql.ts';

const chunkBytes = 1024 * 1024;

/** SHA-256 of bytes, hex: the legal identity of what was reviewed. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes by their SHA-256; the same bytes twice cost nothing. */
export class ContentStore {
  readonly #db: Db;
  readonly #has;
  readonly #insertContent;
  readonly #insertChunk;
  readonly #size;
  readonly #chunks;
  readonly #names;

  constructor(db: Db) {
    this.#db = db;
    this.#has = db.prepare<[string], { readonly found: number }>(
      sql`SELECT 1 AS found FROM content WHERE sha256 = ?`,
    );
    this.#insertContent = db.prepare<[string, number, number]>(sql`
      INSERT INTO content (sha256, size_bytes, chunks) VALUES (?, ?, ?)`);
    this.#insertChunk = db.prepare<[string, number, Uint8Array]>(sql`
      INSERT INTO chunk (sha256, number, bytes) VALUES (?, ?, ?)`);
    this.#size = db.prepare<[string], { readonly size_bytes: number }>(sql`
      SELECT size_bytes FROM content WHERE sha256 = ?`);
    this.#chunks = db.prepare<[string], { readonly bytes: Buffer }>(sql`
      SELECT bytes FROM chunk WHERE sha256 = ? ORDER BY number`);
    this.#names = db.prepare<[], { readonly sha256: string }>(
      sql`SELECT sha256 FROM content ORDER BY sha256`,
    );
  }

  /** Keeps the bytes and returns their SHA-256. Durable when it returns. */
  put(bytes: Uint8Array): string {
    const sha256 = sha256Hex(bytes);
    this.#db
      .transaction(() => {
        if (this.#has.get(sha256)) return;
        const count = Math.ceil(bytes.length / chunkBytes);
        for (let number = 0; number < count; number += 1) {
          this.#insertChunk.run(
            sha256,
            number,
            bytes.subarray(number * chunkBytes, (number + 1) * chunkBytes),
          );
        }
        this.#insertContent.run(sha256, bytes.length, count);
      })
      .immediate();
    return sha256;
  }

  has(sha256: string): boolean {
    return this.#has.get(sha256) !== undefined;
  }

  /** The bytes, or null where they are not kept. */
  get(sha256: string): Uint8Array | null {
    const row = this.#size.get(sha256);
    if (!row) return null;
    const bytes = new Uint8Array(row.size_bytes);
    let at = 0;
    for (const chunk of this.#chunks.iterate(sha256)) {
      bytes.set(chunk.bytes, at);
      at += chunk.bytes.length;
    }
    return bytes;
  }

  /** Names the contents whose bytes no longer give their SHA-256. */
  verify(): string[] {
    return this.#names
      .all()
      .map((row) => row.sha256)
      .filter((sha256) => {
        const bytes = this.get(sha256);
        return bytes === null || sha256Hex(bytes) !== sha256;
      });
  }
}
