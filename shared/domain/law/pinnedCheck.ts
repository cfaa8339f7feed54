import type { PinnedCitation } from '../review/assessment.ts';
import {
  type CitationContext,
  currentVersion,
  heldVersions,
  knownMoves,
} from './citationContext.ts';
import { parseCitations } from './citationGrammar.ts';
import { resolveCitation } from './citationResolve.ts';
import type { NamedLaw } from './lawNames.ts';
import { compareStatutes } from './statuteCompare.ts';

/**
 * What is wrong with a citation pinned in a finding on the context's day: it does not resolve (no such law, or no such
 * place in the version in force), or it is pinned to an older version in which the article read otherwise or bore another
 * number. Null where it stands, or where nothing is at hand to tell. A standard (GB/T) has no articles and always stands.
 */
export function pinnedFault(
  citation: PinnedCitation,
  context: CitationContext,
): 'unresolved' | 'outdated' | null {
  const mentions = parseCitations(citation.cite, context.names);
  const isKnownCode = context.instruments.has(citation.code);
  if (mentions.length === 0) return isKnownCode ? null : 'unresolved';
  const faults = mentions.map((mention) => {
    const resolution = resolveCitation(mention, context);
    if (resolution.kind !== 'resolved') return 'unresolved';
    const { article } = mention.place;
    return article !== null && isOutdated(resolution.law, article, citation.lawVersion, context)
      ? 'outdated'
      : null;
  });
  return (
    faults.find((one) => one === 'unresolved') ?? faults.find((one) => one === 'outdated') ?? null
  );
}

function isOutdated(
  law: NamedLaw,
  article: number,
  pinned: string | null,
  context: CitationContext,
): boolean {
  const current = currentVersion(context, law);
  if (pinned === null || current === null || pinned >= current) return false;
  const known = knownMoves(context, law.code);
  if (known?.isWhole === true && known.fromVersion === pinned && known.toVersion === current)
    return known.moves.some(({ from, kind }) => from === article && kind !== 'same');
  const versions = heldVersions(context, law);
  const [older, newer] = [pinned, current].map((day) =>
    versions.find(({ version }) => version.versionDate === day),
  );
  // Without both texts nobody knows whether the article still reads the same.
  if (!older || !newer) return true;
  return compareStatutes(older.articles, newer.articles).some(
    ({ from, kind }) => from === article && kind !== 'same',
  );
}
