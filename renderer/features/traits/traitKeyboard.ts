import type { Command } from '../../app/commands.ts';
import { attempt } from '../../app/errorText.ts';
import { answerTrait, setCurrentTrait, suggestionFor, useTraits } from './traitsStore.ts';

/** The element of a row carries this id, so that the keyboard can find it. */
export const traitRowId = (traitId: string): string => `trait-${traitId}`;

function focusAnswer(traitId: string): void {
  const row = document.getElementById(traitRowId(traitId));
  row?.querySelector<HTMLElement>('input:checked')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

function move(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-trait]')];
  const current = useTraits.getState().current;
  const index = rows.findIndex((row) => row.dataset['trait'] === current);
  const next = rows[index < 0 ? 0 : index + step];
  if (!next) return;
  const traitId = next.dataset['trait'] ?? '';
  setCurrentTrait(traitId);
  focusAnswer(traitId);
}

function answerCurrent(answer: boolean | null): void {
  const { current } = useTraits.getState();
  if (current === null) return;
  attempt(() => answerTrait(current, answer));
  requestAnimationFrame(() => focusAnswer(current)); // once the new answer is drawn
}

const hasCurrent = () => useTraits.getState().current !== null;

/** Keys of the traits screen: move, and answer where one stands. */
export const traitCommands: readonly Command[] = [
  {
    id: 'traits.next',
    group: 'review',
    label: (text) => text.projects.traits.commands.next,
    shortcut: 'j',
    run: () => move(1),
  },
  {
    id: 'traits.previous',
    group: 'review',
    label: (text) => text.projects.traits.commands.previous,
    shortcut: 'k',
    run: () => move(-1),
  },
  {
    id: 'traits.yes',
    group: 'review',
    label: (text) => text.projects.traits.commands.yes,
    shortcut: 'y',
    isWriting: true,
    when: hasCurrent,
    run: () => answerCurrent(true),
  },
  {
    id: 'traits.no',
    group: 'review',
    label: (text) => text.projects.traits.commands.no,
    shortcut: 'n',
    isWriting: true,
    when: hasCurrent,
    run: () => answerCurrent(false),
  },
  {
    id: 'traits.unknown',
    group: 'review',
    label: (text) => text.projects.traits.commands.unknown,
    shortcut: '0',
    isWriting: true,
    when: hasCurrent,
    run: () => answerCurrent(null),
  },
  {
    id: 'traits.adopt',
    group: 'review',
    label: (text) => text.projects.traits.commands.adopt,
    shortcut: 'a',
    isWriting: true,
    when: () => {
      const state = useTraits.getState();
      return suggestionFor(state.current)(state) !== null;
    },
    run: () => answerCurrent(true),
  },
];
