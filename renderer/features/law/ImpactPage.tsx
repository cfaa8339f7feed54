import { useCallback, useState } from 'react';
import type { ImpactEntry, StatuteImpact } from '#shared/domain/law/statuteReport.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow, useText } from '../../app/language.ts';
import { hrefOf, navigate, type Route } from '../../app/routes.ts';
import { undoing } from '../../app/undo.ts';
import { ReadPart } from '../../app/ReadPart.tsx';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { showToast } from '../../ui/toasts.ts';
import { changeLabel, changeTones } from './changeKinds.ts';
import { CitationChip } from './CitationChip.tsx';
import { repinFinding } from './pinning.ts';
import { SideBySide } from './SideBySide.tsx';

/** What new versions of the law touch: items, findings, drafts, each with the old and the new words. */
export function ImpactPage({ law }: { law: string | null }) {
  const text = useText();
  const words = text.law.impact;
  const read = useCallback(() => client('statute.impact', law === null ? {} : { law }), [law]);
  const [isOutdatedOnly, setIsOutdatedOnly] = useState(false);
  return (
    <>
      <div className="flex h-10 flex-none items-center gap-3 border-b border-line bg-panel px-2">
        <IconButton
          icon="chevronLeft"
          label={text.law.reader.back}
          onPress={() => history.back()}
        />
        <h1 className="font-semibold">{words.title}</h1>
        <span className="min-w-0 flex-1 truncate text-xs text-ink-3" title={words.lead}>
          {words.lead}
        </span>
        {law !== null && (
          <a
            className="rounded-sm text-indigo hover:underline"
            href={hrefOf({ page: 'impact', law: null })}
          >
            {words.allLaws}
          </a>
        )}
        <Checkbox isSelected={isOutdatedOnly} onChange={setIsOutdatedOnly}>
          {words.outdatedOnly}
        </Checkbox>
      </div>
      <ReadPart key={law ?? ''} read={read} failed={words.failed}>
        {(impacts) => <Impacts impacts={impacts} isOutdatedOnly={isOutdatedOnly} />}
      </ReadPart>
    </>
  );
}

interface ImpactsProps {
  impacts: readonly StatuteImpact[];
  isOutdatedOnly: boolean;
}

function Impacts({ impacts, isOutdatedOnly }: ImpactsProps) {
  const words = useText().law.impact;
  const touched = impacts.filter(({ entries }) => entries.length > 0);
  if (touched.length === 0) {
    return (
      <EmptyState icon="library" title={words.none}>
        {words.noneHow}
      </EmptyState>
    );
  }
  const shown = touched.flatMap((impact) => {
    const entries = impact.entries.filter((entry) => !isOutdatedOnly || entry.isOutdated);
    return entries.length === 0 ? [] : { ...impact, entries };
  });
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys
      tabIndex={0}
      role="region"
      aria-label={words.title}
      className="min-h-0 flex-1 overflow-y-auto bg-paper"
    >
      {shown.length === 0 && <p className="p-6 text-center text-ink-3">{words.noneShown}</p>}
      {shown.map((impact) => (
        <ImpactOfLaw key={`${impact.law}/${impact.fromVersion}/${impact.toVersion}`} {...impact} />
      ))}
    </div>
  );
}

function ImpactOfLaw(impact: StatuteImpact) {
  const text = useText();
  const words = text.law.impact;
  const { law, fromVersion, toVersion, counts, entries } = impact;
  return (
    <section className="border-b border-line-2 pb-2">
      <header className="sticky top-0 z-1 flex flex-wrap items-baseline gap-3 border-b border-line bg-panel px-5 py-2">
        <h2 className="text-md">{words.heading(law, fromVersion, toVersion)}</h2>
        <span className="text-xs text-ink-2">{words.entries(entries.length)}</span>
        <span className="text-xs text-ink-3">
          {words.counts(
            counts.moved ?? 0,
            counts.changed ?? 0,
            counts.new ?? 0,
            counts.deleted ?? 0,
          )}
        </span>
        <span className="min-w-0 flex-1 text-right text-xs text-ink-3">
          {text.law.comparison.basis[impact.basis]}
        </span>
      </header>
      <ul>
        {entries.map((entry) => (
          <li
            key={`${entry.kind}/${entry.draftId ?? ''}/${entry.id}/${entry.part ?? ''}/${entry.cite}`}
          >
            <Entry entry={entry} impact={impact} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, impact }: { entry: ImpactEntry; impact: StatuteImpact }) {
  const text = useText();
  const words = text.law.impact;
  const { change, current } = entry;
  const [isOpen, setIsOpen] = useState(false);
  const route = routeOf(entry);
  const name = `${entry.label} ${entry.title}`.trim();
  return (
    <article className="border-b border-line px-5 py-2">
      <div className="flex items-center gap-2">
        <IconButton
          icon={isOpen ? 'chevronDown' : 'chevronRight'}
          label={words.showTexts}
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        />
        <Tag>{words.kinds[entry.kind]}</Tag>
        {entry.draftId !== null && <Tag tone="indigo">{words.inDraft}</Tag>}
        {entry.part === 'penalty' && <Tag>{words.penalty}</Tag>}
        <span className="min-w-0 flex-1 truncate" title={name}>
          {route === null ? (
            name
          ) : (
            <a className="rounded-sm text-indigo hover:underline" href={hrefOf(route)}>
              {name}
            </a>
          )}
          {entry.projectName !== null && (
            <span className="pl-2 text-xs text-ink-3">{entry.projectName}</span>
          )}
        </span>
        <Tag tone={changeTones[change.kind]}>{text.law.comparison.kinds[change.kind]}</Tag>
        {entry.isOutdated && current !== null && entry.kind !== 'draft' && (
          <Button size="small" onPress={() => adopt(entry, current)}>
            {entry.kind === 'item' ? words.adoptInDraft(current) : words.adopt(current)}
          </Button>
        )}
      </div>
      <p className="flex flex-wrap gap-x-3 pl-9 text-xs text-ink-2">
        <span className="font-text">
          <CitationChip
            cited={{ code: impact.lawCode ?? '', cite: entry.cite, lawVersion: entry.pinned }}
          />
        </span>
        <span className="text-ink-3">
          {entry.pinned === null ? words.pinnedNone : words.pinned(entry.pinned)}
        </span>
        <span className={entry.isOutdated ? 'text-amber' : 'text-ink-3'}>
          {saidOf(entry, text.law.impact)}
        </span>
        <span className="text-ink-3">{changeLabel(change, text)}</span>
      </p>
      {isOpen && (
        <div className="mt-2 pl-9">
          {change.note !== '' && <p className="mb-1 text-xs text-ink-2">{change.note}</p>}
          <SideBySide
            change={change}
            older={text.law.comparison.older(impact.fromVersion)}
            newer={text.law.comparison.newer(impact.toVersion)}
          />
        </div>
      )}
    </article>
  );
}

function saidOf(
  { isOutdated, current }: ImpactEntry,
  words: ReturnType<typeof textNow>['law']['impact'],
): string {
  if (!isOutdated) return words.isCurrent;
  return current === null ? words.noLonger : words.now(current);
}

function routeOf({ kind, id, projectId, draftId }: ImpactEntry): Route | null {
  switch (kind) {
    case 'item':
      if (draftId !== null) return { page: 'draft', draftId };
      return projectId === null
        ? { page: 'library', checklistId: null, item: id }
        : { page: 'project', projectId, tab: 'review', at: { item: id } };
    case 'finding':
      return projectId === null ? null : { page: 'project', projectId, tab: 'findings', at: {} };
    case 'draft':
      return projectId === null ? null : { page: 'project', projectId, tab: 'memo', at: {} };
    default:
      return kind satisfies never;
  }
}

function adopt(entry: ImpactEntry, current: string): void {
  attempt(async () => {
    const { kind, projectId, id, cite, pinned } = entry;
    if (kind === 'item') {
      await adoptInDraft(entry, current);
      return;
    }
    if (projectId === null) return;
    await repinFinding(projectId, id, { cite, lawVersion: pinned }, current);
    showToast({
      tone: 'success',
      message: (text) => text.law.impact.adopted(entry.label, current),
      action: undoing((text) => text.findings.undo),
    });
  });
}

/** The next edition of the item's list cites the newer article; projects see it once it is published and taken. */
async function adoptInDraft(
  { id, draftId, cite, label }: ImpactEntry,
  current: string,
): Promise<void> {
  const commandId = newCommandId();
  const order = { commandId, itemId: id, draftId, cite, current };
  const draft = await client('checklist.acceptImpact', order);
  showToast({
    tone: 'success',
    message: (text) => text.law.impact.adoptedInDraft(label, current, draft.head.version),
    action: {
      label: (text) => text.law.impact.openDraft,
      run: () => navigate({ page: 'draft', draftId: draft.id }),
    },
  });
}
