import { useEffect } from 'react';
import { useLanguage, useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { loadTraits, useLibrary } from '../library/libraryStore.ts';
import { Card } from './Card.tsx';
import type { OpenProject } from './projectsStore.ts';

const mostUnanswered = 6;

/** The traits answered "yes", and those still open. */
export function TraitsSummary({ project }: { project: OpenProject }) {
  const text = useText();
  const words = text.projects.overview;
  const isLocked = useIsLocked();
  const language = useLanguage((state) => state.language);
  const traits = useLibrary((state) => state.traits.value) ?? [];
  useEffect(() => void loadTraits(), []);
  const labelOf = (trait: (typeof traits)[number]) =>
    language === 'en' ? trait.labelEn : trait.labelZh;
  const yes = traits.filter((trait) => project.traits[trait.id] === true);
  const open = traits.filter((trait) => project.traits[trait.id] === undefined);
  const { traitsAnswered, traitsTotal } = project.progress;
  return (
    <Card title={words.traits} aside={words.traitsAnswered(traitsAnswered, traitsTotal)}>
      <p className="mb-1.5 text-xs text-ink-3">{words.traitsYes}</p>
      <div className="flex flex-wrap gap-1.5">
        {yes.length === 0 && <span className="text-ink-2">{words.noTraitsYes}</span>}
        {yes.map((trait) => (
          <Chip key={trait.id}>{labelOf(trait)}</Chip>
        ))}
      </div>
      {open.length > 0 && (
        <>
          <p className="mt-3 mb-1.5 text-xs text-ink-3">{words.traitsUnanswered}</p>
          <div className="flex flex-wrap gap-1.5">
            {open.slice(0, mostUnanswered).map((trait) => (
              <Chip key={trait.id} tone="suggest">
                {labelOf(trait)}
              </Chip>
            ))}
            {open.length > mostUnanswered && (
              <span className="text-xs leading-5.5 text-ink-3">
                {words.moreTraits(open.length - mostUnanswered)}
              </span>
            )}
          </div>
        </>
      )}
      <div className="mt-3">
        <Button
          onPress={() =>
            navigate({
              page: 'project',
              projectId: project.id,
              tab: 'overview',
              at: { section: 'traits' },
            })
          }
        >
          {isLocked ? words.readTraits : words.openTraits}
        </Button>
      </div>
    </Card>
  );
}
