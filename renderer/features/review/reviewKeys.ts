import { attempt } from '../../app/errorText.ts';
import type { Command } from '../../app/commands.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { attachSelection } from './attachSelection.ts';
import { addFinding, setVerdict } from './reviewCommands.ts';
import { setHistoryOpen, stepItem, useReview } from './reviewStore.ts';
import { verdictKeys } from './VerdictPicker.tsx';

const hasItem = (): boolean => useReview.getState().itemId !== null;
const hasReader = (): boolean => useReview.getState().reader !== null;

const verdictLabels = {
  met: (text: Messages) => text.review.keys.met,
  partial: (text: Messages) => text.review.keys.partial,
  'not-met': (text: Messages) => text.review.keys.notMet,
  'not-applicable': (text: Messages) => text.review.keys.notApplicable,
  'needs-material': (text: Messages) => text.review.keys.needsMaterial,
};

/** What the keyboard does on the review screen; the same table feeds the palette and the sheet of keys. */
export const reviewCommands: readonly Command[] = [
  ...verdictKeys.map(({ verdict }, index): Command => ({
    id: `review.verdict.${verdict}`,
    group: 'review',
    label: verdictLabels[verdict],
    shortcut: String(index + 1),
    isWriting: true,
    when: hasItem,
    run: () => attempt(() => setVerdict(verdict)),
  })),
  {
    id: 'review.verdict.unreviewed',
    group: 'review',
    label: (text) => text.review.keys.unreviewed,
    shortcut: '0',
    isWriting: true,
    when: hasItem,
    run: () => attempt(() => setVerdict('unreviewed')),
  },
  {
    id: 'review.next',
    group: 'review',
    label: (text) => text.review.keys.next,
    shortcut: 'j',
    run: () => attempt(() => stepItem(1)),
  },
  {
    id: 'review.previous',
    group: 'review',
    label: (text) => text.review.keys.previous,
    shortcut: 'k',
    run: () => attempt(() => stepItem(-1)),
  },
  {
    id: 'review.attach',
    group: 'review',
    label: (text) => text.review.keys.attach,
    shortcut: 'e',
    isWriting: true,
    run: () => attempt(attachSelection),
  },
  {
    id: 'review.sentence.next',
    group: 'review',
    label: (text) => text.review.keys.nextSentence,
    shortcut: 's',
    when: hasReader,
    run: () => useReview.getState().reader?.handle.selectSentence(1),
  },
  {
    id: 'review.sentence.previous',
    group: 'review',
    label: (text) => text.review.keys.previousSentence,
    shortcut: 'shift+s',
    when: hasReader,
    run: () => useReview.getState().reader?.handle.selectSentence(-1),
  },
  {
    id: 'review.sentence.turn',
    group: 'review',
    label: (text) => text.review.keys.turnSelection,
    shortcut: 'alt+s',
    when: hasReader,
    run: () => useReview.getState().reader?.handle.turnSelection(),
  },
  {
    id: 'review.finding',
    group: 'review',
    label: (text) => text.review.keys.finding,
    shortcut: 'f',
    isWriting: true,
    when: hasItem,
    run: () => attempt(addFinding),
  },
  {
    id: 'review.document',
    group: 'review',
    label: (text) => text.review.keys.document,
    shortcut: 'd',
    when: hasReader,
    run: () => useReview.getState().reader?.handle.focus(),
  },
  {
    id: 'review.history',
    group: 'review',
    label: (text) => text.review.keys.history,
    shortcut: 'h',
    when: hasItem,
    run: () => setHistoryOpen(true),
  },
];
