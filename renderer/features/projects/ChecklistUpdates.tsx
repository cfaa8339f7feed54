import { useCallback, useEffect, useState } from 'react';
import type { ChecklistUpdate } from '#shared/domain/library/checklistVersion.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow, useLanguage, useText } from '../../app/language.ts';
import { undoing } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import { ItemChanges } from '../checklists/ItemChanges.tsx';
import { Card } from './Card.tsx';
import { type OpenProject, reloadOpenProject } from './projectsStore.ts';

/** Newer versions of the checklists that the project reads, and what taking one would do to its answers. */
export function ChecklistUpdates({ project }: { project: OpenProject }) {
  const words = useText().checklists.updates;
  const updates = useUpdates(project);
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => setOpenId(null), []);
  if (updates.length === 0) return null;
  const open = updates.find((update) => update.checklistId === openId) ?? null;
  return (
    <Card title={words.title}>
      <ul className="flex flex-col gap-2">
        {updates.map((update) => (
          <li key={update.checklistId} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <UpdateTitle update={update} />
              <span className="block text-xs text-ink-3">{effectOf(update, words)}</span>
            </span>
            <Button size="small" onPress={() => setOpenId(update.checklistId)}>
              {words.open}
            </Button>
          </li>
        ))}
      </ul>
      <UpdateDialog project={project} update={open} onClose={close} />
    </Card>
  );
}

type Words = ReturnType<typeof textNow>['checklists']['updates'];

function effectOf({ isFromHeld, ...update }: ChecklistUpdate, words: Words): string {
  if (update.from !== null && !isFromHeld) return words.notHeld;
  return words.effect(update.carried, update.reopened.length, update.archived.length, update.added);
}

function UpdateTitle({ update }: { update: ChecklistUpdate }) {
  const words = useText().checklists.updates;
  const language = useLanguage((state) => state.language);
  const title = language === 'en' ? update.titleEn : update.titleZh;
  return (
    <span className="block">
      {update.from === null
        ? words.begun(title, update.to.version)
        : words.line(title, update.from.version, update.to.version)}
    </span>
  );
}

interface UpdateDialogProps {
  project: OpenProject;
  update: ChecklistUpdate | null;
  onClose: () => void;
}

function UpdateDialog({ project, update, onClose }: UpdateDialogProps) {
  const text = useText();
  const words = text.checklists.updates;
  const adopt = ({ to }: ChecklistUpdate): void =>
    attempt(async () => {
      await client('checklist.pin', {
        commandId: newCommandId(),
        projectId: project.id,
        versionId: to.id,
      });
      onClose();
      await reloadOpenProject();
      showToast({
        tone: 'success',
        message: (text) => text.checklists.updates.done(to.titleZh, to.version),
        action: undoing((text) => text.checklists.updates.undo),
      });
    });
  return (
    <Dialog
      isOpen={update !== null}
      onClose={onClose}
      title={words.dialogTitle}
      closeLabel={text.common.close}
      width="wide"
      actions={
        update && (
          <>
            <Button onPress={onClose}>{words.later}</Button>
            <Button tone="primary" isWriting onPress={() => adopt(update)}>
              {update.from === null ? words.adopt : words.update}
            </Button>
          </>
        )
      }
    >
      {update && <UpdateEffect update={update} />}
    </Dialog>
  );
}

function UpdateEffect({ update }: { update: ChecklistUpdate }) {
  const text = useText();
  const words = text.checklists;
  const older = words.comparison.older(update.from?.version ?? '');
  const newer = words.comparison.newer(update.to.version);
  const groups = [
    [words.updates.reopened, update.reopened],
    [words.updates.archived, update.archived],
  ] as const;
  return (
    <div className="flex flex-col gap-3">
      <UpdateTitle update={update} />
      <p className="text-ink-2">{words.updates.how}</p>
      <p>{effectOf(update, words.updates)}</p>
      {update.reopened.length + update.archived.length === 0 && (
        <p className="text-ink-3">{words.updates.nothingAnswered}</p>
      )}
      {groups.map(
        ([title, changes]) =>
          changes.length > 0 && (
            <section key={title} aria-label={title}>
              <h3 className="text-base">{title}</h3>
              <ItemChanges changes={changes} older={older} newer={newer} />
            </section>
          ),
      )}
    </div>
  );
}

const noUpdates: readonly ChecklistUpdate[] = [];

/** Read again whenever the project was: after every change that may concern it. */
function useUpdates(project: OpenProject): readonly ChecklistUpdate[] {
  const [updates, setUpdates] = useState(noUpdates);
  useEffect(() => {
    attempt(async () => setUpdates(await client('checklist.updates', { projectId: project.id })));
  }, [project]);
  return updates;
}
