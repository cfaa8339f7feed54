import { randomBytes } from 'node:crypto';
import type { Input, Output } from '#shared/contract/contract.ts';
import type { FileBytes } from '../../electron/core/core.ts';
import { type DeskCore, openDesk } from './deskCore.ts';

/** A desk with an open workspace without encryption. */
export async function openPerson(person: string, dir?: string): Promise<DeskCore> {
  const desk = openDesk(dir);
  await desk.call('workspace.create', { name: `${person}的库`, person, passphrase: null });
  return desk;
}

/** Each takes the other's contact file, having compared the fingerprint. */
export async function trustEachOther(a: DeskCore, b: DeskCore): Promise<void> {
  for (const [reader, known] of [
    [a, b],
    [b, a],
  ] as const) {
    const { contactFile, fingerprint } = await known.call('handoff.identity', {});
    const bytes = Buffer.from(contactFile, 'utf8');
    const source = reader.token({ kind: 'bytes', name: 'x.counsel-contact', bytes });
    const { contact } = await reader.call('handoff.readContact', { source });
    await reader.call('handoff.trust', {
      commandId: reader.id(),
      contact,
      fingerprint: fingerprint.digits,
    });
  }
}

export interface ExportOptions {
  readonly projects?: string[];
  readonly to?: string[];
  readonly passphrase?: string;
  readonly hint?: string;
  readonly since?: 'auto';
  readonly handOver?: string;
}

export async function exportFrom(
  desk: DeskCore,
  options: ExportOptions = {},
): Promise<FileBytes & { readonly report: Output<'handoff.export'> }> {
  const report = await desk.call('handoff.export', {
    commandId: desk.id(),
    jobId: desk.id(),
    projects: options.projects ?? null,
    to: options.to ?? [],
    passphrase: options.passphrase ?? null,
    hint: options.hint ?? null,
    since: options.since ?? null,
    handOver: options.handOver ?? null,
  });
  return { ...desk.core.handoffBytes(report.fileId), report };
}

export function previewOn(
  desk: DeskCore,
  bytes: Uint8Array,
  passphrase: string | null = null,
): Promise<Output<'handoff.preview'>> {
  const name = `${randomBytes(4).toString('hex')}.counsel-handoff`;
  const source = desk.token({ kind: 'bytes', name, bytes });
  return desk.call('handoff.preview', { source, passphrase });
}

export async function importOn(
  desk: DeskCore,
  bytes: Uint8Array,
  rule: 'ask' | 'mine' | 'theirs' | 'newer' = 'ask',
  passphrase: string | null = null,
  choices: Input<'handoff.import'>['choices'] = [],
): Promise<Output<'handoff.import'>> {
  const { openId } = await previewOn(desk, bytes, passphrase);
  return desk.call('handoff.import', {
    commandId: desk.id(),
    jobId: desk.id(),
    openId,
    rule,
    choices,
  });
}
