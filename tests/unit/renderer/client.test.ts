import { describe, expect, it, vi } from 'vitest';
import { readLines } from '../../../renderer/client/lines.ts';
import { inTurn } from '../../../renderer/client/resource.ts';
import { takeToken } from '../../../renderer/client/token.ts';
import { followWrite, useWrites } from '../../../renderer/client/writes.ts';

const stream = (...parts: string[]) => {
  const bytes = parts.map((part) => new TextEncoder().encode(part));
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of bytes) controller.enqueue(part);
      controller.close();
    },
  });
};

describe('events as one document a line', () => {
  it('puts lines together however they were cut, characters included', async () => {
    const whole = new TextEncoder().encode('{"a":"停车"}\n\n{"a":2}\n{"a":3');
    const read: unknown[] = [];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of whole) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    await readLines(body, (value) => read.push(value));
    expect(read).toEqual([{ a: '停车' }, { a: 2 }]);
  });

  it('fails on a line that is no document', async () => {
    await expect(readLines(stream('{"a":1}\nnot json\n'), () => undefined)).rejects.toThrow();
  });
});

describe('the token of the loopback host', () => {
  const desk = (hash: string, kept: string | null) => {
    const stored = new Map<string, string>(kept === null ? [] : [['desk.token', kept]]);
    const replaced: string[] = [];
    const token = takeToken(
      { hash } as Location,
      {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => void stored.set(key, value),
      } as unknown as Storage,
      {
        replaceState: (_: unknown, __: string, url: string) => replaced.push(url),
      } as unknown as History,
    );
    return { token, kept: stored.get('desk.token'), replaced };
  };

  it('is kept for the tab and taken out of the address', () => {
    expect(desk('#token=abc-_1', null)).toEqual({
      token: 'abc-_1',
      kept: 'abc-_1',
      replaced: ['#/'],
    });
  });

  it('leaves the page that was asked for', () => {
    expect(desk('#/project/p1/review?token=x%2By', null)).toEqual({
      token: 'x+y',
      kept: 'x+y',
      replaced: ['#/project/p1/review'],
    });
  });

  it('comes from the tab when the address has none', () => {
    expect(desk('#/projects', 'old')).toEqual({ token: 'old', kept: 'old', replaced: [] });
  });
});

describe('reading in turn', () => {
  it('never runs twice at once and runs once more for all calls made meanwhile', async () => {
    const finish: (() => void)[] = [];
    const read = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          finish.push(resolve);
        }),
    );
    const reload = inTurn(read);
    const all = Promise.all([reload(), reload(), reload()]);
    expect(read).toHaveBeenCalledTimes(1);
    finish[0]?.();
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    finish[1]?.();
    await all;
    expect(read).toHaveBeenCalledTimes(2);
  });
});

describe('the saved mark', () => {
  it('says saved only after the answer, and says so when a write was refused', async () => {
    let answer: (value: string) => void = () => undefined;
    const write = followWrite(
      () =>
        new Promise<string>((resolve) => {
          answer = resolve;
        }),
      () => 1000,
    );
    expect(useWrites.getState()).toEqual({ pending: 1, savedAtMs: null, hasFailed: false });
    answer('done');
    expect(await write).toBe('done');
    expect(useWrites.getState()).toEqual({ pending: 0, savedAtMs: 1000, hasFailed: false });
    await expect(
      followWrite(
        () => Promise.reject(new Error('disk full')),
        () => 2000,
      ),
    ).rejects.toThrow('disk full');
    expect(useWrites.getState()).toEqual({ pending: 0, savedAtMs: 1000, hasFailed: true });
  });
});
