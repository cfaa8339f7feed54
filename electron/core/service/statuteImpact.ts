import type { CitationContext } from '#shared/domain/law/citationContext.ts';
import { heldVersions, knownMoves } from '#shared/domain/law/citationContext.ts';
import { parseCitations } from '#shared/domain/law/citationGrammar.ts';
import type { NamedLaw } from '#shared/domain/law/lawNames.ts';
import { compareStatutes } from '#shared/domain/law/statuteCompare.ts';
import type {
  ComparedArticle,
  ImpactEntry,
  StatuteImpact,
} from '#shared/domain/law/statuteReport.ts';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import type { HeldVersion } from '#shared/domain/law/statuteVersion.ts';
import type { Desk } from '../desk.ts';
import { type Citing, citingPlaces } from './citingPlaces.ts';
import { withTexts } from './comparedArticle.ts';
import { citationContext, requireLaw } from './statuteShelf.ts';

/** Two versions of a law and what happened to each article between them. */
interface Transition {
  readonly law: NamedLaw;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly basis: 'map' | 'texts';
  readonly changes: readonly ComparedArticle[];
}

/**
 * What the newest version of a law touches: items of the current lists and of lists in work (by their basis and by their
 * penalties), open findings and memo drafts that cite an article which was changed, moved, deleted or is new. Every law with two versions, held or mapped, where `name` is null. Errors:
 * `law-unknown`, `law-ambiguous`.
 */
export function statuteImpacts(desk: Desk, name: string | null): StatuteImpact[] {
  const context = citationContext(desk, '9999-12-31');
  const laws = name === null ? [...lawsWithVersions(context)] : [requireLaw(context, name)];
  const citing = citingPlaces(desk);
  return laws.flatMap((law) => {
    const transition = transitionOf(context, law);
    return transition ? [impactOf(context, transition, citing)] : [];
  });
}

function* lawsWithVersions(context: CitationContext): Generator<NamedLaw> {
  const seen = new Set<string>();
  const titles = [
    ...context.renumbering.laws.map(({ code }) => context.instruments.get(code)?.title ?? ''),
    ...context.held.map(({ version }) => version.title),
  ];
  for (const title of titles) {
    const [law] = context.names.named(title);
    if (!law || seen.has(law.title)) continue;
    seen.add(law.title);
    yield law;
  }
}

/** The step to the newest version: by the library's map where it is of these versions, else by the words of both. */
function transitionOf(context: CitationContext, law: NamedLaw): Transition | null {
  const versions = heldVersions(context, law);
  const [older, newer] = versions.slice(-2);
  const known = knownMoves(context, law.code);
  const map = known?.isWhole === true ? known : null;
  const isNewest = !newer || !map || newer.version.versionDate <= map.toVersion;
  if (map && isNewest) {
    const texts = [
      versionDated(versions, map.fromVersion),
      versionDated(versions, map.toVersion),
    ] as const;
    const changes = map.moves.map(({ from, to, kind, note }) =>
      withTexts(
        { from, to: [...to], kind, note },
        texts[0]?.articles ?? [],
        texts[1]?.articles ?? [],
      ),
    );
    return { law, fromVersion: map.fromVersion, toVersion: map.toVersion, basis: 'map', changes };
  }
  if (!older || !newer) return null;
  const changes = compareStatutes(older.articles, newer.articles).map((one) =>
    withTexts({ ...one, to: [...one.to], note: '' }, older.articles, newer.articles),
  );
  const { versionDate: fromVersion } = older.version;
  return { law, fromVersion, toVersion: newer.version.versionDate, basis: 'texts', changes };
}

function versionDated(versions: readonly HeldVersion[], day: string): HeldVersion | null {
  return versions.find(({ version }) => version.versionDate === day) ?? null;
}

function impactOf(
  context: CitationContext,
  transition: Transition,
  citing: readonly Citing[],
): StatuteImpact {
  const { law, fromVersion, toVersion, basis, changes } = transition;
  const counts: StatuteImpact['counts'] = { same: 0, moved: 0, changed: 0, new: 0, deleted: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  const entries = citing.flatMap((one) => entriesOf(context, transition, one));
  return { lawCode: law.code, law: law.citeTitle, fromVersion, toVersion, basis, counts, entries };
}

/** A citation pinned to the newer version is touched by what its article came from; any other by what its article became. */
function entriesOf(
  context: CitationContext,
  transition: Transition,
  citing: Citing,
): ImpactEntry[] {
  const { law, toVersion, changes } = transition;
  const { code, ...rest } = citing;
  return parseCitations(citing.cite, context.names).flatMap(({ laws, place }): ImpactEntry[] => {
    const { article } = place;
    const isThisLaw =
      laws.some((one) => one.title === law.title) &&
      (law.code === null || code === law.code || code === '');
    if (!isThisLaw || article === null) return [];
    const isNewer = citing.pinned !== null && citing.pinned >= toVersion;
    const touched = changes.filter(({ from, to }) =>
      isNewer ? to.includes(article) : from === article,
    );
    return touched
      .filter(({ kind }) => kind !== 'same')
      .map((change) => {
        const current = isNewer
          ? citing.cite
          : change.to.map((number) => `《${law.citeTitle}》${articleLabel(number)}`).join('、');
        return {
          ...rest,
          article,
          isOutdated: !isNewer,
          change,
          current: current === '' ? null : current,
        };
      });
  });
}
