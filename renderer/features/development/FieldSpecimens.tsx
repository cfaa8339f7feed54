import { useState } from 'react';
import { useText } from '../../app/language.ts';
import { Button, type ButtonTone } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Specimen } from './Specimen.tsx';

const tones: readonly ButtonTone[] = ['primary', 'plain', 'quiet', 'danger'];

export function FieldSpecimens() {
  const words = useText().common.development;
  const [typed, setTyped] = useState('');
  return (
    <>
      <Specimen title={words.sections.buttons}>
        {tones.map((tone) => (
          <div key={tone} className="flex flex-wrap gap-2">
            <Button tone={tone} keys="J">
              {words[tone]}
            </Button>
            <Button tone={tone} icon="add" size="small">
              {words.icon}
            </Button>
            <Button tone={tone} isDisabled>
              {words.disabled}
            </Button>
            <Button tone={tone} isPending>
              {words.pending}
            </Button>
          </div>
        ))}
        <div className="flex items-center gap-2">
          <IconButton icon="copy" label={words.plain} />
          <IconButton icon="edit" label={words.plain} tone="plain" keys="E" />
          <IconButton icon="trash" label={words.danger} tone="danger" />
          <IconButton icon="eye" label={words.plain} isSelected />
          <IconButton icon="lock" label={words.disabled} isDisabled />
          <Kbd keys="Ctrl+K" />
          <Kbd keys="?" />
        </div>
      </Specimen>
      <Specimen title={words.sections.fields}>
        <TextField
          label={words.fieldLabel}
          defaultValue={words.fieldValue}
          description={words.fieldHint}
        />
        <TextField
          label={words.fieldLabel}
          placeholder={words.placeholder}
          error={words.fieldError}
        />
        <TextField label={words.fieldLabel} defaultValue={words.fieldValue} isDisabled />
        <TextField
          label={words.fieldLabel}
          defaultValue={words.fieldValue}
          isReadOnly
          size="large"
        />
        <TextArea label={words.note} defaultValue={words.noteValue} aside={words.suggestion} />
        <SearchField
          label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={setTyped}
        />
      </Specimen>
    </>
  );
}
