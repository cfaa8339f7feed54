import { useState } from 'react';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import { formatDay, formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { useToday } from '../../app/today.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from './Card.tsx';
import { ProjectForm } from './ProjectForm.tsx';
import { type OpenProject, updateProject } from './projectsStore.ts';

/** Name, client, type, due day, round. */
export function ProjectFacts({ project }: { project: OpenProject }) {
  const text = useText();
  const words = text.projects;
  const language = useLanguage((state) => state.language);
  const today = useToday((state) => state.today);
  const [isEditing, setIsEditing] = useState(false);
  const due = project.due === null ? '' : formatDay(language, project.due, today.getFullYear());
  const facts: readonly (readonly [string, string])[] = [
    [words.form.name, project.name],
    [words.form.client, project.client],
    [words.form.type, project.type],
    [words.form.due, due],
    [words.overview.round, text.words.round(project.round)],
    [text.exchange.owner.label, ownerWords(project, text, language)],
    [words.overview.createdAt, formatMoment(language, project.createdAt)],
  ];
  return (
    <Card
      title={words.overview.facts}
      aside={
        <Button tone="quiet" size="small" icon="edit" isWriting onPress={() => setIsEditing(true)}>
          {text.common.edit}
        </Button>
      }
    >
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-y-1.5">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className={value === '' ? 'text-ink-3' : undefined}>
              {value === '' ? words.overview.unset : value}
            </dd>
          </div>
        ))}
      </dl>
      {isEditing && (
        <ProjectForm
          project={project}
          onClose={() => setIsEditing(false)}
          onSubmit={async (fields) => {
            await updateProject(project.id, fields);
            setIsEditing(false);
          }}
        />
      )}
    </Card>
  );
}

function ownerWords({ holding }: OpenProject, text: Messages, language: Language): string {
  const { owner, since } = holding;
  if (!owner) return '';
  const person = text.exchange.person(owner.person);
  return since === null ? person : text.exchange.owner.since(person, formatMoment(language, since));
}
