import type { Input } from '#shared/contract/contract.ts';
import type { Handlers } from '#shared/contract/dispatch.ts';
import { AppError } from '#shared/contract/errors.ts';
import { versionOf } from '#shared/domain/law/citation.ts';
import { heldOn, heldVersions, knownMoves } from '#shared/domain/law/citationContext.ts';
import { articleIn } from '#shared/domain/law/citationResolve.ts';
import { compareStatutes } from '#shared/domain/law/statuteCompare.ts';
import { titleKey } from '#shared/domain/law/statuteIdentity.ts';
import type {
  CatalogueEntry,
  ShownArticle,
  StatuteComparison,
  StatuteEntry,
  StatuteLine,
  StatuteReading,
} from '#shared/domain/law/statuteReport.ts';
import {
  articleLabel,
  articleText,
  type StatuteArticle,
  type StatuteDivision,
} from '#shared/domain/law/statuteText.ts';
import type { Desk } from '../desk.ts';
import { shelfOf } from './checklists.ts';
import { StatuteImport } from '../intake/statuteImport.ts';
import type { Source } from '../ports.ts';
import { withTexts } from './comparedArticle.ts';
import { statuteImpacts } from './statuteImpact.ts';
import {
  citationContext,
  readMissingStatutes,
  requireLaw,
  requireStatute,
  statuteEntries,
} from './statuteShelf.ts';

type StatuteChannel = Extract<keyof Handlers, `statute.${string}` | `catalogue.${string}`>;

/** Official texts of laws: importing, reading and comparing their versions, and what a new version touches. */
export function statuteHandlers(desk: Desk): Pick<Handlers, StatuteChannel> {
  return {
    'catalogue.list': async () => {
      if (desk.hasSession()) await readMissingStatutes(desk);
      return catalogue(desk);
    },
    'statute.import': (input) => importTexts(desk, input),
    'statute.list': async () => {
      await readMissingStatutes(desk);
      return statuteEntries(desk);
    },
    'statute.articles': async ({ versionId }) => {
      await readMissingStatutes(desk);
      return reading(desk, requireStatute(desk, versionId));
    },
    'statute.show': async (input) => {
      await readMissingStatutes(desk);
      return show(desk, input);
    },
    'statute.compare': async ({ fromId, toId }) => {
      await readMissingStatutes(desk);
      return compare(desk, requireStatute(desk, fromId), requireStatute(desk, toId));
    },
    'statute.impact': async ({ law }) => {
      if (desk.hasSession()) await readMissingStatutes(desk);
      return statuteImpacts(desk, law ?? null);
    },
    'statute.remove': ({ commandId, versionId }) => {
      const session = desk.session();
      requireStatute(desk, versionId);
      const command = { id: commandId, name: 'statute.remove', isUndoable: true };
      session.changes.write(command, session.person(), (w) => {
        w.set('statuteVersion', versionId, { deleted: true });
      });
      desk.changed(['statuteVersion'], []);
      return {};
    },
  };
}

async function importTexts(
  desk: Desk,
  input: Input<'statute.import'>,
): Promise<{ files: StatuteLine[] }> {
  desk.session();
  const sources = input.sources.map((token): Source => {
    const source = desk.ports.takeSource(token);
    if (!source) throw new AppError('source-unknown');
    return source;
  });
  const files = await desk.jobs.run(input.jobId, (job) =>
    new StatuteImport(desk, input.commandId, sources, job).run(),
  );
  return { files };
}

function catalogue(desk: Desk): CatalogueEntry[] {
  const { library } = desk;
  const entries = desk.hasSession() ? statuteEntries(desk) : [];
  const cited = new Map<string, Set<string>>();
  for (const item of shelfOf(desk)
    .currents()
    .flatMap(({ items }) => items))
    for (const { code } of item.basis) cited.set(code, (cited.get(code) ?? new Set()).add(item.id));
  return [...library.instruments.values()].map((one) => {
    const whole = titleKey(one.title.replace(/（[^（）]*编）$/u, ''));
    const own = entries.filter(
      ({ lawCode, title }) =>
        lawCode === one.code || (lawCode === null && titleKey(title) === whole),
    );
    const version = versionOf(one);
    const isPresent = own.some(
      ({ standing, versionDate }) => standing !== 'superseded' || versionDate === version,
    );
    return {
      code: one.code,
      title: one.title,
      citeTitle: one.citeTitle,
      hierarchy: one.hierarchy,
      status: one.status,
      version,
      effectiveFrom: one.latestAmendment === null ? one.effective : one.amendmentEffective,
      articles: one.articles,
      holding: own.length === 0 ? 'missing' : isPresent ? 'present' : 'superseded',
      versionIds: own.map(({ id }) => id),
      citedByItems: cited.get(one.code)?.size ?? 0,
    };
  });
}

/** Errors: `statute-not-held` where the file's articles are not at hand. */
function articlesOf(
  desk: Desk,
  version: StatuteEntry,
): {
  articles: readonly StatuteArticle[];
  divisions: readonly StatuteDivision[];
  appendix: readonly string[];
} {
  const body = desk.session().statutes.body(version.sha256);
  if (!body)
    throw new AppError('statute-not-held', { law: version.title, version: version.versionDate });
  return body;
}

function reading(desk: Desk, version: StatuteEntry): StatuteReading {
  const { articles, divisions, appendix } = articlesOf(desk, version);
  return {
    version,
    divisions: [...divisions],
    articles: articles.map((one) => ({
      ...one,
      label: articleLabel(one.number, one.branch),
      text: articleText(one),
    })),
    appendix: [...appendix],
  };
}

function show(desk: Desk, input: Input<'statute.show'>): ShownArticle {
  const branch = input.branch ?? 0;
  const version = versionToShow(desk, input.law, input.article, input.version ?? null);
  const { articles, divisions } = articlesOf(desk, version);
  const article = articleIn(articles, input.article, branch);
  const label = articleLabel(input.article, branch);
  if (!article)
    throw new AppError('article-unknown', {
      law: version.title,
      version: version.versionDate,
      article: label,
    });
  return {
    version,
    number: article.number,
    branch,
    label,
    text: articleText(article),
    paragraphs: article.paragraphs,
    divisions: headingsOf(divisions, article.division),
  };
}

/** The version by its id or date, else the one in force today. Errors: `law-unknown`, `law-ambiguous`, `statute-not-held`. */
function versionToShow(
  desk: Desk,
  law: string,
  article: number,
  asked: string | null,
): StatuteEntry {
  const entries = statuteEntries(desk);
  const byId = entries.find(({ id }) => id === asked);
  if (byId) return byId;
  const context = citationContext(desk);
  // The parts of a code share its name; the article tells them apart.
  const parts = context.names
    .named(law)
    .filter(({ articles }) => articles && article >= articles[0] && article <= articles[1]);
  const part = parts.filter(({ code }) => code !== null);
  const named = part.length === 1 && part[0] ? part[0] : requireLaw(context, law);
  const versions = heldVersions(context, named);
  const found =
    asked === null
      ? (heldOn(versions, context.day) ?? versions.at(-1))
      : versions.find(({ version }) => version.versionDate.startsWith(asked));
  const entry = entries.find(({ id }) => id === found?.version.id);
  if (!entry)
    throw new AppError('statute-not-held', { law: named.citeTitle, version: asked ?? '' });
  return entry;
}

function headingsOf(divisions: readonly StatuteDivision[], from: number | null): string[] {
  const headings: string[] = [];
  for (let at = from; at !== null;) {
    const division: StatuteDivision | undefined = divisions[at];
    if (!division) break;
    headings.unshift(
      [division.label, division.title].filter((one) => one !== null && one !== '').join(' '),
    );
    at = division.parent;
  }
  return headings;
}

/** Errors: `statute-not-comparable` for texts of different laws, `statute-not-held`. */
function compare(desk: Desk, from: StatuteEntry, to: StatuteEntry): StatuteComparison {
  const isSameLaw =
    from.lawCode === null
      ? titleKey(from.title) === titleKey(to.title)
      : from.lawCode === to.lawCode;
  if (!isSameLaw) throw new AppError('statute-not-comparable');
  const [older, newer] = [articlesOf(desk, from).articles, articlesOf(desk, to).articles];
  const known = knownMoves(citationContext(desk, '9999-12-31'), from.lawCode);
  const isMapped =
    known?.isWhole === true &&
    known.fromVersion === from.versionDate &&
    known.toVersion === to.versionDate;
  const changes = isMapped
    ? known.moves.map(({ from: number, to: numbers, kind, note }) => ({
        from: number,
        to: [...numbers],
        kind,
        note,
      }))
    : compareStatutes(older, newer).map((one) => ({ ...one, to: [...one.to], note: '' }));
  return {
    from,
    to,
    basis: isMapped ? 'map' : 'texts',
    changes: changes.map((one) => withTexts(one, older, newer)),
  };
}
