import { randomUUID } from 'node:crypto';
import { type Client, makeClient } from '#shared/contract/client.ts';
import type { Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { type Core, createCore } from '../../core/core.ts';
import { corePorts, hostSources } from '../corePorts.ts';
import { appFolders, chooseWorkspaceDir } from '../folders.ts';
import { askPassphrase } from './passphrase.ts';

/** The core behind the command line: the same contract that the screens use. */
export class DeskClient {
  readonly call: Client;
  readonly core: Core;
  readonly #sources = hostSources();

  constructor(workspaceDir: string | undefined) {
    this.core = createCore(
      corePorts({
        workspaceDir: chooseWorkspaceDir(workspaceDir),
        folders: appFolders(),
        recognisesInBackground: false,
        takeSource: this.#sources.take,
        emit: (event) => {
          if (event.type === 'job.progress' && process.stderr.isTTY) {
            process.stderr.write(`\r\u001b[K${event.done}/${event.total} ${event.label}`);
            if (event.done === event.total) process.stderr.write('\n');
          }
        },
      }),
    );
    this.call = makeClient((channel, input) => this.core.call(channel, input));
  }

  newId(): string {
    return randomUUID();
  }

  /** One-time tokens for paths that the person named. */
  tokensOf(paths: readonly string[]): string[] {
    return paths.map((path) => {
      const token = this.#sources.register({ kind: 'path', path });
      if (token === null) throw new AppError('file-unreadable', { file: path });
      return token;
    });
  }

  /** Opens the workspace, asking for its passphrase where it has one. */
  async unlock(language: Language): Promise<void> {
    const { state, isEncrypted, folder } = await this.call('workspace.status', {});
    if (state === 'open') return;
    if (state === 'none') throw new AppError('workspace-none', { folder });
    const secret = isEncrypted ? await askPassphrase(messagesFor(language).cli.passphrase) : '';
    await this.call('workspace.unlock', { kind: 'passphrase', secret });
  }

  /** A project by its id or its unique name. Errors: `not-found`, `ambiguous-name`. */
  async project(idOrName: string): Promise<Output<'project.list'>[number]> {
    const projects = await this.call('project.list', {});
    const byId = projects.find((project) => project.id === idOrName);
    if (byId) return byId;
    const named = projects.filter((project) => project.name === idOrName);
    if (named.length > 1) {
      throw new AppError('ambiguous-name', {
        name: idOrName,
        ids: named.map((one) => one.id).join(', '),
      });
    }
    const [only] = named;
    if (!only) throw new AppError('not-found', { kind: 'project', id: idOrName });
    return only;
  }

  close(): Promise<void> {
    return this.core.close();
  }
}
