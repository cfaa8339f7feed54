import { app, utilityProcess } from 'electron';
import path from 'node:path';
import type { CoreEvent } from '#shared/contract/contract.ts';
import { type CoreLink, linkCore } from '../host/coreLink.ts';
import type { CoreSettings } from '../host/coreMessages.ts';

/** Starts the process that owns the core and links to it. */
export function startCore(
  workspaceDir: string,
  heard: { readonly onEvent: (event: CoreEvent) => void; readonly onExit: () => void },
): CoreLink {
  const settings: CoreSettings = {
    workspaceDir,
    ...(app.isPackaged && {
      packagedResourcesDir: path.join(process.resourcesPath, 'resources'),
    }),
  };
  const child = utilityProcess.fork(
    path.join(import.meta.dirname, 'coreProcess.js'),
    [JSON.stringify(settings)],
    { serviceName: 'Counsel Desk Core', stdio: 'inherit' },
  );
  return linkCore(child, heard);
}
