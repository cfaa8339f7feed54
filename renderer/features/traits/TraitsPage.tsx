import { useEffect, useState } from 'react';
import type { Trait, TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import { useCommands } from '../../app/commands.ts';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { loadTraits, useLibrary } from '../library/libraryStore.ts';
import { type OpenProject, useProjects } from '../projects/projectsStore.ts';
import { conflictsWith, traitGroups, withPending } from './traitAnswers.ts';
import { TraitDetail } from './TraitDetail.tsx';
import { traitCommands } from './traitKeyboard.ts';
import { TraitRow } from './TraitRow.tsx';
import { followTraits, useTraits } from './traitsStore.ts';

const filters = ['all', 'unanswered', 'suggested', 'yes', 'conflicts'] as const;
type Filter = (typeof filters)[number];

/** The questions that decide which items apply; the number of items follows each answer. */
export function TraitsPage({ projectId }: { projectId: string }) {
  const text = useText();
  const project = useProjects((state) => state.open.value);
  const traits = useLibrary((state) => state.traits);
  const pending = useTraits((state) => state.pending);
  const current = useTraits((state) => state.current);
  useEffect(() => {
    void loadTraits();
    followTraits(projectId);
  }, [projectId]);
  useCommands(traitCommands);
  if (traits.failure !== null) {
    return (
      <div className="p-4">
        <Banner tone="error" title={text.projects.traits.failed}>
          {errorText(traits.failure, text)}
        </Banner>
      </div>
    );
  }
  if (!project || !traits.value) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  const answers = withPending(project.traits, pending);
  const trait = traits.value.find((candidate) => candidate.id === current) ?? null;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
        <TraitList project={project} traits={traits.value} answers={answers} />
      </div>
      <aside
        aria-label={text.projects.traits.suggestion}
        className="flex min-h-0 w-96 flex-none flex-col border-l border-line bg-panel"
      >
        <TraitDetail projectId={projectId} trait={trait} traits={traits.value} answers={answers} />
      </aside>
    </div>
  );
}

interface TraitListProps {
  project: OpenProject;
  traits: readonly Trait[];
  answers: TraitAnswers;
}

function TraitList({ project, traits, answers }: TraitListProps) {
  const text = useText();
  const words = text.projects.traits;
  const suggestions = useTraits((state) => state.report.value?.suggestions);
  const [filter, setFilter] = useState<Filter>('all');
  const passes: Record<Filter, (trait: Trait) => boolean> = {
    all: () => true,
    unanswered: (trait) => answers[trait.id] === undefined,
    suggested: (trait) =>
      suggestions?.some((suggestion) => suggestion.traitId === trait.id) ?? false,
    yes: (trait) => answers[trait.id] === true,
    conflicts: (trait) => conflictsWith(trait, traits, answers).length > 0,
  };
  const shown = traits.filter(passes[filter]);
  return (
    <>
      <TraitBar project={project} answered={Object.keys(answers).length} total={traits.length} />
      <div className="flex flex-none items-center gap-1.5 border-b border-line bg-panel px-3 py-1.5">
        {filters.map((id) => (
          <FilterChip
            key={id}
            label={words.filters[id]}
            count={traits.filter(passes[id]).length}
            isSelected={filter === id}
            onChange={() => setFilter(id)}
          />
        ))}
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <p className="px-4 pt-3 text-xs text-ink-3">{words.lead}</p>
        {traitGroups.map((group) => (
          <TraitGroup
            key={group}
            title={words.groups[group]}
            rows={shown.filter((trait) => trait.group === group)}
            traits={traits}
            answers={answers}
          />
        ))}
        {shown.length === 0 && (
          <EmptyState
            icon="search"
            title={words.nothingShown}
            actions={<Button onPress={() => setFilter('all')}>{words.filters.all}</Button>}
          >
            {words.nothingShownHint}
          </EmptyState>
        )}
      </div>
    </>
  );
}

interface TraitBarProps {
  project: OpenProject;
  answered: number;
  total: number;
}

function TraitBar({ project, answered, total }: TraitBarProps) {
  const text = useText();
  const words = text.projects.traits;
  const isLocked = useIsLocked();
  return (
    <div className="flex h-10 flex-none items-center gap-3 border-b border-line bg-panel pr-3 pl-2">
      <IconButton
        icon="chevronLeft"
        label={words.back}
        onPress={() =>
          navigate({ page: 'project', projectId: project.id, tab: 'overview', at: {} })
        }
      />
      <h2 className="text-md font-semibold">{words.title}</h2>
      <span className="text-ink-2">{words.answered(answered, total)}</span>
      <span aria-live="polite" className="flex gap-3">
        <span className="text-indigo">{words.applies(project.progress.applicable)}</span>
        <span className="text-ink-3">{words.undetermined(project.progress.undetermined)}</span>
      </span>
      <span className="flex-1" />
      <span className="flex items-center gap-1 text-xs text-ink-3">
        <Kbd keys="J" />
        <Kbd keys="K" />
        {!isLocked && (
          <>
            <span className="w-1" />
            {words.yes}
            <Kbd keys="Y" />
            {words.no}
            <Kbd keys="N" />
            {words.unknown}
            <Kbd keys="0" />
          </>
        )}
      </span>
    </div>
  );
}

interface TraitGroupProps {
  title: string;
  rows: readonly Trait[];
  traits: readonly Trait[];
  answers: TraitAnswers;
}

function TraitGroup({ title, rows, traits, answers }: TraitGroupProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="border-b border-line px-4 pt-4 pb-1 text-xs font-normal text-ink-3">
        {title}
      </h3>
      {rows.map((trait) => (
        <TraitRow key={trait.id} trait={trait} traits={traits} answers={answers} />
      ))}
    </section>
  );
}
