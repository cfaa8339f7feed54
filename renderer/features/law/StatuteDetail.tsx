import type { StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { undoing } from '../../app/undo.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type LawRow, officialFileName } from './catalogueRows.ts';
import { HoldingTag } from './statuteColumns.tsx';
import { remarkText } from './StatuteImportResult.tsx';
import { removeStatute } from './statutesStore.ts';

/** One law: what the catalogue knows of it, and every version whose text is held. */
export function StatuteDetail({ row }: { row: LawRow }) {
  const text = useText();
  const words = text.law.statutes;
  const { entry, versions } = row;
  return (
    <section aria-label={row.title} className="flex flex-col gap-3 px-4 py-3">
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
          <HoldingTag row={row} text={text} />
          {entry === null ? words.notInCatalogue : entry.hierarchy}
        </div>
        <h1 className="text-lg font-semibold">{row.title}</h1>
        <p className="text-xs text-ink-2">
          {row.citedByItems === 0 ? words.notCited : words.citedBy(row.citedByItems)}
        </p>
        {entry?.version && (
          <p className="text-xs text-ink-3">
            {[
              `${words.known} ${entry.version}`,
              ...(entry.effectiveFrom === null ? [] : [words.effectiveFrom(entry.effectiveFrom)]),
            ].join(' · ')}
          </p>
        )}
      </header>
      {versions.length === 0 ? (
        <div className="rounded border border-dashed border-line-2 px-3 py-2">
          <p className="font-semibold">{words.noVersions}</p>
          <p className="mt-1 text-xs break-words text-ink-2">
            {words.noVersionsHow(officialFileName(row))}
          </p>
        </div>
      ) : (
        <Versions row={row} />
      )}
    </section>
  );
}

const linkClass = 'rounded-sm text-indigo hover:underline';

function Versions({ row }: { row: LawRow }) {
  const words = useText().law.statutes;
  const law = row.entry?.code ?? row.title;
  return (
    <>
      <div className="flex items-center justify-between text-xs text-ink-3">
        <h2 className="text-xs font-normal">{words.versions(row.versions.length)}</h2>
        <a className={linkClass} href={hrefOf({ page: 'impact', law })}>
          {words.impact}
        </a>
      </div>
      <ul className="flex flex-col gap-2">
        {row.versions.map((version, index) => (
          <li key={version.id}>
            <Version version={version} before={row.versions[index + 1] ?? null} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface VersionProps {
  version: StatuteEntry;
  /** The next older version that is held. */
  before: StatuteEntry | null;
}

const standingTones = {
  'in-force': 'teal',
  superseded: 'amber',
  upcoming: 'indigo',
  repealed: 'neutral',
} as const;

function Version({ version, before }: VersionProps) {
  const text = useText();
  const words = text.law.statutes;
  const language = useLanguage((state) => state.language);
  const { id, versionDate } = version;
  return (
    <article
      aria-label={words.versionOf(versionDate)}
      className="rounded border border-line bg-paper px-3 py-2"
    >
      <div className="flex items-center gap-2">
        <span className="font-semibold">{words.versionOf(versionDate)}</span>
        <Tag tone={standingTones[version.standing]}>{words.standings[version.standing]}</Tag>
        <span className="flex-1" />
        <IconButton
          icon="trash"
          tone="danger"
          label={words.removeVersion(versionDate)}
          onPress={() => remove(version)}
        />
      </div>
      <p className="text-xs text-ink-2">
        {effectText(version, text)} · {words.articleRange(version.articleCount)}
      </p>
      {!version.isReadable && <p className="text-xs text-amber">{words.unreadable}</p>}
      {version.remarks.length > 0 && (
        <ul className="text-xs text-ink-2">
          {version.remarks.map((remark) => (
            <li key={`${remark.code}/${remark.line ?? ''}`}>{remarkText(remark, text)}</li>
          ))}
        </ul>
      )}
      <p className="mt-1 text-2xs break-all text-ink-3">
        {words.fileName(version.fileName)}
        <br />
        {words.importedBy(version.importedBy, formatMoment(language, version.importedAt))}
      </p>
      <p className="mt-1 flex gap-3">
        {version.isReadable && (
          <a
            className={linkClass}
            aria-label={words.openVersion(versionDate)}
            href={hrefOf({ page: 'statute', versionId: id, article: null })}
          >
            {words.open}
          </a>
        )}
        {version.isReadable && before?.isReadable && (
          <a
            className={linkClass}
            href={hrefOf({ page: 'comparison', fromId: before.id, toId: id })}
          >
            {words.compare}
          </a>
        )}
      </p>
    </article>
  );
}

function effectText({ effectiveFrom, effectiveTo }: StatuteEntry, { law }: Messages): string {
  if (effectiveFrom === null) return law.statutes.effectiveUnknown;
  return effectiveTo === null
    ? law.statutes.effectiveFrom(effectiveFrom)
    : law.statutes.effectiveUntil(effectiveFrom, effectiveTo);
}

function remove({ id, title, versionDate }: StatuteEntry): void {
  attempt(async () => {
    await removeStatute(id);
    showToast({
      tone: 'success',
      message: (text) => text.law.statutes.removed(title, versionDate),
      action: undoing((text) => text.law.statutes.undo),
    });
  });
}
