import { useEffect, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { inputClass } from '../../ui/FieldFrame.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { showToast } from '../../ui/toasts.ts';
import { completions, type Completion } from './citationCompletion.ts';
import { useStatutes, wantStatutes } from './statutesStore.ts';

interface CitationFieldProps {
  cited: readonly PinnedCitation[];
  onAdd: (citation: PinnedCitation) => void;
}

/** Adds a citation by typing: a law by name, alias or a few of its letters, then the article. */
export function CitationField({ cited, onAdd }: CitationFieldProps) {
  const words = useText().law.field;
  const [typed, setTyped] = useState('');
  const options = useCompletions(typed);
  const isLocked = useIsLocked();
  useEffect(wantStatutes, []);
  const choose = (option: Completion): void => {
    if (option.kind === 'law') setTyped(option.fill);
    if (option.kind !== 'cite') return;
    setTyped('');
    if (cited.some(({ cite }) => cite === option.pin.cite)) {
      showToast({ tone: 'info', message: (text) => text.law.field.taken });
      return;
    }
    onAdd(option.pin);
  };
  return (
    <ComboBox
      aria-label={words.label}
      isDisabled={isLocked}
      items={options}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option) choose(option);
      }}
      disabledKeys={options.flatMap(({ id, kind }) => (kind === 'note' ? id : []))}
      allowsCustomValue
      menuTrigger="input"
    >
      <Input placeholder={words.placeholder} className={`${inputClass} h-7 w-full`} />
      <Popover
        offset={2}
        className="fade-in max-h-80 w-(--trigger-width) min-w-80 overflow-auto rounded-md border border-line-2 bg-paper p-1 shadow-overlay"
      >
        <ListBox<Completion> className="outline-none">
          {(option) => <CompletionRow option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function CompletionRow({ option }: { option: Completion }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="flex min-h-7 cursor-default flex-col justify-center rounded-sm px-2 py-0.5 outline-none data-disabled:text-amber data-focused:bg-indigo-soft data-focused:text-indigo"
    >
      <span>{option.label}</span>
      {option.kind === 'cite' && option.note !== '' && (
        <span lang="zh-CN" className="truncate font-text text-xs text-ink-3">
          {option.note}
        </span>
      )}
    </ListBoxItem>
  );
}

const none: readonly Completion[] = [];

/** What completes the text typed; an answer that comes after further typing is dropped. */
function useCompletions(typed: string): readonly Completion[] {
  const text = useText();
  const statutes = useStatutes((state) => state.statutes.value);
  const [answer, setAnswer] = useState<{ typed: string; options: readonly Completion[] } | null>(
    null,
  );
  useEffect(() => {
    if (statutes === null || typed.trim() === '') return undefined;
    let isGone = false;
    attempt(async () => {
      const options = await completions(typed, statutes, text);
      if (!isGone) setAnswer({ typed, options });
    });
    return () => {
      isGone = true;
    };
  }, [typed, statutes, text]);
  return typed.trim() === '' ? none : (answer?.options ?? none);
}
