import { z } from 'zod';
import { canonical, type FieldValue } from '#shared/domain/changes/change.ts';
import type { KeptIdentity } from '../repo/contactTable.ts';
import type { LogTable } from '../changes/logTable.ts';
import { isSignedBy, signWith } from './identity.ts';
import { sealPackage, unsealPackage } from './sealing.ts';

/**
 * What an installation leaves in its own part of the shared folder: a nonce that it remembers, and where its log stood.
 * Another installation with the same device and keys, made by copying the workspace, leaves a nonce that this one never
 * wrote. Sealed to the desk's own key: nobody else has any use for it.
 */
const MarkBody = z.strictObject({
  format: z.literal('counsel-desk/shared-folder'),
  version: z.literal(1),
  device: z.string().max(64),
  nonce: z.string().max(64),
  at: z.string().max(40),
  /** Hashes of own changes by number: the last ones, and ever fewer of those before. */
  hashes: z.array(z.tuple([z.number().int().positive(), z.string().max(64)])).max(2000),
  /** Nonces of a copy that has become another device, left behind as its last word; null in all other marks. */
  left: z.array(z.string().max(64)).max(2000).nullable(),
});
export type MarkBody = z.infer<typeof MarkBody>;

const MarkFile = z.strictObject({ body: MarkBody, signature: z.string().max(100) });

export const markName = (device: string): string => `${device}/desk.mark`;

/** Where a copy that goes leaves word; its own name, because the mark there is the other copy's. */
export const partingName = (former: string, device: string): string =>
  `${former}/desk-${device}.mark`;

/** Whether a name in a desk's own folder is its mark's, or that of a copy which a synchroniser made of it. */
export function isMark(file: string, device: string): boolean {
  const [folder, name = ''] = file.split('/');
  return folder === device && /^desk.*mark/iu.test(name);
}

const signedBytes = (body: MarkBody): Uint8Array =>
  Buffer.from(JSON.stringify(canonical(body as FieldValue)), 'utf8'); // plain JSON by its schema

export async function writeMark(
  identity: KeptIdentity,
  body: Omit<MarkBody, 'format' | 'version'>,
): Promise<Uint8Array> {
  const whole: MarkBody = { format: 'counsel-desk/shared-folder', version: 1, ...body };
  const file = { body: whole, signature: signWith(identity, signedBytes(whole)) };
  const bytes = Buffer.from(JSON.stringify(file), 'utf8');
  return sealPackage(bytes, { kind: 'recipients', recipients: [identity.ageRecipient] }, null);
}

/** Null where it is not whole, or not made with this desk's keys. */
export async function readMark(
  identity: KeptIdentity,
  sealed: Uint8Array,
): Promise<MarkBody | null> {
  try {
    const { bytes, isEncrypted } = await unsealPackage(sealed, identity.ageIdentity, null);
    const { body, signature } = MarkFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    const isOwn = isEncrypted && isSignedBy(identity.publicKey, signedBytes(body), signature);
    return isOwn ? body : null;
  } catch {
    return null; // half brought, altered, or of a version that says it otherwise
  }
}

const nearest = 300;

/** Points of the own chain by which two copies find out how far they went together. */
export function chainPoints(log: LogTable, device: string, top: number): MarkBody['hashes'] {
  const numbers: number[] = [];
  for (let seq = top; seq > 0 && top - seq < nearest; seq -= 1) numbers.push(seq);
  for (let back = nearest; back < top; back = Math.ceil(back * 1.1)) numbers.push(top - back);
  return numbers.flatMap((seq): MarkBody['hashes'] => {
    const hash = log.hashAt(device, seq);
    return hash === null ? [] : [[seq, hash]];
  });
}
