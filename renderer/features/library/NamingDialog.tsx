import { useState } from 'react';
import type { ChecklistDraft } from '#shared/domain/library/checklistVersion.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface NamingDialogProps {
  kind: 'copy' | 'create';
  isOpen: boolean;
  proposed: string;
  onClose: () => void;
  /** Begins the draft under its name. */
  onName: (titleZh: string) => Promise<ChecklistDraft>;
}

/** Asks what a new checklist is called, and opens its draft. */
export function NamingDialog(props: NamingDialogProps) {
  const text = useText();
  const words = text.checklists.naming;
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.kind === 'copy' ? words.copyTitle : words.createTitle}
      closeLabel={text.common.close}
      width="narrow"
    >
      <Naming {...props} />
    </Dialog>
  );
}

function Naming({ kind, proposed, onClose, onName }: NamingDialogProps) {
  const words = useText().checklists.naming;
  const [title, setTitle] = useState(proposed);
  const [isMissing, setIsMissing] = useState(false);
  const begin = (): void => {
    const titleZh = title.trim();
    setIsMissing(titleZh === '');
    if (titleZh === '') return;
    attempt(async () => {
      const draft = await onName(titleZh);
      onClose();
      navigate({ page: 'draft', draftId: draft.id });
    });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <TextField
        label={words.name}
        value={title}
        onChange={setTitle}
        maxLength={200}
        autoFocus
        description={kind === 'copy' ? words.copyHow : words.createHow}
        error={isMissing ? words.nameMissing : null}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button tone="primary" type="submit">
          {words.begin}
        </Button>
      </div>
    </form>
  );
}
