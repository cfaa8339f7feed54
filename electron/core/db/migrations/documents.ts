import type { DatabaseKind } from '../database.ts';
import { documents0001 } from './documents0001.ts';
import { documents0002 } from './documents0002.ts';

/** The documents file. 'CDDC' in its header. */
export const documentsKind: DatabaseKind = {
  applicationId: 0x43444443,
  migrations: [documents0001, documents0002],
};
