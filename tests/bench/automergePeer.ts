import * as Automerge from '@automerge/automerge';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { baseFields, batches, colleagueFields, type Fields } from './mergeWork.ts';

type Entity = Record<string, string | number | Automerge.ImmutableString>;
// A type and not an interface: automerge asks for one that can be indexed.
type Project = { items: Record<string, Entity> };

const at = '2026-11-23T00:00:00.000Z';

/** Plain values, as our fields are: text that merges character by character would cost automerge much more. */
function assign(entity: Entity, fields: Fields): void {
  for (const [field, value] of Object.entries(fields)) {
    entity[field] = typeof value === 'string' ? new Automerge.ImmutableString(value) : value;
  }
}

function written(doc: Automerge.Doc<Project>, fieldsOf: (i: number) => Fields): typeof doc {
  let next = doc;
  for (const batch of batches()) {
    next = Automerge.change(next, (draft) => {
      for (const i of batch) {
        const { items } = draft;
        items[`item-${i}`] ??= {};
        assign(items[`item-${i}`] ?? {}, fieldsOf(i));
      }
    });
  }
  return next;
}

export interface PeerMerge {
  readonly bundleBytes: number;
  /** Takes in the colleague's bytes and saves the merged document, synced. What it returns counts the entities merged, untimed. */
  readonly merge: () => () => number;
}

/** The same writes in automerge. The document merged into is open in memory, as our database is open. */
export function automergePeer(folder: string): PeerMerge {
  const empty = Automerge.from<Project>({ items: {} }, { actor: 'aa' });
  const base = written(empty, (i) => baseFields(i, 'a', at));
  const colleague = written(Automerge.clone(base, { actor: 'bb' }), (i) =>
    colleagueFields(i, 'b', at),
  );
  const bundle = Automerge.saveSince(colleague, Automerge.getHeads(base));
  return {
    bundleBytes: bundle.length,
    merge: () => {
      const merged = Automerge.loadIncremental(base, bundle);
      const handle = openSync(path.join(folder, 'automerge'), 'w');
      writeSync(handle, Automerge.save(merged));
      fsyncSync(handle);
      closeSync(handle);
      return () =>
        Object.values(merged.items).filter((item) => String(item['note']).startsWith('复核意见'))
          .length;
    },
  };
}
