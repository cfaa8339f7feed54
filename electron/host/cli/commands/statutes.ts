import { AppError } from '#shared/contract/errors.ts';
import { readNumeral } from '#shared/domain/law/parseStatute.ts';
import type { StatuteEntry, StatuteImpact, StatuteLine } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import type { CliCommand, CommandInput } from '../command.ts';
import { exit } from '../exitCodes.ts';
import { UsageError } from '../usageError.ts';
import { withDesk } from '../withDesk.ts';
import { requireArgument } from './project.ts';

const importUsage = 'statutes import PATH…';
/** Official texts from files, folders and archives; one line for each file. */
export const statutesImportCommand: CliCommand = {
  name: 'statutes import',
  usage: importUsage,
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      requireArgument(input.args.positionals, 0, importUsage);
      const { files } = await desk.call('statute.import', {
        commandId: desk.newId(),
        jobId: desk.newId(),
        sources: desk.tokensOf(input.args.positionals),
      });
      const entries = await desk.call('statute.list', {});
      const isRefusedWhole = files.length > 0 && files.every((file) => file.status === 'refused');
      const lines = files.flatMap((file) => linesOfFile(file, input.words));
      return {
        json: { statutes: files.map((file) => importJson(file, entries, input)) },
        lines: lines.length > 0 ? lines : [input.words.statutes.nothing],
        ...(isRefusedWhole ? { exitCode: exit.refused } : {}),
      };
    }),
};

function importJson(
  file: StatuteLine,
  entries: readonly StatuteEntry[],
  input: CommandInput,
): unknown {
  const entry = entries.find((one) => one.id === file.versionId);
  const { error } = file;
  const base = {
    path: file.path,
    id: file.versionId,
    law: file.lawCode ?? file.title,
    title: file.title,
    version: file.versionDate,
    effective: entry?.effectiveFrom ?? null,
    articles: file.articles,
    status: file.status,
    standing: entry?.standing ?? null,
    remarks: file.remarks,
  };
  if (error === null) return base;
  const message = messagesFor(input.global.language).errors[error.code](error.params);
  return { ...base, error: { code: error.code, message, details: error.params } };
}

function linesOfFile(file: StatuteLine, { statutes, errors }: Messages): string[] {
  const status = statutes.importStatus[file.status];
  if (file.error) return [`${status}  ${file.path}  ${errors[file.error.code](file.error.params)}`];
  const version = file.versionDate === null ? '' : statutes.version(file.versionDate);
  const head = `${status}  ${file.title}  ${version}  ${statutes.articles(file.articles)}`;
  const remarks = file.remarks.map(({ code, line, detail }) => {
    const where = line === null ? '' : `${statutes.remarkAt(line)} `;
    return `    ${where}${statutes.remarks[code](detail)}`;
  });
  return [head, ...remarks];
}

export const statutesListCommand: CliCommand = {
  name: 'statutes list',
  usage: 'statutes list',
  options: {},
  run: (input) =>
    withDesk(input, async (desk) => {
      const { statutes: words } = input.words;
      const entries = await desk.call('statute.list', {});
      const statutes = entries.map(
        ({ lawCode, versionDate, effectiveFrom, articleCount, standing, ...entry }) => ({
          ...entry,
          law: lawCode ?? entry.title,
          version: versionDate,
          effective: effectiveFrom,
          articles: articleCount,
          status: standing,
        }),
      );
      const lines = statutes.map((one) => {
        const effective =
          one.effective === null ? words.effectiveUnknown : words.effective(one.effective);
        return `${one.law}  ${one.title}  ${words.version(one.version)}  ${effective}  ${words.articles(one.articles)}  ${words.standings[one.status]}`;
      });
      return { json: { statutes }, lines: lines.length > 0 ? lines : [words.none] };
    }),
};

const showUsage = 'statutes show LAW ARTICLE [--version V]';
export const statutesShowCommand: CliCommand = {
  name: 'statutes show',
  usage: showUsage,
  options: { version: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const law = requireArgument(input.args.positionals, 0, showUsage);
      const place = readArticle(requireArgument(input.args.positionals, 1, showUsage));
      const version = input.args.text('version');
      const shown = await desk.call('statute.show', {
        law,
        ...place,
        ...(version === undefined ? {} : { version }),
      });
      const { title, lawCode, versionDate, effectiveFrom } = shown.version;
      return {
        json: {
          law: lawCode ?? title,
          title,
          version: versionDate,
          effective: effectiveFrom,
          article: shown.number,
          label: shown.label,
          text: shown.text,
          paragraphs: shown.paragraphs,
          divisions: shown.divisions,
        },
        lines: [
          `${title}  ${input.words.statutes.version(versionDate)}  ${shown.divisions.join(' ')}`,
          `${shown.label}　${shown.text}`,
        ],
      };
    }),
};

/** `23`, `二十三`, `第二十三条`, `第一百二十条之一`. Errors: `UsageError`. */
function readArticle(text: string): { article: number; branch: number } {
  const match = /^第?([^条之]+)条?(?:之(.+))?$/u.exec(text.trim());
  const article = readNumeral(match?.[1] ?? '');
  const branch = match?.[2] === undefined ? 0 : readNumeral(match[2]);
  if (article === null || article === 0 || branch === null) throw new UsageError(text, showUsage);
  return { article, branch };
}

/** What the newest version of a law touches in the lists, open findings and drafts. */
export const statutesImpactCommand: CliCommand = {
  name: 'statutes impact',
  usage: 'statutes impact [--law L]',
  options: { law: { type: 'string' } },
  run: (input) =>
    withDesk(input, async (desk) => {
      const law = input.args.text('law');
      const impacts = await desk.call('statute.impact', law === undefined ? {} : { law });
      if (law !== undefined && impacts.length === 0) {
        throw new AppError('statute-not-held', { law, version: '' });
      }
      const lines = impacts.flatMap((impact) => linesOfImpact(impact, input.words));
      return {
        json: { impacts },
        lines: lines.length > 0 ? lines : [input.words.statutes.impact.none],
      };
    }),
};

function linesOfImpact(impact: StatuteImpact, { statutes }: Messages): string[] {
  const { counts, entries } = impact;
  const words = statutes.impact;
  return [
    words.heading(impact.law, impact.fromVersion, impact.toVersion),
    `${impact.basis === 'map' ? words.basisMap : words.basisTexts}  ${words.counts(counts.same, counts.moved, counts.changed, counts.new, counts.deleted)}`,
    ...entries.map((one) => {
      const state = one.isOutdated ? words.outdated : words.upToDate;
      const current =
        one.current === null || !one.isOutdated ? '' : `  ${statutes.current(one.current)}`;
      return `  ${words.kinds[one.kind]}  ${one.label}  ${one.cite}  ${statutes.changes[one.change.kind]}  ${state}${current}  ${one.title}`;
    }),
  ];
}
