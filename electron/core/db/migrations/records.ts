import type { DatabaseKind } from '../database.ts';
import { records0001 } from './records0001.ts';
import { records0002 } from './records0002.ts';
import { records0003 } from './records0003.ts';
import { records0004 } from './records0004.ts';
import { records0005 } from './records0005.ts';
import { records0006 } from './records0006.ts';
import { records0007 } from './records0007.ts';
import { records0008 } from './records0008.ts';
import { records0009 } from './records0009.ts';
import { records0010 } from './records0010.ts';

/** The records file. 'CDRC' in its header. */
export const recordsKind: DatabaseKind = {
  applicationId: 0x43445243,
  migrations: [
    records0001,
    records0002,
    records0003,
    records0004,
    records0005,
    records0006,
    records0007,
    records0008,
    records0009,
    records0010,
  ],
};
