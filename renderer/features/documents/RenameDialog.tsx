import { type SyntheticEvent, useId, useState } from 'react';
import type { ProjectDocument } from '#shared/domain/review/document.ts';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { renameDocument } from './documentsStore.ts';

interface RenameDialogProps {
  document: ProjectDocument;
  onClose: () => void;
}

export function RenameDialog({ document, onClose }: RenameDialogProps) {
  const text = useText();
  const words = text.documents;
  const formId = useId();
  const [title, setTitle] = useState(document.title);
  const [error, setError] = useState<string | null>(null);
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (title.trim() === '') {
      setError(words.titleMissing);
      return;
    }
    void renameDocument(document.id, title.trim()).then(onClose, (failure: unknown) =>
      setError(errorText(failure, text)),
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.renameTitle}
      closeLabel={text.common.close}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button type="submit" form={formId} tone="primary" keys="Enter">
            {text.common.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={handleSubmit} noValidate>
        <TextField
          label={words.newTitle}
          autoFocus
          maxLength={200}
          value={title}
          onChange={setTitle}
          error={error}
        />
      </form>
    </Dialog>
  );
}
