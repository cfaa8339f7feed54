import type { Checklist, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { ChecklistOrigin, ChecklistSigner } from '#shared/domain/library/checklistVersion.ts';
import type { ChecklistFile } from '#shared/domain/library/libraryFile.ts';
import { AppError } from '#shared/contract/errors.ts';
import { compareText } from '#shared/domain/text/compareText.ts';
import type { Session } from '../session.ts';
import { checklistOf, itemsOf, tryReadChecklist } from './checklistFile.ts';
import type { Library } from './library.ts';

/** A version with its content, and where it comes from. */
export interface ShelfVersion {
  readonly file: ChecklistFile;
  readonly checklist: Checklist;
  /** In their order, with their numbers. */
  readonly items: readonly ChecklistItem[];
  readonly origin: ChecklistOrigin;
  readonly by: string | null;
  readonly at: string | null;
  readonly signer: ChecklistSigner | null;
  readonly basedOn: string | null;
  /** What new projects may begin with, if it is the newest of its list. */
  readonly isInUse: boolean;
  /** Somebody said so, one way or the other. */
  readonly isMarked: boolean;
}

/** What a project names: the label of a version and the hash of its items' content. */
export interface Pin {
  readonly version: string;
  readonly hash: string;
}

type Content = Pick<ShelfVersion, 'file' | 'checklist' | 'items'>;

/** Contents never change, so what was read of them never goes stale; null: none that can be read. */
const readContents = new WeakMap<Session, Map<string, Content | null>>();
const bundledContents = new WeakMap<Library, readonly Content[]>();

/**
 * Every version of every checklist that can be read here: what the program brings, what this desk published or took in, and
 * what projects name, be it from an older program or from a colleague. Made for one question and thrown away.
 */
export class ChecklistShelf {
  readonly #versions: ReadonlyMap<string, ShelfVersion>;
  readonly #byList = new Map<string, ShelfVersion[]>();

  constructor(library: Library, session: Session | null) {
    const versions = new Map<string, ShelfVersion>();
    const put = (version: ShelfVersion): void => {
      if (!versions.has(version.file.seal)) versions.set(version.file.seal, version);
    };
    const marks = session?.checklists.marks() ?? new Map<string, boolean>();
    const use = (
      { file }: Content,
      isInUse: boolean,
    ): Pick<ShelfVersion, 'isInUse' | 'isMarked'> => {
      const isRetired = marks.get(file.seal);
      return isRetired === undefined
        ? { isInUse, isMarked: false }
        : { isInUse: !isRetired, isMarked: true };
    };
    for (const content of bundledIn(library))
      put({ ...content, ...unpublished, ...use(content, true) });
    for (const row of session?.checklists.published() ?? []) {
      const content = session ? contentOf(session, row.sha256) : null;
      const { origin, by, at, signer, basedOn } = row;
      const rest = { origin, by, at, signer, basedOn };
      if (content) put({ ...content, ...rest, ...use(content, true) });
    }
    for (const { id, sha256, by, at } of session?.checklists.used() ?? []) {
      if (versions.has(id)) continue;
      const content = session ? contentOf(session, sha256) : null;
      if (content?.file.seal !== id) continue;
      // What the program brought in another version has no publisher; an edition has one.
      const origin = by === null ? 'bundled' : 'handoff';
      put({ ...content, ...unpublished, origin, by, at, ...use(content, false) });
    }
    this.#versions = versions;
    for (const version of versions.values()) {
      const list = this.#byList.get(version.file.id);
      if (list) list.push(version);
      else this.#byList.set(version.file.id, [version]);
    }
    for (const list of this.#byList.values()) list.sort((a, b) => -compareAge(a, b));
  }

  /** By list in the order of the lists, newest first. */
  versions(): ShelfVersion[] {
    return [...this.#byList.values()]
      .sort(([a], [b]) => orderOf(a) - orderOf(b) || compareText(idOf(a), idOf(b)))
      .flat();
  }

  /** Errors: `not-found`. */
  require(seal: string): ShelfVersion {
    const found = this.#versions.get(seal);
    if (!found) throw new AppError('not-found', { kind: 'checklistVersion', id: seal });
    return found;
  }

  get(seal: string): ShelfVersion | null {
    return this.#versions.get(seal) ?? null;
  }

  /** Versions of one list, newest first. */
  ofList(checklistId: string): readonly ShelfVersion[] {
    return this.#byList.get(checklistId) ?? [];
  }

  /** What a new project begins with; null where every version of the list is out of use. */
  current(checklistId: string): ShelfVersion | null {
    return this.ofList(checklistId).find((one) => one.isInUse) ?? null;
  }

  /** The current version of every list, in the order of the lists. */
  currents(): ShelfVersion[] {
    return this.versions().filter((one) => this.current(one.file.id) === one);
  }

  /** The wording that a project names: of that label where there is one, since the same items may stand under several. */
  pinned(checklistId: string, { version, hash }: Pin): ShelfVersion | null {
    const same = this.ofList(checklistId).filter((one) => one.file.hash === hash);
    return same.find((one) => one.file.version === version) ?? same[0] ?? null;
  }

  /** The item with exactly this content in any version of the list, the newest first. */
  wording(
    checklistId: string,
    itemId: string,
    hash: string,
  ): { readonly item: ChecklistItem; readonly version: ShelfVersion } | null {
    for (const version of this.ofList(checklistId)) {
      const item = version.items.find((one) => one.id === itemId && one.hash === hash);
      if (item) return { item, version };
    }
    return null;
  }

  /** The newest wording of an item, in whatever list: that of a current version before that of any other. */
  item(itemId: string): { readonly item: ChecklistItem; readonly version: ShelfVersion } | null {
    for (const version of [...this.currents(), ...this.versions()]) {
      const item = version.items.find((one) => one.id === itemId);
      if (item) return { item, version };
    }
    return null;
  }
}

/** Editions made by people before what the program brings; then the later one. Negative: `a` is older. */
export function compareAge(a: ShelfVersion, b: ShelfVersion): number {
  const isEdition = ({ at }: ShelfVersion): number => (at === null ? 0 : 1);
  return (
    isEdition(a) - isEdition(b) ||
    compareText(a.at ?? '', b.at ?? '') ||
    compareText(a.file.reviewedOn, b.file.reviewedOn) ||
    a.file.version.localeCompare(b.file.version, 'en', { numeric: true }) ||
    compareText(a.file.seal, b.file.seal)
  );
}

function orderOf(version: ShelfVersion | undefined): number {
  return version?.file.order ?? 0;
}

function idOf(version: ShelfVersion | undefined): string {
  return version?.file.id ?? '';
}

const unpublished = { origin: 'bundled', by: null, at: null, signer: null, basedOn: null } as const;

function readOf(file: ChecklistFile): Content {
  return { file, checklist: checklistOf(file), items: itemsOf(file) };
}

function bundledIn(library: Library): readonly Content[] {
  let contents = bundledContents.get(library);
  if (!contents) {
    contents = library.files.map(readOf);
    bundledContents.set(library, contents);
  }
  return contents;
}

/** Null for bytes that are not here or are no list that can be read: both mean that the wording is not available. */
function contentOf(session: Session, sha256: string): Content | null {
  let known = readContents.get(session);
  if (!known) readContents.set(session, (known = new Map()));
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const bytes = session.contents.get(sha256);
  if (!bytes) return null; // may still come with a package
  const file = tryReadChecklist(bytes, sha256);
  const content = file && readOf(file);
  known.set(sha256, content);
  return content;
}

/** Versions that can be read here, as projects pin them: `<list> <hash>` → seal of the file. */
export function readableVersions(shelf: ChecklistShelf): Map<string, string> {
  return new Map(shelf.versions().map(({ file: { id, hash, seal } }) => [`${id} ${hash}`, seal]));
}
