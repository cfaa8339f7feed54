import { z } from 'zod';
import { OpenedHandoff } from '../../domain/handoff/handoffReport.ts';
import {
  RenewedDevice,
  SharedFolderLook,
  SharedFolderStatus,
  SharedFolderSync,
} from '../../domain/handoff/sharedFolder.ts';
import { Id, Nothing, command, commandId, job, query } from '../kinds.ts';

/** A folder that colleagues reach too, and what a copied workspace needs. */
export const sharedFolderChannels = {
  'sharedFolder.status': query(Nothing, SharedFolderStatus),
  /** `source` stands for a folder on this machine; null keeps the one that is set. Uploads are refused. */
  'sharedFolder.set': command(
    z.strictObject({
      commandId,
      source: z.string().nullable(),
      /** Null shares every project. */
      projects: z.array(Id).max(5000).nullable(),
      /** Names, devices, keys or fingerprints of trusted contacts. */
      members: z.array(z.string().min(1).max(200)).max(100),
      isAutomatic: z.boolean(),
    }),
    SharedFolderStatus,
  ),
  /** Looks no more. `removeFiles` takes this desk's own files out of the folder, as far as it can be reached. */
  'sharedFolder.stop': command(
    z.strictObject({ commandId, removeFiles: z.boolean() }),
    SharedFolderStatus,
  ),
  /** Looks now. `isWhole` writes everything again, whatever colleagues said to have. */
  'sharedFolder.sync': job(z.strictObject({ jobId: Id, isWhole: z.boolean() }), SharedFolderSync),
  /** What the last looks took and gave, newest first; looks that changed nothing are left out. */
  'sharedFolder.log': query(Nothing, z.array(SharedFolderLook)),
  /** Opens one of the packages that wait; nothing is changed. */
  'sharedFolder.open': query(z.strictObject({ file: z.string().max(1000) }), OpenedHandoff),
  /** Makes this copy of a workspace a device of its own. `source`: a package that was refused as forked, to compare with. */
  'sharedFolder.renewDevice': command(
    z.strictObject({ commandId, source: z.string().nullable() }),
    RenewedDevice,
  ),
  /** This copy stays the device; the other became a new one or is not used any more. */
  'sharedFolder.keepDevice': command(z.strictObject({ commandId }), SharedFolderStatus),
} as const;
