import { type FormEvent, useEffect, useState } from 'react';
import type { ProjectSummary } from '#shared/domain/review/project.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { loadProjects, useProjects } from '../projects/projectsStore.ts';
import { BuiltPackage } from './BuiltPackage.tsx';
import type { Exchange } from './exchangeStore.ts';
import { HandOverChoice } from './HandOverChoice.tsx';
import { ProjectChoice } from './ProjectChoice.tsx';
import { ProtectionChoice } from './ProtectionChoice.tsx';
import { Section } from './Section.tsx';
import { beginDraft, draftProblem, type SendDraft } from './sendDraft.ts';
import { buildPackage, cancelBuilding, discardPackage, useSend } from './sendStore.ts';

interface SendRoomProps {
  exchange: Exchange;
  /** The project that was chosen before coming here. */
  projectId: string | null;
}

/** What is to be sent, to whom and how; then the package with its size, before it is saved. */
export function SendRoom({ exchange, projectId }: SendRoomProps) {
  const text = useText();
  const words = text.exchange.send;
  const { value: projects, failure } = useProjects((state) => state.list);
  const built = useSend((state) => state.built);
  useEffect(() => void loadProjects(), []);
  useEffect(() => {
    const waiting = useSend.getState().built;
    const isOther = !waiting?.projects.some((project) => project.id === projectId);
    if (projectId !== null && isOther) discardPackage();
  }, [projectId]);
  if (!projects && failure !== null)
    return <Banner tone="error">{errorText(failure, text)}</Banner>;
  if (!projects) return <p className="p-2 text-ink-3">{text.common.loading}</p>;
  if (projects.length === 0)
    return (
      <EmptyState icon="files" title={words.noProjects}>
        {words.noProjectsLead}
      </EmptyState>
    );
  if (built) return <BuiltPackage built={built} log={exchange.log} />;
  return <SendForm exchange={exchange} projects={projects} projectId={projectId} />;
}

interface SendFormProps extends SendRoomProps {
  projects: readonly ProjectSummary[];
}

function SendForm({ exchange, projects, projectId }: SendFormProps) {
  const text = useText();
  const words = text.exchange.send;
  const job = useSend((state) => state.job);
  const contacts = exchange.contacts.filter((contact) => contact.revokedAt === null);
  const [draft, setDraft] = useState(() => beginDraft(projectId, contacts.length > 0));
  const [isChecked, setIsChecked] = useState(false);
  const change = (part: Partial<SendDraft>) => setDraft({ ...draft, ...part });
  const problem = draftProblem(draft);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (problem === null) attempt(() => buildPackage(draft));
  };
  const shown = isChecked ? problem : null;
  return (
    <form className="flex flex-col gap-4" onSubmit={handleSubmit} noValidate>
      <ProjectChoice draft={draft} projects={projects} problem={shown} onChange={change} />
      <ProtectionChoice draft={draft} contacts={contacts} problem={shown} onChange={change} />
      <Section title={words.extent}>
        <div className="max-w-120">
          <RadioSegments
            label={words.extent}
            segments={(['all', 'since'] as const).map((id) => ({ id, label: words.extents[id] }))}
            value={draft.extent}
            onChange={(extent) => change({ extent })}
          />
        </div>
        {draft.extent === 'since' && <p className="text-ink-2">{words.sinceNote}</p>}
      </Section>
      <HandOverChoice draft={draft} problem={shown} onChange={change} />
      {job ? (
        <div className="flex items-end gap-4">
          <div className="min-w-0 flex-1">
            <ProgressBar
              label={words.preparing}
              value={job.total === 0 ? null : job.done}
              total={job.total}
              valueText={words.running(job.done, job.total)}
            />
          </div>
          <Button onPress={cancelBuilding}>{text.common.cancel}</Button>
        </div>
      ) : (
        <div>
          <Button type="submit" tone="primary">
            {words.prepare}
          </Button>
        </div>
      )}
    </form>
  );
}
