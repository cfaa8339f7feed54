import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '..', '..');

/** A module of the project (its path from the root, with forward slashes) and what it imports, as written. */
export interface Module {
  readonly file: string;
  readonly imports: readonly string[];
}

const importPattern =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every module specifier that a source text imports, statically, dynamically or for its types. */
export function importsOf(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** All TypeScript modules below a folder of the project. */
export function modulesBelow(folder: string): readonly Module[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      file: path.posix.join(folder, ...name.split(path.sep)),
      imports: importsOf(readFileSync(path.join(projectRoot, folder, name), 'utf8')),
    }));
}

interface Room {
  readonly folder: string;
  /** Folders of the project that its modules may import, besides their own. */
  readonly mayImport: readonly string[];
  readonly mayUse: (packageName: string) => boolean;
}

const network = new Set([
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
]);
const isNode = (name: string): boolean => name.startsWith('node:');
const anyOf = (...names: readonly string[]) => new Set(names);
const pagePackages = anyOf(
  'react',
  'react-dom',
  'react-aria-components',
  'zustand',
  'zod',
  'qrcode-generator',
);
/** Plain JavaScript that runs anywhere. */
const purePackages = anyOf('zod', 'fflate', 'saxes');
const corePackages = anyOf(
  'zod',
  'better-sqlite3',
  'age-encryption',
  'docx',
  'exceljs',
  'fflate',
  'saxes',
  'yaml',
);
const readers = anyOf(
  'pdfjs-dist',
  'fflate',
  'saxes',
  'zod',
  'htmlparser2',
  'officecrypto-tool',
  'tesseract.js',
  '@napi-rs/canvas',
);

/** The dependency rule of docs/ARCHITECTURE.md. The first room whose folder holds a module is its room. */
const rooms: readonly Room[] = [
  { folder: 'shared', mayImport: [], mayUse: (name) => purePackages.has(name) },
  {
    folder: 'renderer',
    mayImport: ['shared'],
    mayUse: (name) => pagePackages.has(name) || name === 'pdfjs-dist',
  },
  {
    folder: 'electron/workers',
    mayImport: ['shared'],
    mayUse: (name) => readers.has(name) || (isNode(name) && !network.has(name)),
  },
  {
    folder: 'electron/core',
    mayImport: ['shared'],
    mayUse: (name) => corePackages.has(name) || (isNode(name) && !network.has(name)),
  },
  {
    folder: 'electron/host',
    mayImport: ['shared', 'electron/core'],
    mayUse: (name) => name === 'zod' || isNode(name),
  },
  {
    folder: 'electron/shell',
    mayImport: ['shared', 'electron/host'],
    mayUse: (name) => name === 'electron' || name === 'zod' || isNode(name),
  },
];

/** Every import that crosses a fence, as `file → specifier`. */
export function breaches(modules: readonly Module[]): readonly string[] {
  return modules.flatMap(({ file, imports }) => {
    const room = roomOf(file);
    return imports
      .filter((specifier) => !isAllowed(file, room, specifier))
      .map((specifier) => `${file} → ${specifier}`);
  });
}

function isAllowed(file: string, room: Room | undefined, specifier: string): boolean {
  if (room === undefined) return false;
  const target = targetOf(file, specifier);
  if (target === null) return room.mayUse(packageOf(specifier));
  const isOwn = target.startsWith(`${room.folder}/`);
  const topLevel = (name: string): string => name.split('/')[0] ?? '';
  // Between top-level folders only #shared/… is written, so that a move shows.
  if (!isOwn && specifier.startsWith('.') && topLevel(target) !== topLevel(file)) return false;
  return isOwn || room.mayImport.some((folder) => target.startsWith(`${folder}/`));
}

const roomOf = (file: string): Room | undefined =>
  rooms.find(({ folder }) => file.startsWith(`${folder}/`));

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#shared/')) return `shared/${specifier.slice('#shared/'.length)}`;
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null;
}

function packageOf(specifier: string): string {
  if (isNode(specifier)) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}
