import type { EvidenceRule, ItemEntry } from '#shared/domain/library/libraryFile.ts';

const REGEX = 're:';

/** Checks that a pattern compiles as screening compiles it (`giu`), and is written in the folded form it is matched against. */
export function checkPattern(source: string, fault: (detail: string) => void): void {
  try {
    void new RegExp(source, 'giu');
  } catch (error) {
    fault(error instanceof Error ? error.message : 'does not compile');
  }
  if (source !== source.normalize('NFKC')) fault('not in the folded form (NFKC)');
}

/** Checks an item's signals: patterns compile, groups for comparisons exist, what is expected is asked of a fitting document. */
export function checkSignals(
  { signals, docTypes }: Pick<ItemEntry, 'signals' | 'docTypes'>,
  fault: (place: string, detail: string) => void,
): void {
  if (signals.evidence.length === 0) fault('evidence', 'no rule suggests a passage');
  for (const [index, rule] of signals.evidence.entries()) {
    const place = `evidence[${String(index)}]`;
    if ((rule.re === undefined) === (rule.all === undefined))
      fault(place, 'either terms or one regular expression');
    for (const source of patternsOf(rule)) checkPattern(source, (detail) => fault(place, detail));
  }
  for (const [index, flag] of signals.redFlags.entries()) {
    const place = `redFlags[${String(index)}]`;
    checkPattern(flag.re, (detail) => fault(place, detail));
    if (!flag.compare) continue;
    if (!flag.re.includes('(?<num>')) fault(place, 'a comparison needs the group num');
    if (flag.compare.quantity === 'duration' && !flag.re.includes('(?<unit>'))
      fault(place, 'a duration needs the group unit');
  }
  for (const code of signals.absence.expectedIn)
    if (!docTypes.includes(code)) fault('absence.expectedIn', `${code} is not a type of the item`);
}

function patternsOf(rule: EvidenceRule): string[] {
  const terms = [...(rule.all ?? []).flat(), ...(rule.any ?? []), ...(rule.none ?? [])];
  const inTerms = terms
    .filter((term) => term.startsWith(REGEX))
    .map((term) => term.slice(REGEX.length));
  return rule.re === undefined ? inTerms : [...inTerms, rule.re];
}
