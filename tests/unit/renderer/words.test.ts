import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { languages, messagesFor } from '#shared/i18n/catalogue.ts';

const renderer = path.resolve(import.meta.dirname, '../../../renderer');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The grades of severity are the field's own names and serve as ids; the full-width question mark is a key. */
const allowed = /重大|较大|一般|？/g;

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('words on the screen', () => {
  it('stand in the catalogue and nowhere in the renderer', () => {
    const found = sources(renderer).flatMap((file) => {
      const code = withoutComments(readFileSync(file, 'utf8')).replace(allowed, '');
      const han = /\p{Script=Han}+/u.exec(code);
      const text = />\s*[A-Za-z][A-Za-z ,.]+[a-z]\s*<\//.exec(code);
      return [han, text].filter(Boolean).map((match) => `${path.basename(file)}: ${match?.[0]}`);
    });
    expect(found).toEqual([]);
  });

  it('are English in the English frame and screens of this room', () => {
    const { common, workspace, projects, documents } = messagesFor('en');
    const deliberate = new Set(['中文', '外观', 'Language: 中文']);
    const { development: _, ...frame } = common;
    const left = strings({ frame, workspace, projects, documents }).filter(
      ({ text }) => /\p{Script=Han}/u.test(text) && !deliberate.has(text),
    );
    expect(left).toEqual([]);
  });

  it('have a name in both languages for every command that undo can take back', () => {
    const writes = Object.entries(contract)
      .filter(([name, { input }]) => {
        const [one] = 'options' in input ? input.options : [input]; // every form of a command has an id
        return 'commandId' in one.shape && !name.startsWith('history.');
      })
      .map(([name]) => name);
    const nameless = languages.flatMap((language) =>
      writes.filter((name) => !messagesFor(language).common.history.names[name]),
    );
    expect(writes.length).toBeGreaterThan(10);
    expect(nameless).toEqual([]);
  });
});

function strings(tree: unknown, at = ''): { at: string; text: string }[] {
  if (typeof tree === 'string') return [{ at, text: tree }];
  if (typeof tree === 'function') {
    return [{ at, text: String((tree as (...args: unknown[]) => unknown)(2, 3, 4)) }];
  }
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => strings(value, `${at}.${key}`));
}
