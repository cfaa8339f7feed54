import type { CoreEvent } from '#shared/contract/contract.ts';
import { attempt } from '../../app/errorText.ts';
import type { ExchangeRoom } from '../../app/exchangeRoutes.ts';
import { navigate } from '../../app/routes.ts';
import { useWorkspace } from '../workspace/workspaceStore.ts';
import { openContact } from './peopleStore.ts';
import { openPackages } from './receiveStore.ts';

type OpenedFile = Pick<Extract<CoreEvent, { type: 'file.opened' }>, 'kind' | 'source'>;

/** The file that the system opened last, while the desk is not open to show it. */
let waiting: OpenedFile | null = null;

/** Shows a file that was opened by double click: at once, or as soon as the workspace is unlocked. */
export function takeOpenedFile(file: OpenedFile): void {
  waiting = file;
  showWaiting();
}

function showWaiting(): void {
  const { status, interlude } = useWorkspace.getState();
  if (!waiting || status?.state !== 'open' || interlude !== null) return;
  const { kind, source } = waiting;
  waiting = null;
  attempt(() => show(kind, [source]));
}

useWorkspace.subscribe(showWaiting);

function show(kind: OpenedFile['kind'], sources: readonly string[]): Promise<void> {
  goTo(kind === 'contact' ? 'people' : 'receive');
  const [source] = sources;
  if (kind === 'package') return openPackages(sources);
  return source === undefined ? Promise.resolve() : openContact(source);
}

function goTo(room: ExchangeRoom): void {
  navigate({ page: 'exchange', room, projectId: null });
}

/** Opens the first of what was dropped on any room of the hand-off, by what its name says it is. */
export function openDropped(
  sources: readonly string[],
  [name = '']: readonly string[],
): Promise<void> {
  return show(name.toLowerCase().endsWith('.counsel-contact') ? 'contact' : 'package', sources);
}
