import { chainStart } from '#shared/domain/change.ts';
import { chainHash, fromRow } from './changeLog.ts';
import type { LogTable } from './logTable.ts';

/** Walks every device's chain; each problem names device and sequence number. An empty answer means nothing was altered. */
export function verifyChain(table: LogTable): string[] {
  const problems: string[] = [];
  let device = '';
  let hash = chainStart;
  let seq = 0;
  for (const row of table.all()) {
    if (row.device !== device) [device, hash, seq] = [row.device, chainStart, 0];
    seq += 1;
    if (row.seq !== seq) {
      problems.push(`${device}: ${seq}…${row.seq - 1} missing`);
      seq = row.seq;
    }
    if (chainHash(hash, fromRow(row)) !== row.hash) problems.push(`${device}: ${row.seq} altered`);
    hash = row.hash;
  }
  return problems;
}
