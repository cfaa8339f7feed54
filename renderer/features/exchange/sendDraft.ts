import type { Input } from '#shared/contract/contract.ts';
import { passphraseMinLength } from '../workspace/passphraseStrength.ts';

export type Protection = 'people' | 'passphrase' | 'none';

/** What is to be sent, as it stands on the form. */
export interface SendDraft {
  /** Null means every project. */
  readonly projectIds: readonly string[] | null;
  readonly protection: Protection;
  /** Devices of the recipients. */
  readonly devices: readonly string[];
  readonly passphrase: string;
  readonly hint: string;
  readonly extent: 'all' | 'since';
  /** The recipient becomes the owner. */
  readonly isHandOver: boolean;
}

/** A fresh form; a project that was chosen elsewhere comes along. */
export function beginDraft(projectId: string | null, hasContacts: boolean): SendDraft {
  return {
    projectIds: projectId === null ? null : [projectId],
    protection: hasContacts ? 'people' : 'passphrase',
    devices: [],
    passphrase: '',
    hint: '',
    extent: 'all',
    isHandOver: false,
  };
}

export type DraftProblem = 'project' | 'recipient' | 'passphrase' | 'owner';

/** What keeps the form from being sent, the first first; null where nothing does. */
export function draftProblem(draft: SendDraft): DraftProblem | null {
  if (draft.projectIds?.length === 0) return 'project';
  if (draft.protection === 'people' && draft.devices.length === 0) return 'recipient';
  const isShort = [...draft.passphrase].length < passphraseMinLength;
  if (draft.protection === 'passphrase' && isShort) return 'passphrase';
  return draft.isHandOver && !hasOneNewOwner(draft) ? 'owner' : null;
}

/** A project has one owner, and it must be somebody whose key is known. */
function hasOneNewOwner({ protection, devices, projectIds }: SendDraft): boolean {
  return protection === 'people' && devices.length === 1 && projectIds !== null;
}

export type ExportOrder = Omit<Input<'handoff.export'>, 'commandId' | 'jobId'>;

/** The draft as the core takes it: what belongs to another protection stays behind. */
export function orderOf(draft: SendDraft): ExportOrder {
  const { protection } = draft;
  const hint = draft.hint.trim();
  return {
    projects: draft.projectIds === null ? null : [...draft.projectIds],
    to: protection === 'people' ? [...draft.devices] : [],
    passphrase: protection === 'passphrase' ? draft.passphrase : null,
    hint: protection === 'passphrase' && hint !== '' ? hint : null,
    since: draft.extent === 'since' ? 'auto' : null,
    handOver: draft.isHandOver && protection === 'people' ? (draft.devices[0] ?? null) : null,
  };
}

/** The list with an entry put in or taken out. */
export function withEntry(
  list: readonly string[],
  entry: string,
  isIn: boolean,
): readonly string[] {
  const others = list.filter((one) => one !== entry);
  return isIn ? [...others, entry] : others;
}
