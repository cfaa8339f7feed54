import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the app's own files lie; nothing here belongs to a workspace. */
export interface AppFolders {
  readonly webRoot: string;
  readonly resourcesDir: string;
  readonly pdfAssetsDir: string;
  readonly extractWorker: URL;
  readonly ocrWorker: URL;
}

/**
 * Finds the app's files beside this module: run from source (electron/host/*.ts under Node 24), built (out/main/*.js) or packaged
 * (the same inside app.asar, with `resources/` beside it as `packagedResourcesDir`).
 */
export function appFolders(packagedResourcesDir?: string): AppFolders {
  const here = import.meta.dirname;
  const isSource = import.meta.filename.endsWith('.ts');
  const root = path.resolve(here, '..', '..');
  const worker = (name: string): URL =>
    pathToFileURL(
      isSource
        ? path.join(root, 'electron', 'workers', `${name}.ts`)
        : path.join(here, `${name}.js`),
    );
  const webRoot = path.join(root, 'out', 'renderer');
  return {
    webRoot,
    resourcesDir: packagedResourcesDir ?? path.join(root, 'resources'),
    pdfAssetsDir: isSource ? pdfjsFolder() : path.join(webRoot, 'pdfjs'),
    extractWorker: worker('extractWorker'),
    ocrWorker: worker('ocrWorker'),
  };
}

function pdfjsFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/**
 * Folder of the workspace: the one asked for, else `COUNSEL_DESK_WORKSPACE`, else `workspace` in the app's folder of the person's
 * profile (the folder that Electron calls userData).
 */
export function chooseWorkspaceDir(
  asked: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const chosen = asked ?? env['COUNSEL_DESK_WORKSPACE'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  return path.join(profileFolder(env), 'Counsel Desk', 'workspace');
}

function profileFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
}
