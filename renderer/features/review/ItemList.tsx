import { useEffect, useMemo, useRef } from 'react';
import type { ReviewRow } from '#shared/contract/rooms/review.ts';
import type { Checklist, Trait } from '#shared/domain/library/checklistItem.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import { attempt } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { Button } from '../../ui/Button.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { filters, type Filter } from './reviewState.ts';
import { openItem, setFilter, useReview } from './reviewStore.ts';
import { filterCounts, groupRows, selectItemId, selectRows, type RowGroup } from './selectors.ts';
import { ArchivedAnswers } from './ArchivedAnswers.tsx';
import { MissingLists } from './MissingLists.tsx';
import { VerdictDot } from './VerdictDot.tsx';

type ListRow = ReviewRow & { readonly id: string };

const rowHeightPx = 28;
const headingHeightPx = 32;
const noRows: readonly ReviewRow[] = [];

/** Left column: what is to be reviewed, by checklist, with how far it has come. */
export function ItemList() {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const rows = useReview(selectRows);
  const itemId = useReview(selectItemId);
  const filter = useReview((state) => state.filter);
  const checklists = useReview((state) => state.checklists);
  const traits = useReview((state) => state.traits);
  const groups = useMemo(
    () => groupRows(rows ?? noRows, checklists, filter, itemId),
    [rows, checklists, filter, itemId],
  );
  const sections = useMemo(
    () =>
      groups.map((group) => {
        const title = groupTitle(group, traits, text, language);
        return {
          id: group.id,
          title: <GroupTitle title={title} group={group} />,
          label: text.review.groups.progressSpoken(title, group.reviewed, group.total),
          rows: group.rows.map((row): ListRow => ({ ...row, id: row.itemId })),
        };
      }),
    [groups, traits, text, language],
  );
  const list = useRef<HTMLDivElement>(null);
  useRowInView(list, groups, itemId);
  return (
    <>
      <FilterBar rows={rows ?? noRows} filter={filter} />
      <MissingLists />
      <VirtualList
        ref={list}
        label={text.review.columns.items}
        sections={sections}
        selected={itemId}
        onSelect={(id) => attempt(() => openItem(id))}
        renderRow={(row) => <Row row={row} />}
        // The number is left out: figures are verdict keys, not the beginning of a name to jump to.
        rowText={(row) => text.review.rows.spoken(row.title, text.words.verdicts[row.verdict])}
        rowHeightPx={rowHeightPx}
        headingHeightPx={headingHeightPx}
        dependencies={[text]}
        empty={rows === null ? <Loading /> : <NoRows hasAny={rows.length > 0} />}
      />
      <ArchivedAnswers />
    </>
  );
}

function FilterBar({
  rows,
  filter,
}: {
  readonly rows: readonly ReviewRow[];
  readonly filter: Filter;
}) {
  const words = useText().review.filters;
  const counts = useMemo(() => filterCounts(rows), [rows]);
  const labels: Readonly<Record<Filter, string>> = {
    unreviewed: words.unreviewed,
    'not-met': words.notMet,
    all: words.all,
    unconfirmed: words.unconfirmed,
    reopened: words.reopened,
  };
  // Seldom needed: shown only while there is something to review again.
  const shown = filters.filter((each) => each !== 'reopened' || counts.reopened > 0);
  return (
    <div
      role="group"
      aria-label={words.label}
      className="flex min-h-9 flex-none flex-wrap items-center gap-0.5 border-b border-line px-1.5 py-1"
    >
      {shown.map((each) => (
        <FilterChip
          key={each}
          label={labels[each]}
          {...(each !== 'all' && { count: counts[each] })}
          isSelected={filter === each}
          onChange={() => setFilter(each)}
        />
      ))}
    </div>
  );
}

function groupTitle(
  group: RowGroup,
  traits: readonly Trait[],
  text: Messages,
  language: Language,
): string {
  if (group.checklist !== null) return checklistTitle(group.checklist, language);
  const trait = traits.find((each) => each.id === group.traitId);
  const label = language === 'en' ? trait?.labelEn : trait?.labelZh;
  return text.review.groups.undeterminedBy(label ?? group.traitId ?? '');
}

function checklistTitle(checklist: Checklist, language: Language): string {
  return language === 'en' ? checklist.titleEn : checklist.titleZh;
}

function GroupTitle({ title, group }: { readonly title: string; readonly group: RowGroup }) {
  const { progress } = useText().review.groups;
  return (
    <>
      <span className="min-w-0 truncate" title={title}>
        {title}
      </span>
      <span className="shrink-0 pl-2">{progress(group.reviewed, group.total)}</span>
    </>
  );
}

function Row({ row }: { readonly row: ReviewRow }) {
  const text = useText();
  const words = text.review.rows;
  const { tag } = text.checklists.reopened;
  return (
    <span className="grid min-w-0 flex-1 grid-cols-[14px_36px_minmax(0,1fr)_auto] items-center gap-1.5">
      <VerdictDot verdict={row.verdict} />
      <span className="text-xs font-normal text-ink-3">{row.number}</span>
      <span className="truncate" title={row.title}>
        {row.title}
      </span>
      <span className="flex items-center gap-1">
        {row.reopened !== null && <span className="text-2xs font-normal text-amber">{tag}</span>}
        {row.needsConfirmation && (
          <span
            role="img"
            aria-label={words.unconfirmed}
            title={words.unconfirmed}
            className="size-1.5 rounded-full border border-amber"
          />
        )}
        {row.findings > 0 && (
          <span
            className="inline-flex items-center text-2xs font-normal text-cinnabar"
            title={words.findings(row.findings)}
            aria-label={words.findings(row.findings)}
            role="img"
          >
            <Icon name="flag" size={12} />
            {row.findings}
          </span>
        )}
        {row.evidence > 0 && (
          <span
            className="rounded-full border border-line-2 px-1.5 text-2xs font-normal text-ink-2"
            title={words.evidence(row.evidence)}
            aria-label={words.evidence(row.evidence)}
            role="img"
          >
            {row.evidence}
          </span>
        )}
      </span>
    </span>
  );
}

function Loading() {
  return <p className="px-3 py-6 text-center text-ink-3">{useText().review.empty.loading}</p>;
}

function NoRows({ hasAny }: { readonly hasAny: boolean }) {
  const words = useText().review.empty;
  const projectId = useReview((state) => state.projectId);
  if (hasAny) {
    return (
      <EmptyState
        icon="check"
        title={words.noneInFilter}
        actions={<Button onPress={() => setFilter('all')}>{words.showAll}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="library"
      title={words.noItems}
      actions={
        <Button
          onPress={() => {
            if (projectId !== null) {
              navigate({ page: 'project', projectId, tab: 'overview', at: {} });
            }
          }}
        >
          {words.openTraits}
        </Button>
      }
    >
      {words.noItemsHow}
    </EmptyState>
  );
}

/** Scrolls the list so that the item at hand is seen when J and K leave the rows in view. */
function useRowInView(
  list: React.RefObject<HTMLDivElement | null>,
  groups: readonly RowGroup[],
  itemId: string | null,
): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const box = list.current;
    const top = rowTop(groups, itemId);
    if (box === null || top === null || seen.current === itemId) return;
    seen.current = itemId;
    const isAbove = top - headingHeightPx < box.scrollTop;
    const isBelow = top + rowHeightPx > box.scrollTop + box.clientHeight;
    if (isAbove) box.scrollTo({ top: top - headingHeightPx });
    else if (isBelow) box.scrollTo({ top: top + 2 * rowHeightPx - box.clientHeight });
    // Arrow keys go on from the item that J and K have reached.
    if (itemId !== null && box.contains(document.activeElement)) focusRowSoon(box, itemId);
  }, [list, groups, itemId]);
}

/** The row may be drawn only after the list has scrolled. */
function focusRowSoon(list: HTMLElement, itemId: string): void {
  requestAnimationFrame(() => {
    const row = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(itemId)}"]`);
    if (row !== document.activeElement) row?.focus({ preventScroll: true });
  });
}

function rowTop(groups: readonly RowGroup[], itemId: string | null): number | null {
  let top = 0;
  for (const group of groups) {
    if (group.rows.length === 0) continue;
    const at = group.rows.findIndex((row) => row.itemId === itemId);
    if (at !== -1) return top + headingHeightPx + at * rowHeightPx;
    top += headingHeightPx + group.rows.length * rowHeightPx;
  }
  return null;
}
