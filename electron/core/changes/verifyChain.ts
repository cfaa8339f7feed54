import { chainStart } from '#shared/domain/changes/change.ts';
import { chainHash, fromRow } from './changeLog.ts';
import type { LogTable } from './logTable.ts';

/**
 * Walks every device's chain; each problem names device and sequence number. Of another device only what was handed over
 * is here: each such change carries its predecessor's hash, which is compared where that predecessor is here too.
 */
export function verifyChain(table: LogTable): string[] {
  const problems: string[] = [];
  let device = '';
  let hash = chainStart;
  let seq = 0;
  for (const row of table.all()) {
    if (row.device !== device) [device, hash, seq] = [row.device, chainStart, 0];
    seq += 1;
    if (row.prev !== null) {
      const fits = row.seq !== seq || row.prev === hash;
      if (!fits || chainHash(row.prev, fromRow(row)) !== row.hash)
        problems.push(`${device}: ${row.seq} altered`);
      [seq, hash] = [row.seq, row.hash];
      continue;
    }
    if (row.seq !== seq) {
      problems.push(`${device}: ${seq}…${row.seq - 1} missing`);
      seq = row.seq;
    }
    if (chainHash(hash, fromRow(row)) !== row.hash) problems.push(`${device}: ${row.seq} altered`);
    hash = row.hash;
  }
  return problems;
}
