import { type SyntheticEvent, useState } from 'react';
import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DeskSheet } from './DeskSheet.tsx';
import { isPassphraseReady, NewPassphraseFields } from './NewPassphraseFields.tsx';
import { createWorkspace } from './workspaceStore.ts';

type Protection = 'encrypted' | 'plain';

/** The first screen of all: a workspace is made here. */
export function FirstRunPage() {
  const text = useText();
  const words = text.workspace.firstRun;
  const [name, setName] = useState<string>(words.defaultName);
  const [person, setPerson] = useState('');
  const [protection, setProtection] = useState<Protection>('encrypted');
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const [isPlainKnown, setIsPlainKnown] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isProtected = protection === 'encrypted' ? isPassphraseReady(secret) : isPlainKnown;
  const isReady = name.trim() !== '' && person.trim() !== '' && isProtected;

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isReady || isPending) return;
    setIsPending(true);
    setFailure(null);
    const passphrase = protection === 'encrypted' ? secret.passphrase : null;
    void createWorkspace({ name: name.trim(), person: person.trim(), passphrase }).catch(
      (error: unknown) => {
        setFailure(error);
        setIsPending(false);
      },
    );
  };

  return (
    <DeskSheet title={words.title} lead={words.lead}>
      <form className="flex flex-col gap-4" onSubmit={handleSubmit} noValidate>
        <TextField
          label={words.name}
          value={name}
          onChange={setName}
          error={isChecked && name.trim() === '' ? words.nameMissing : null}
        />
        <TextField
          label={words.person}
          value={person}
          onChange={setPerson}
          autoFocus
          autoComplete="off"
          description={words.personHint}
          error={isChecked && person.trim() === '' ? words.personMissing : null}
        />
        <RadioSegments
          label={words.protection}
          segments={[
            { id: 'encrypted', label: words.encrypted },
            { id: 'plain', label: words.plain, tone: 'amber' },
          ]}
          value={protection}
          onChange={setProtection}
        />
        {protection === 'encrypted' ? (
          <>
            <NewPassphraseFields
              labels={[words.passphrase, words.passphraseAgain]}
              value={secret}
              onChange={setSecret}
              isChecked={isChecked}
            />
            <Banner>{words.loss}</Banner>
          </>
        ) : (
          <>
            <Banner tone="warning">{words.plainWarning}</Banner>
            <Checkbox
              isSelected={isPlainKnown}
              onChange={setIsPlainKnown}
              isInvalid={isChecked && !isPlainKnown}
            >
              {words.plainConfirm}
            </Checkbox>
          </>
        )}
        {failure !== null && <Banner tone="error">{errorText(failure, text)}</Banner>}
        <Button
          type="submit"
          tone="primary"
          size="large"
          isPending={isPending}
          isDisabled={protection === 'plain' && !isPlainKnown}
        >
          {isPending ? words.creating : words.create}
        </Button>
      </form>
    </DeskSheet>
  );
}
