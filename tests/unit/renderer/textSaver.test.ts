import { describe, expect, test } from 'vitest';
import { makeTextSaver, type TypedText } from '../../../renderer/features/typedText/textSaver.ts';

/** A saver whose clock is turned by hand and whose saves are answered by hand. */
function desk() {
  const timers = new Set<() => void>();
  const shown = new Map<string, TypedText | null>();
  const saves: { text: string; answer: () => void; refuse: (error: unknown) => void }[] = [];
  const saver = makeTextSaver({
    delayMs: 600,
    schedule: (run) => {
      timers.add(run);
      return () => timers.delete(run);
    },
    publish: (key, draft) => shown.set(key, draft),
  });
  const save = (text: string): Promise<void> =>
    new Promise((answer, refuse) => saves.push({ text, answer, refuse }));
  const pause = (): void => {
    const due = [...timers];
    timers.clear();
    for (const run of due) run();
  };
  return { saver, saves, shown, save, pause, waiting: () => timers.size };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('text that is typed', () => {
  test('is saved once after a pause, with what was typed last', async () => {
    const { saver, saves, shown, save, pause } = desk();
    saver.edit('note/1', '日', save);
    saver.edit('note/1', '日志', save);
    expect(saves).toEqual([]);
    pause();
    expect(saves.map((each) => each.text)).toEqual(['日志']);
    expect(shown.get('note/1')?.status).toBe('saving');
    saves[0]?.answer();
    await settled();
    expect(shown.get('note/1')).toBeNull();
  });

  test('is saved at once when the field is left', () => {
    const { saver, saves, save, waiting } = desk();
    saver.edit('note/1', '日志', save);
    void saver.flush('note/1');
    expect(saves.map((each) => each.text)).toEqual(['日志']);
    expect(waiting()).toBe(0);
  });

  test('while a save is under way waits for it, so that the older never overtakes the newer', async () => {
    const { saver, saves, shown, save, pause } = desk();
    saver.edit('note/1', '一', save);
    pause();
    saver.edit('note/1', '一二', save);
    void saver.flush('note/1');
    expect(saves.map((each) => each.text)).toEqual(['一']);
    saves[0]?.answer();
    await settled();
    expect(saves.map((each) => each.text)).toEqual(['一', '一二']);
    saves[1]?.answer();
    await settled();
    expect(shown.get('note/1')).toBeNull();
  });

  test('stays with its reason when the save fails, and is saved by the next try', async () => {
    const { saver, saves, shown, save, pause } = desk();
    saver.edit('note/1', '日志', save);
    pause();
    saves[0]?.refuse('disk-full');
    await settled();
    expect(shown.get('note/1')).toEqual({ text: '日志', status: 'failed', error: 'disk-full' });
    void saver.flush('note/1');
    saves[1]?.answer();
    await settled();
    expect(shown.get('note/1')).toBeNull();
  });

  test('of several fields is saved each by itself when the screen closes', async () => {
    const { saver, saves, save } = desk();
    saver.edit('note/1', 'a', save);
    saver.edit('finding/2/problem', 'b', save);
    const all = saver.flushAll();
    for (const each of saves) each.answer();
    await all;
    expect(saves.map((each) => each.text)).toEqual(['a', 'b']);
  });

  test('is forgotten when the workspace closes, also by a save that answers later', async () => {
    const { saver, saves, shown, save, pause } = desk();
    saver.edit('note/1', 'a', save);
    pause();
    saver.forgetAll();
    saves[0]?.refuse('workspace-locked');
    await settled();
    expect(shown.get('note/1')).toBeNull();
  });
});
