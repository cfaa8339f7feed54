import * as Automerge from '@automerge/automerge';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { baseFields, batches, colleagueFields, type Fields } from './mergeWork.ts';

type Entity = Record<string, string | number | Automerge.ImmutableString>;
// A type and not an interface: automerge asks for one that can be indexed.
type Project = { items: Record<string, Entity> };

const at = '2026-11-23T00:00:00.000Z';

/**
 * How automerge keeps text: `whole` values, of which one wins, as our fields are; or as its documentation has it, plain strings
 * that merge `character` by character, which costs it more.
 */
export type TextForm = 'whole' | 'character';

function assign(entity: Entity, fields: Fields, form: TextForm): void {
  for (const [field, value] of Object.entries(fields)) {
    const isWhole = form === 'whole' && typeof value === 'string';
    entity[field] = isWhole ? new Automerge.ImmutableString(value) : value;
  }
}

function written(
  doc: Automerge.Doc<Project>,
  form: TextForm,
  fieldsOf: (i: number) => Fields,
): typeof doc {
  let next = doc;
  for (const batch of batches()) {
    next = Automerge.change(next, (draft) => {
      for (const i of batch) {
        const { items } = draft;
        items[`item-${i}`] ??= {};
        assign(items[`item-${i}`] ?? {}, fieldsOf(i), form);
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
export function automergePeer(folder: string, form: TextForm): PeerMerge {
  const empty = Automerge.from<Project>({ items: {} }, { actor: 'aa' });
  const base = written(empty, form, (i) => baseFields(i, 'a', at));
  const colleague = written(Automerge.clone(base, { actor: 'bb' }), form, (i) =>
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
