import type { Messages } from '#shared/i18n/catalogue.ts';
import { classNames } from '../../ui/classNames.ts';
import type { TableColumn } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { type Holding, holdingOf, isNeeded, type LawRow } from './catalogueRows.ts';

const tones: Readonly<Record<Holding, 'teal' | 'amber' | 'neutral'>> = {
  present: 'teal',
  superseded: 'amber',
  missing: 'neutral',
  repealed: 'neutral',
  'not-issued': 'neutral',
  uncertain: 'neutral',
};

export function HoldingTag({ row, text }: { row: LawRow; text: Messages }) {
  const holding = holdingOf(row);
  const tone = isNeeded(row) ? 'amber' : tones[holding];
  return <Tag tone={tone}>{text.law.statutes.holdings[holding]}</Tag>;
}

/** What the list says of each law; `chosenId` is the one whose versions are shown beside it. */
export function statuteColumns(text: Messages, chosenId: string | null): TableColumn<LawRow>[] {
  const words = text.law.statutes;
  return [
    {
      id: 'title',
      label: words.columns.title,
      isRowHeader: true,
      minWidthPx: 220,
      render: (row) => (
        <span
          title={row.title}
          aria-current={row.id === chosenId ? 'true' : undefined}
          className={classNames(
            'truncate',
            row.id === chosenId ? 'font-semibold text-indigo' : 'text-ink',
          )}
        >
          {row.title}
        </span>
      ),
    },
    {
      id: 'holding',
      label: words.columns.holding,
      width: 96,
      render: (row) => <HoldingTag row={row} text={text} />,
    },
    {
      id: 'version',
      label: words.columns.version,
      width: 108,
      render: (row) => (
        <span className="text-ink-2">
          {row.entry === null ? words.notInCatalogue : (row.entry.version ?? '')}
        </span>
      ),
    },
    {
      id: 'articles',
      label: words.columns.articles,
      width: 64,
      align: 'end',
      render: (row) => <span className="text-ink-2">{articleCount(row) ?? ''}</span>,
    },
    {
      id: 'cited',
      label: words.columns.cited,
      width: 72,
      align: 'end',
      render: (row) => (
        <span className={isNeeded(row) ? 'text-amber' : 'text-ink-2'}>
          {row.citedByItems === 0 ? '' : row.citedByItems}
        </span>
      ),
    },
  ];
}

function articleCount({ entry, versions }: LawRow): number | null {
  if (entry?.articles) return entry.articles[1] - entry.articles[0] + 1;
  return versions[0]?.articleCount ?? null;
}
