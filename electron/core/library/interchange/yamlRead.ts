import { z } from 'zod';
import { formatCitation } from '#shared/domain/law/citation.ts';
import { Basis } from '#shared/domain/library/checklistItem.ts';
import {
  type ChecklistProblem,
  DraftHead,
  DraftItem,
} from '#shared/domain/library/checklistVersion.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';
import { idForNewItem, itemIdPattern, listIdPattern } from './itemId.ts';
import { problem } from './problem.ts';
import { type FilePlace, nearestPlace, nowhere } from './readList.ts';
import type { ReadingContext, ReadList, ReadLists } from './readList.ts';
import { yamlSchema } from './yamlWrite.ts';
import { readYamlTrees, type YamlTree } from './yamlTree.ts';

const optionalText = z.string().nullable().default(null);
const optionalNumber = Basis.shape.article.default(null);

const YamlBasis = Basis.extend({
  cite: optionalText,
  law: optionalText,
  article: optionalNumber,
  paragraph: optionalNumber,
  item: optionalNumber,
  reason: optionalText,
  keyword: optionalText,
  lawVersion: optionalText,
});

const Ignored = z.unknown().optional();

const YamlItem = DraftItem.extend({
  id: z.string().default(''),
  basis: z.array(YamlBasis),
  confirmationNote: optionalText,
  note: optionalText,
  signals: DraftItem.shape.signals.default(null),
  hash: Ignored,
  signalsHash: Ignored,
});

/** A list as YAML holds it, or as a file of the library (JSON) does: what is computed may stand there and is not read. */
const YamlList = DraftHead.extend({
  schema: z.literal(yamlSchema),
  id: optionalText,
  basedOn: optionalText,
  items: z.array(YamlItem),
  order: Ignored,
  lawCodes: Ignored,
  hash: Ignored,
  seal: Ignored,
});
type YamlList = z.infer<typeof YamlList>;

/** Of anything else it is no use to say all that it lacks. */
const isListOfOurs = YamlList.pick({ schema: true }).loose();

/**
 * Reads lists from YAML or from JSON of the library. Whatever does not fit the form is a problem with its line; nothing is thrown
 * for what stands in the text. What the items mean together is not checked here.
 */
export function readYaml(
  text: string,
  instruments: ReadonlyMap<string, Instrument>,
  context: ReadingContext,
): ReadLists {
  // Within JSON a tab can only be an indent, which YAML does not take.
  const isJson = /^\uFEFF?\s*[[{]/u.test(text);
  const plain = isJson ? text.replace(/\t/g, ' ') : text;
  const { trees, problems } = readYamlTrees(plain.replace(/^\uFEFF/u, ''));
  const found = [...problems];
  if (trees.length === 0 && found.length === 0)
    found.push(problem('no-items', { field: '', line: 1 }));
  const lists = trees.flatMap((tree) => {
    const list = readTree(tree, instruments, context, found);
    return list === null ? [] : [list];
  });
  reportTakenIds(lists, found);
  return { lists, problems: found };
}

function readTree(
  tree: YamlTree,
  instruments: ReadonlyMap<string, Instrument>,
  context: ReadingContext,
  problems: ChecklistProblem[],
): ReadList | null {
  if (!isListOfOurs.safeParse(tree.value).success) {
    const found = shown(valueAt(tree.value, ['schema']));
    const at = { field: 'schema', found, expected: yamlSchema, line: lineOf(tree, 'schema') };
    problems.push(problem(found === '' ? 'missing' : 'bad-value', at));
    return null;
  }
  const parsed = YamlList.safeParse(tree.value);
  if (!parsed.success) {
    // A value that was refused is missing to the schema; once is enough.
    const refused = new Set(problems.map(({ line }) => line));
    const found = parsed.error.issues.flatMap((issue) => problemsOf(issue, tree));
    problems.push(...found.filter(({ line }) => !refused.has(line)));
    return null;
  }
  const { id, basedOn, seal } = parsed.data;
  const items = withIds(id, parsed.data.items);
  const named = basedOn ?? (typeof seal === 'string' ? seal : null);
  const places = placesOf(tree, items);
  const list: ReadList = {
    id,
    // A list in text holds all of itself, so a version that is not here is no loss.
    basedOn: named !== null && context.versionOf(named) ? named : null,
    head: headOf(parsed.data),
    items: items.map((item) => draftItem(item, instruments)),
    placeOf: (itemId, field) => {
      const own = itemId === null ? null : (places.get(itemId) ?? null);
      return nearestPlace(own ?? places.get('') ?? new Map<string, FilePlace>(), field) ?? nowhere;
    },
  };
  reportIds(list, problems);
  return list;
}

function headOf(list: YamlList): DraftHead {
  const { titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn } = list;
  return { titleZh, titleEn, primaryLaw, version, effectiveDate, reviewedOn };
}

/** Items that came without an id get one. */
function withIds(listId: string | null, items: YamlList['items']): YamlList['items'] {
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    if (item.id !== '') return item;
    const id = idForNewItem(listId, item.title, item.question, taken);
    taken.add(id);
    return { ...item, id };
  });
}

function draftItem(item: YamlList['items'][number], instruments: ReadonlyMap<string, Instrument>) {
  const { hash: _hash, signalsHash: _signalsHash, basis, ...content } = item;
  return { ...content, basis: basis.map((one) => withLaw(one, instruments)) };
}

/** Law and citation follow from code and place where they are left out. */
function withLaw(
  basis: z.infer<typeof YamlBasis>,
  instruments: ReadonlyMap<string, Instrument>,
): Basis {
  const instrument = instruments.get(basis.code);
  const isWritable = [basis.article, basis.paragraph, basis.item].every(
    (one) => (one ?? 1) < 10_000,
  );
  const cite = basis.cite ?? (instrument && isWritable ? formatCitation(instrument, basis) : '');
  return { ...basis, law: basis.law ?? instrument?.title ?? '', cite };
}

/** Lines by item id and field; those of the list itself under the empty id. */
function placesOf(
  { lines }: YamlTree,
  items: readonly { readonly id: string }[],
): Map<string, Map<string, FilePlace>> {
  const byItem = new Map<string, Map<string, FilePlace>>();
  for (const [path, line] of lines) {
    const [, index, field = ''] = /^items\[(\d+)\](?:\.(.*))?$/.exec(path) ?? [];
    const owner = index === undefined ? '' : (items[Number(index)]?.id ?? '');
    const fields = byItem.get(owner) ?? new Map<string, FilePlace>();
    byItem.set(owner, fields.set(index === undefined ? path : field, { ...nowhere, line }));
  }
  return byItem;
}

function problemsOf(issue: z.core.$ZodIssue, tree: YamlTree): ChecklistProblem[] {
  const path = pathOf(issue.path);
  const line = lineOf(tree, path);
  const found = shown(valueAt(tree.value, issue.path));
  const itemId = ownerOf(tree.value, issue.path);
  const field = path.replace(/^items\[\d+\]\.?/, '');
  const at = { itemId, field, line };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const inner = path === '' ? key : `${path}.${key}`;
      return problem('unknown-column', { ...at, found: key, line: lineOf(tree, inner) });
    });
  }
  const isMissing = found === '' && ['invalid_type', 'invalid_value'].includes(issue.code);
  return [problem(isMissing ? 'missing' : 'bad-value', { ...at, found, expected: wanted(issue) })];
}

const typesInWords: Readonly<Record<string, string>> = {
  number: '1, 2, 3 …',
  boolean: 'true/false',
};

/** What would do, in words of the format. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join('/');
  if (issue.code === 'invalid_type') return typesInWords[issue.expected] ?? '';
  if (issue.code === 'invalid_format') return issue.format === 'date' ? 'YYYY-MM-DD' : issue.format;
  return '';
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function lineOf({ lines }: YamlTree, path: string): number {
  return nearestPlace(lines, path) ?? 1;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function ownerOf(value: unknown, path: readonly PropertyKey[]): string | null {
  if (path[0] !== 'items' || typeof path[1] !== 'number') return null;
  const id = valueAt(value, ['items', path[1], 'id']);
  return typeof id === 'string' && id !== '' ? id : null;
}

function reportIds(list: ReadList, problems: ChecklistProblem[]): void {
  if (list.id !== null && !listIdPattern.test(list.id)) {
    const at = list.placeOf(null, 'id');
    problems.push(problem('bad-id', { field: 'id', found: list.id, expected: 'cl-…', ...at }));
  }
  for (const { id } of list.items)
    if (!itemIdPattern.test(id)) {
      const at = { itemId: id, field: 'id', found: id, ...list.placeOf(id, 'id') };
      problems.push(problem('bad-id', { ...at, expected: 'a-z 0-9 -' }));
    }
}

/** Ids of lists and of items are each used once in a file. */
function reportTakenIds(lists: readonly ReadList[], problems: ChecklistProblem[]): void {
  const seenLists = new Set<string>();
  const seenItems = new Set<string>();
  for (const list of lists) {
    const report = (itemId: string | null, found: string): void => {
      const at = { itemId, field: 'id', found, ...list.placeOf(itemId, 'id') };
      problems.push(problem('taken-id', at));
    };
    if (list.id !== null && seenLists.has(list.id)) report(null, list.id);
    seenLists.add(list.id ?? '');
    for (const { id } of list.items) {
      if (seenItems.has(id)) report(id, id);
      seenItems.add(id);
    }
  }
}
