import { create } from 'zustand';
import type {
  Conflict,
  ContactEntry,
  HandoffIdentity,
  HandoffLogEntry,
  Receipt,
  WaitingPart,
} from '#shared/domain/handoff/handoffReport.ts';
import type { SharedFolderLook } from '#shared/domain/handoff/sharedFolder.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { inTurn } from '../../client/resource.ts';

/** What the desk knows of colleagues, and what has passed between them. */
export interface Exchange {
  readonly identity: HandoffIdentity;
  readonly contacts: readonly ContactEntry[];
  /** Newest first. */
  readonly log: readonly HandoffLogEntry[];
  readonly waiting: readonly WaitingPart[];
  readonly conflicts: readonly Conflict[];
  readonly receipts: readonly Receipt[];
  /** What the last looks at the shared folder took and gave, newest first. */
  readonly looks: readonly SharedFolderLook[];
}

interface ExchangeState {
  readonly value: Exchange | null;
  readonly failure: unknown;
}

const begin: ExchangeState = { value: null, failure: null };
export const useExchange = create<ExchangeState>()(() => begin);

let reading = 0;

/** Reads everything again; a failure keeps what was read before. */
export const loadExchange = inTurn(async () => {
  reading += 1;
  const mine = reading;
  try {
    const identity = await client('handoff.identity', {});
    const [contacts, log, waiting, conflicts, receipts, looks] = await Promise.all([
      client('handoff.contacts', {}),
      client('handoff.log', {}),
      client('handoff.waiting', {}),
      client('handoff.conflicts', { projectId: null }),
      client('handoff.receipts', {}),
      client('sharedFolder.log', {}),
    ]);
    if (mine !== reading) return;
    const newestFirst = [...log].sort((a, b) => b.number - a.number);
    const value = { identity, contacts, log: newestFirst, waiting, conflicts, receipts, looks };
    useExchange.setState({ value, failure: null });
  } catch (failure) {
    if (mine === reading) useExchange.setState({ failure });
  }
});

whenDataChanges(() => {
  if (useExchange.getState().value) void loadExchange();
});
whenWorkspaceCloses(() => {
  reading += 1; // an answer on its way belongs to the workspace that was closed
  useExchange.setState(begin);
});
