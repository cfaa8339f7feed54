import { afterEach, expect, test } from 'vitest';
import {
  canRun,
  type Command,
  lockWriting,
  runCommand,
  runOrExplain,
  offerCommands,
} from '../../../renderer/app/commands.ts';

const done: string[] = [];
const command = (id: string, over: Partial<Command> = {}): Command => ({
  id,
  group: 'review',
  label: () => id,
  run: () => done.push(id),
  ...over,
});
const verdict = command('verdict', { isWriting: true });
const history = command('history');
const absent = command('absent', { isWriting: true, when: () => false });

afterEach(() => {
  done.length = 0;
  lockWriting(null);
});

test('commands that write are shut while the project may only be read, and their keys say why', () => {
  const withdraw = offerCommands([verdict, history, absent]);
  lockWriting(() => done.push('why'));
  expect([verdict, history, absent].map(canRun)).toEqual([false, true, false]);
  runCommand('verdict');
  runOrExplain(verdict);
  runOrExplain(history);
  expect(done).toEqual(['why', 'history']);
  lockWriting(null);
  expect([verdict, history, absent].map(canRun)).toEqual([true, true, false]);
  runOrExplain(verdict);
  expect(done.at(-1)).toBe('verdict');
  withdraw();
});
