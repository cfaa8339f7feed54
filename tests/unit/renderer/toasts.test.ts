import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import {
  closeToasts,
  leaveToastsBehind,
  letGoOfLastCommand,
  showToast,
  useToasts,
} from '../../../renderer/ui/toasts.ts';

const address = { hash: '' };
const zh = messagesFor('zh-CN');
const en = messagesFor('en');
const shown = () => useToasts.getState().toasts.map(({ message }) => message(zh));
const removed = (name: string) =>
  showToast({
    message: (text) => text.documents.removed(name),
    action: { label: (text) => text.documents.undo, run: () => undefined },
  });

describe('a notice', () => {
  beforeEach(() => {
    vi.stubGlobal('location', address);
    address.hash = '#/project/p1/documents';
  });
  afterEach(() => {
    closeToasts();
    vi.unstubAllGlobals();
  });

  test('is worded in the language of the moment, and so is what it offers', () => {
    removed('合同');
    const [toast] = useToasts.getState().toasts;
    expect([zh, en].map((text) => [toast?.message(text), toast?.action?.label(text)])).toEqual([
      [zh.documents.removed('合同'), '撤销'],
      [en.documents.removed('合同'), 'Undo'],
    ]);
  });

  test('stays where only the query of the address changes, and leaves with its page', () => {
    removed('合同');
    leaveToastsBehind('#/project/p1/documents?version=v1');
    expect(shown()).toEqual([zh.documents.removed('合同')]);
    leaveToastsBehind('#/project/p1/review');
    expect(shown()).toEqual([]);
  });

  test('said on the way to a page is shown there', () => {
    address.hash = '#/library';
    showToast({ message: (text) => text.checklists.draft.discarded });
    leaveToastsBehind('#/library');
    expect(shown()).toEqual([zh.checklists.draft.discarded]);
  });

  test('that waits to be closed goes along: an error, and what says how it should stay', () => {
    showToast({ tone: 'error', message: (text) => text.common.connectionLost });
    showToast({ message: (text) => text.common.copied, stayMs: null });
    removed('合同');
    leaveToastsBehind('#/settings');
    expect(shown()).toEqual([zh.common.connectionLost, zh.common.copied]);
  });

  test('no longer offers to take back its command once something else is written', () => {
    showToast({
      message: (text) => text.documents.removed('合同'),
      action: { label: (text) => text.documents.undo, run: () => undefined, isOfLastCommand: true },
    });
    removed('附件');
    letGoOfLastCommand();
    const offers = useToasts.getState().toasts.map(({ action }) => action?.label(zh));
    expect(offers).toEqual([undefined, zh.documents.undo]);
  });
});
