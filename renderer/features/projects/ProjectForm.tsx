import { type SyntheticEvent, useId, useState } from 'react';
import type { ProjectFields } from '#shared/domain/review/project.ts';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { useToday } from '../../app/today.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FilterChip } from '../../ui/Chip.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readDay } from './readDay.ts';

interface ProjectFormProps {
  /** Null to create one. */
  project: ProjectFields | null;
  onClose: () => void;
  onSubmit: (fields: ProjectFields) => Promise<void>;
}

/** What is known of a project, when it is begun and later. */
export function ProjectForm({ project, onClose, onSubmit }: ProjectFormProps) {
  const text = useText();
  const words = text.projects.form;
  const formId = useId();
  const today = useToday((state) => state.today);
  const [name, setName] = useState(project?.name ?? '');
  const [client, setClient] = useState(project?.client ?? '');
  const [type, setType] = useState(project?.type ?? '');
  const [due, setDue] = useState(project?.due ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const day = readDay(due, today);
  const isDueWrong = due.trim() !== '' && day === null;
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (name.trim() === '' || isDueWrong || isPending) return;
    setIsPending(true);
    setFailure(null);
    const fields = {
      name: name.trim(),
      client: client.trim(),
      type: type.trim(),
      due: day,
    };
    void onSubmit(fields).catch((error: unknown) => {
      setFailure(error);
      setIsPending(false);
    });
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={project ? words.editTitle : words.createTitle}
      closeLabel={text.common.close}
      isDismissable={false}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button type="submit" form={formId} tone="primary" isPending={isPending} keys="Enter">
            {project ? text.common.save : words.create}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-3" onSubmit={handleSubmit} noValidate>
        <TextField
          label={words.name}
          autoFocus
          maxLength={200}
          value={name}
          onChange={setName}
          placeholder={words.namePlaceholder}
          error={isChecked && name.trim() === '' ? words.nameMissing : null}
        />
        <TextField label={words.client} maxLength={200} value={client} onChange={setClient} />
        <div className="flex flex-col gap-1.5">
          <TextField label={words.type} maxLength={100} value={type} onChange={setType} />
          <div className="flex flex-wrap items-center gap-1.5 text-xs text-ink-3">
            {words.typeHint}
            {words.types.map((known) => (
              <FilterChip
                key={known}
                label={known}
                isSelected={type === known}
                onChange={(isSelected) => setType(isSelected ? known : '')}
              />
            ))}
          </div>
        </div>
        <TextField
          label={words.due}
          inputMode="numeric"
          value={due}
          onChange={setDue}
          aside={day}
          description={words.dueHint}
          error={isChecked && isDueWrong ? words.dueWrong : null}
        />
        {failure !== null && <Banner tone="error">{errorText(failure, text)}</Banner>}
      </form>
    </Dialog>
  );
}
