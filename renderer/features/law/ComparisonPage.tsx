import { useCallback, useMemo, useState } from 'react';
import type { ComparedArticle, StatuteComparison } from '#shared/domain/law/statuteReport.ts';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { ReadPart } from '../../app/ReadPart.tsx';
import { client } from '../../client/client.ts';
import { ComparisonFrame } from '../../ui/ComparisonFrame.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { changeKinds, changeLabel, changeTones, type ChangeKind } from './changeKinds.ts';
import { citeTitleOf } from './citeNames.ts';
import { SideBySide } from './SideBySide.tsx';
import { useStatutes } from './statutesStore.ts';

/** Two versions of a law, article by article. */
export function ComparisonPage({ fromId, toId }: { fromId: string; toId: string }) {
  const words = useText().law.comparison;
  const read = useCallback(() => client('statute.compare', { fromId, toId }), [fromId, toId]);
  return (
    <ReadPart read={read} failed={words.failed}>
      {(comparison) => <Comparison comparison={comparison} />}
    </ReadPart>
  );
}

function Comparison({ comparison }: { comparison: StatuteComparison }) {
  const text = useText();
  const words = text.law.comparison;
  const { from, to, changes, basis } = comparison;
  const statutes = useStatutes((state) => state.statutes.value);
  const [kinds, setKinds] = useState<readonly ChangeKind[]>(['changed', 'moved', 'new', 'deleted']);
  const sorted = useMemo(() => inOrder(changes), [changes]);
  const shown = sorted.filter(({ kind }) => kinds.includes(kind));
  const count = (kind: ChangeKind): number => changes.filter((one) => one.kind === kind).length;
  return (
    <ComparisonFrame
      heading={words.heading(citeTitleOf(statutes, to), from.versionDate, to.versionDate)}
      backLabel={text.law.reader.back}
      label={words.title}
      filterLabel={words.filter}
      kinds={changeKinds.map((id) => ({ id, label: words.kinds[id], count: count(id) }))}
      shown={kinds}
      onShow={setKinds}
    >
      <p className="px-5 pt-3 text-xs text-ink-3">{words.basis[basis]}</p>
      {shown.length === 0 && <p className="p-6 text-center text-ink-3">{words.noneShown}</p>}
      <ul>
        {shown.map((change) => (
          <li key={`${change.from ?? ''}/${change.to.join()}`} className="comparison-row">
            <Change comparison={comparison} change={change} />
          </li>
        ))}
      </ul>
    </ComparisonFrame>
  );
}

/** In the order of the newer text; what was deleted stands where it stood. */
function inOrder(changes: readonly ComparedArticle[]): ComparedArticle[] {
  const place = new Map<ComparedArticle, number>();
  let last = 0;
  for (const change of changes) {
    if (change.from !== null) last = change.to[0] ?? last + 0.5;
    place.set(change, change.to[0] ?? last);
  }
  return [...changes].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

function Change({
  comparison: { from, to },
  change,
}: {
  comparison: StatuteComparison;
  change: ComparedArticle;
}) {
  const text = useText();
  const words = text.law.comparison;
  const [isOpen, setIsOpen] = useState(change.kind !== 'same' && change.kind !== 'moved');
  const label = changeLabel(change, text);
  const target = change.to[0];
  return (
    <article className="border-b border-line px-5 py-2.5">
      <h3 className="flex flex-wrap items-center gap-2 text-base">
        <IconButton
          icon={isOpen ? 'chevronDown' : 'chevronRight'}
          label={text.law.impact.showTexts}
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        />
        <span>{label}</span>
        <Tag tone={changeTones[change.kind]}>{words.kinds[change.kind]}</Tag>
        {change.note !== '' && (
          <span className="min-w-0 flex-1 text-xs font-normal text-ink-3">{change.note}</span>
        )}
        {target !== undefined && (
          <a
            className="ml-auto rounded-sm text-xs font-normal text-indigo hover:underline"
            href={hrefOf({ page: 'statute', versionId: to.id, article: String(target) })}
          >
            {words.open(articleLabel(target))}
          </a>
        )}
      </h3>
      {isOpen && (
        <div className="mt-1 pl-9">
          <SideBySide
            change={change}
            older={words.older(from.versionDate)}
            newer={words.newer(to.versionDate)}
          />
        </div>
      )}
    </article>
  );
}
