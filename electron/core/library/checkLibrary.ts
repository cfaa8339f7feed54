import { articleExists, versionOf } from '#shared/domain/law/citation.ts';
import type { ChecklistFile, RenumberingFile } from '#shared/domain/library/libraryFile.ts';
import { checkPattern, checkSignals } from './checkSignals.ts';
import { checkItem, type KnownLibrary, knownLibrary } from './itemRules.ts';
import { libraryFault } from './libraryFault.ts';
import { type LibraryFiles, libraryPaths } from './libraryFiles.ts';

type Fault = (place: string, detail: string) => never;

/** Checks what one file of the library says about another. Throws `library-invalid` at the first thing that does not hold. */
export function checkLibrary(files: LibraryFiles): void {
  checkTraits(files);
  checkInstruments(files);
  const known = knownIn(files);
  checkUnique(
    files.docTypes.docTypes.map(({ code }) => code),
    'docTypes',
    faultIn(libraryPaths.docTypes),
  );
  const items = new Set<string>();
  const lists = new Set<string>();
  for (const [index, { path, file }] of files.checklists.entries()) {
    const fault = faultIn(path);
    if (path !== `${libraryPaths.checklists}/${file.id}.json`)
      fault('id', 'the file is not named after it');
    if (lists.has(file.id)) fault('id', 'the id is taken');
    lists.add(file.id);
    if (file.order !== index + 1) fault('order', `expected ${String(index + 1)}`);
    checkChecklist(file, known, items, fault);
  }
  checkRenumbering(files.renumbering, known, faultIn(libraryPaths.renumbering));
}

function faultIn(file: string): Fault {
  return (place, detail) => {
    throw libraryFault(file, place, detail);
  };
}

function knownIn(files: LibraryFiles): KnownLibrary {
  return knownLibrary(
    files.catalogue.instruments,
    files.traits.traits.map(({ id }) => id),
    files.docTypes.docTypes.map(({ code }) => code),
  );
}

function checkUnique(ids: readonly string[], place: string, fault: Fault): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) fault(`${place}[${String(index)}] ${id}`, 'the id is taken');
    seen.add(id);
  }
}

function checkTraits({ traits: { traits } }: LibraryFiles): void {
  const fault = faultIn(libraryPaths.traits);
  checkUnique(
    traits.map(({ id }) => id),
    'traits',
    fault,
  );
  const implies = new Map(traits.map((trait) => [trait.id, trait.implies]));
  for (const [index, trait] of traits.entries()) {
    const place = `traits[${String(index)}] ${trait.id}`;
    if (['always', 'and', 'or', 'not'].includes(trait.id))
      fault(place, 'the id is a word of conditions');
    const reached = new Set(trait.implies);
    for (const id of reached) {
      const further = implies.get(id);
      if (!further) fault(`${place}.implies`, `unknown trait ${id}`);
      for (const next of further ?? []) reached.add(next);
    }
    if (reached.has(trait.id)) fault(`${place}.implies`, 'it implies itself');
    if (Boolean(trait.note) !== Boolean(trait.noteEn))
      fault(`${place}.noteEn`, 'the note is given in one language only');
    if (trait.cues.strong.length + trait.cues.weak.length === 0)
      fault(`${place}.cues`, 'no cue suggests it');
  }
}

function checkInstruments({ catalogue: { instruments } }: LibraryFiles): void {
  const fault = faultIn(libraryPaths.catalogue);
  checkUnique(
    instruments.map(({ code }) => code),
    'instruments',
    fault,
  );
  for (const [index, one] of instruments.entries()) {
    const place = `instruments[${String(index)}] ${one.code}`;
    if (one.isTextChecked !== (one.articles !== null))
      fault(`${place}.articles`, 'the range goes with a checked text');
    if (one.articles && one.articles[0] > one.articles[1])
      fault(`${place}.articles`, 'the range is empty');
    if (one.isTextChecked && versionOf(one) === null) fault(place, 'the version has no date');
    if ((one.status === 'repealed') !== (one.repealedOn !== null))
      fault(`${place}.repealedOn`, 'the day goes with the status');
  }
}

function checkChecklist(
  list: ChecklistFile,
  known: KnownLibrary,
  items: Set<string>,
  fault: Fault,
): void {
  for (const code of [list.primaryLaw, ...list.lawCodes])
    if (!known.instruments.has(code)) fault('lawCodes', `unknown instrument ${code}`);
  for (const [index, item] of list.items.entries()) {
    const place = `items[${String(index)}] ${item.id}`;
    if (items.has(item.id)) fault(`${place}.id`, 'the id is taken');
    items.add(item.id);
    checkItem(item, known, ({ field, detail }) => fault(`${place}.${field}`, detail));
    checkSignals(item, (at, detail) => fault(`${place}.signals.${at}`, detail));
  }
}

function checkRenumbering(file: RenumberingFile, known: KnownLibrary, fault: Fault): void {
  for (const [index, law] of file.laws.entries()) {
    const place = `laws[${String(index)}] ${law.code}`;
    const instrument = known.instruments.get(law.code);
    if (!instrument) {
      fault(`${place}.code`, 'unknown instrument');
      return;
    }
    if (law.to.version !== versionOf(instrument))
      fault(`${place}.to.version`, `the catalogue has ${versionOf(instrument) ?? 'unknown'}`);
    checkPattern(law.detect.pattern, (detail) => fault(`${place}.detect.pattern`, detail));
    const from = law.articles.map((move) => move.from).filter((article) => article !== null);
    const to = new Set(law.articles.flatMap((move) => move.to));
    if (from.length !== law.from.articles || from.some((article, at) => article !== at + 1))
      fault(`${place}.articles`, 'every article of the older version once, in order');
    if (to.size !== law.to.articles || Math.max(...to) !== law.to.articles)
      fault(`${place}.articles`, 'every article of the newer version');
  }
  for (const [index, one] of file.partialMoves.entries())
    checkPartial(one, `partialMoves[${String(index)}] ${one.code}`, known, fault);
  for (const [index, one] of file.obsoleteReferences.entries())
    checkPattern(one.re, (detail) => fault(`obsoleteReferences[${String(index)}].re`, detail));
}

function checkPartial(
  { code, toVersion, moves }: RenumberingFile['partialMoves'][number],
  place: string,
  known: KnownLibrary,
  fault: Fault,
): void {
  const instrument = known.instruments.get(code);
  if (!instrument) fault(`${place}.code`, 'unknown instrument');
  else if (toVersion !== versionOf(instrument))
    fault(`${place}.toVersion`, `the catalogue has ${versionOf(instrument) ?? 'unknown'}`);
  else if (
    moves.some(({ to }) => to.some((article) => articleExists(instrument, article) === 'no'))
  )
    fault(`${place}.moves`, 'no such article in the newer version');
}
