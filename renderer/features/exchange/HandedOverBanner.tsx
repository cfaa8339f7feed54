import { useState } from 'react';
import { attempt } from '../../app/errorText.ts';
import { exchangeHref } from '../../app/exchangeRoutes.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { type OpenProject, useProjects } from '../projects/projectsStore.ts';
import { takeBack } from './ownerStore.ts';
import { sealAgain, useUnfinished } from './unfinishedStore.ts';

/** On every screen of a project that this desk handed over: to whom, when, and the way back. */
export function HandedOverBanner({ projectId }: { projectId: string }) {
  const project = useProjects((state) => (state.openId === projectId ? state.open.value : null));
  if (!project) return null;
  const { isReadOnly, isDisputed } = project.holding;
  if (!isReadOnly && !isDisputed) return null;
  return (
    <div className="flex flex-none flex-col gap-2 border-b border-line bg-desk px-4 py-2">
      {isDisputed && <DisputedOwner />}
      {isReadOnly && <HandedOver project={project} />}
    </div>
  );
}

function DisputedOwner() {
  const words = useText().exchange.owner;
  return (
    <Banner
      tone="warning"
      actions={
        <a
          className="text-indigo"
          href={exchangeHref({ page: 'exchange', room: 'receive', projectId: null })}
        >
          {words.toChoice}
        </a>
      }
    >
      {words.disputed}
    </Banner>
  );
}

function HandedOver({ project }: { project: OpenProject }) {
  const text = useText();
  const words = text.exchange.owner;
  const language = useLanguage((state) => state.language);
  const [isAsking, setIsAsking] = useState(false);
  const isUnfinished = useUnfinished((state) =>
    state.left.some((one) => one.projectId === project.id),
  );
  const { owner, since, isTaken } = project.holding;
  const person = text.exchange.person(owner?.person ?? '');
  const moment = since === null ? '—' : formatMoment(language, since);
  return (
    <>
      <Banner
        tone={isUnfinished ? 'warning' : 'info'}
        actions={
          <>
            {isUnfinished && owner && (
              <Button
                size="small"
                tone="primary"
                onPress={() => attempt(() => sealAgain(project.id, owner.device))}
              >
                {words.sealAgain}
              </Button>
            )}
            <Button size="small" onPress={() => setIsAsking(true)}>
              {words.takeBack}
            </Button>
          </>
        }
      >
        {isTaken ? words.taken(person, moment) : words.handedOver(person, moment)}
        {isUnfinished && <p>{words.unfinished(person)}</p>}
      </Banner>
      <AlertDialog
        isOpen={isAsking}
        title={words.takeBackTitle(project.name)}
        confirmLabel={words.takeBack}
        cancelLabel={text.common.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          attempt(() => takeBack(project.id, project.name));
        }}
      >
        {words.takeBackNote}
      </AlertDialog>
    </>
  );
}
