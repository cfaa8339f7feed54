import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../renderer/app/commands.ts';

class FakeElement {
  isContentEditable = false;
}
class FakeInput extends FakeElement {
  readonly type: string;
  constructor(type: string) {
    super();
    this.type = type;
  }
}
class FakeTextArea extends FakeElement {}
class FakeSelect extends FakeElement {}

vi.stubGlobal('HTMLElement', FakeElement);
vi.stubGlobal('HTMLInputElement', FakeInput);
vi.stubGlobal('HTMLTextAreaElement', FakeTextArea);
vi.stubGlobal('HTMLSelectElement', FakeSelect);
const { commandFor, shortcutLabel, shortcutOf, takesText } =
  await import('../../../renderer/app/shortcuts.ts');

const press = (over: Partial<KeyboardEvent>) =>
  ({
    key: '',
    keyCode: 0,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    defaultPrevented: false,
    repeat: false,
    target: new FakeElement(),
    ...over,
  }) as unknown as KeyboardEvent;

const command = (over: Partial<Command>): Command => ({
  id: 'c',
  group: 'go',
  label: () => 'c',
  run: () => undefined,
  ...over,
});
const next = command({ id: 'next', shortcut: 'j' });
const undo = command({ id: 'undo', shortcut: 'mod+z' });
const palette = command({ id: 'palette', shortcut: 'mod+k', isOnWhileTyping: true });
const sheet = command({ id: 'sheet', shortcut: '?', alsoOn: ['？'] });
const table = [next, undo, palette, sheet];

let modal: object | null = null;
beforeEach(() => vi.stubGlobal('document', { querySelector: () => modal }));
afterEach(() => {
  modal = null;
});

describe('names of key presses', () => {
  it.each([
    [{ key: 'j' }, 'j'],
    [{ key: 'J', shiftKey: true }, 'shift+j'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'k', ctrlKey: true }, 'mod+k'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
    [{ key: 'Enter' }, 'enter'],
    [{ key: ' ' }, 'space'],
    [{ key: '2', code: 'Digit2', altKey: true }, 'alt+2'],
  ] as const)('%o is %s', (event, name) => {
    expect(shortcutOf(press(event), false)).toBe(name);
  });

  it('takes Command for Ctrl on a Mac, and Option with a digit for what it is', () => {
    expect([
      shortcutOf(press({ key: 'k', metaKey: true }), true),
      shortcutOf(press({ key: '™', code: 'Digit2', altKey: true }), true),
    ]).toEqual(['mod+k', 'alt+2']);
  });

  it('shows keys as they stand on the keyboard', () => {
    expect([shortcutLabel('mod+shift+z', false), shortcutLabel('mod+k', true)]).toEqual([
      'Ctrl+Shift+Z',
      '⌘+K',
    ]);
  });
});

describe('which command a key asks for', () => {
  it('runs single keys outside of text, and never while an input method composes', () => {
    expect([
      commandFor(press({ key: 'j' }), table)?.id,
      commandFor(press({ key: 'j', isComposing: true }), table),
      commandFor(press({ key: 'j', keyCode: 229 }), table),
    ]).toEqual(['next', null, null]);
  });

  it('leaves every key but those marked for it to text fields', () => {
    const target = new FakeInput('text') as unknown as EventTarget;
    expect([
      commandFor(press({ key: 'j', target }), table),
      commandFor(press({ key: 'z', ctrlKey: true, target }), table),
      commandFor(press({ key: 'k', ctrlKey: true, target }), table)?.id,
    ]).toEqual([null, null, 'palette']);
  });

  it('counts radio buttons and check boxes as no text', () => {
    expect([
      takesText(new FakeInput('radio') as unknown as EventTarget),
      takesText(new FakeInput('search') as unknown as EventTarget),
      takesText(new FakeTextArea() as unknown as EventTarget),
      takesText(null),
    ]).toEqual([false, true, true, false]);
  });

  it('leaves keys to an open dialog, and those another control has used', () => {
    modal = {};
    expect(commandFor(press({ key: 'j' }), table)).toBeNull();
    modal = null;
    expect(commandFor(press({ key: 'j', defaultPrevented: true }), table)).toBeNull();
  });

  it('passes over commands that cannot run now', () => {
    const stopped = command({ id: 'stopped', shortcut: 'j', when: () => false });
    expect(commandFor(press({ key: 'j' }), [stopped, next])?.id).toBe('next');
  });

  it('knows the full-width question mark of a Chinese keyboard', () => {
    expect(commandFor(press({ key: '？', shiftKey: true }), table)?.id).toBe('sheet');
  });
});
