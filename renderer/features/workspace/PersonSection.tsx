import { useState } from 'react';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { takeStatus } from './workspaceStore.ts';

interface PersonSectionProps {
  person: string;
  firm: string;
}

/** Who signs: the lawyer and the firm. */
export function PersonSection({ person, firm }: PersonSectionProps) {
  const text = useText();
  const words = text.workspace.settings.person;
  const [name, setName] = useState(person);
  const [firmName, setFirmName] = useState(firm);
  const isChanged = name.trim() !== person || firmName.trim() !== firm;
  const handleSave = () =>
    attempt(async () => {
      const commandId = newCommandId();
      const signing = { person: name.trim(), firm: firmName.trim() };
      takeStatus(await client('workspace.setPerson', { commandId, ...signing }));
      showToast({ tone: 'success', message: (text) => text.workspace.settings.person.saved });
    });
  return (
    <SettingsSection title={words.title}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged && name.trim() !== '') handleSave();
        }}
        noValidate
      >
        <TextField
          label={words.name}
          maxLength={100}
          value={name}
          onChange={setName}
          description={words.hint}
          error={name.trim() === '' ? text.workspace.firstRun.personMissing : null}
        />
        <TextField
          label={words.firm}
          maxLength={100}
          value={firmName}
          onChange={setFirmName}
          description={words.firmHint}
        />
        <div>
          <Button type="submit" isDisabled={!isChanged || name.trim() === ''}>
            {text.common.save}
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
