/** The work that every engine in the merge bench is given: 200,000 field writes here, then 100,000 by a colleague. */

export const entities = 30_000;
/** Entities that one command (one change of a peer) writes. */
export const entitiesAtOnce = 500;

const verdicts = ['met', 'not-met', 'partial', 'not-applicable'];

export type Fields = Readonly<Record<string, string | number>>;

/** Six or seven fields of each entity. */
export function baseFields(i: number, by: string, at: string): Fields {
  return {
    projectId: 'project-1',
    round: 1,
    itemId: `item-${i}`,
    verdict: 'met',
    note: `第 ${i} 项的审查意见，引用合同第 ${i % 90} 条`,
    by,
    ...(i % 3 === 0 ? {} : { at }),
  };
}

/** Three fields of each entity, all of which had a value; a fourth of every third, which had none: nine in ten change something. */
export function colleagueFields(i: number, by: string, at: string): Fields {
  return {
    verdict: verdicts[1 + (i % 3)] ?? '',
    note: `复核意见 ${i}`,
    by,
    ...(i % 3 === 0 ? { at } : {}),
  };
}

export function* batches(): Generator<readonly number[]> {
  for (let from = 0; from < entities; from += entitiesAtOnce) {
    yield Array.from({ length: entitiesAtOnce }, (_, k) => from + k);
  }
}
