import path from 'node:path';
import { statSync } from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import type { CliCommand } from '../command.ts';
import { withDesk } from '../withDesk.ts';
import { saveTo } from './memo.ts';
import { requireArgument } from './project.ts';

/** This desk's fingerprint and its contact file; what `--json` prints is itself a contact file. */
export const handoffKeysCommand: CliCommand = {
  name: 'handoff keys',
  usage: 'handoff keys [--out F]',
  options: { out: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const { contactFile, fingerprint, contact } = await desk.call('handoff.identity', {});
      const out = input.args.text('out');
      if (out !== undefined) saveTo(out, Buffer.from(contactFile, 'utf8'));
      const { handoff } = input.words;
      const file = out === undefined ? null : path.resolve(out);
      return {
        json: { ...(JSON.parse(contactFile) as object), fingerprint, file },
        lines: [
          handoff.identity(contact.person, fingerprint.digits, fingerprint.chinese),
          file === null ? handoff.contactHint : handoff.contactSaved(file),
        ],
      };
    }),
};

const trustUsage = 'handoff trust FILE [--fingerprint DIGITS]';

/** Naming the file is the confirmation; `--fingerprint` refuses where it is not the one that was read out. */
export const handoffTrustCommand: CliCommand = {
  name: 'handoff trust',
  usage: trustUsage,
  options: { fingerprint: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const file = requireArgument(input.args.positionals, 0, trustUsage);
      const [source = ''] = desk.tokensOf([requireFile(file)]);
      const { contact, fingerprint: own } = await desk.call('handoff.readContact', { source });
      const entry = await desk.call('handoff.trust', {
        commandId: desk.newId(),
        contact,
        fingerprint: input.args.text('fingerprint') ?? own.digits,
      });
      const lines = [input.words.handoff.trusted(entry.person, entry.fingerprint.digits)];
      return { json: entry, lines };
    }),
};

/** Errors: `file-not-found`. */
export function requireFile(file: string): string {
  try {
    statSync(file);
    return file;
  } catch (cause) {
    throw new AppError('file-not-found', { file }, { cause });
  }
}

export const handoffContactsCommand: CliCommand = {
  name: 'handoff contacts',
  usage: 'handoff contacts',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const contacts = await desk.call('handoff.contacts', {});
      const { handoff } = input.words;
      const lines = contacts.map(
        (one) =>
          `${one.person}  ${one.fingerprint.digits}  ${one.revokedAt === null ? '' : handoff.revokedMark}`,
      );
      return { json: { contacts }, lines: lines.length > 0 ? lines : [handoff.noContacts] };
    }),
};

const revokeUsage = 'handoff revoke NAME|FINGERPRINT';

export const handoffRevokeCommand: CliCommand = {
  name: 'handoff revoke',
  usage: revokeUsage,
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const name = requireArgument(input.args.positionals, 0, revokeUsage);
      const known = await desk.call('handoff.contacts', {});
      const digits = name.replaceAll(' ', '');
      const meant = known.filter(
        ({ person, device, fingerprint }) =>
          person === name || device === name || fingerprint.digits.replaceAll(' ', '') === digits,
      );
      const [only] = meant;
      if (!only || meant.length > 1) throw new AppError('handoff-recipient-unknown', { name });
      const ids = { commandId: desk.newId(), key: only.key };
      const contacts = await desk.call('handoff.revoke', ids);
      return { json: { contacts }, lines: [input.words.handoff.revoked(only.person)] };
    }),
};
