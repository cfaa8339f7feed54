import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealChecklist } from '../../../electron/core/library/checklistFile.ts';
import { draftHash, isIdentical } from '../../../electron/core/library/interchange/listChanges.ts';
import { contextOf } from '../../../electron/core/library/interchange/listCheck.ts';
import { exchangedList } from '../../../electron/core/library/interchange/readList.ts';
import { readYaml } from '../../../electron/core/library/interchange/yamlRead.ts';
import { writeYaml } from '../../../electron/core/library/interchange/yamlWrite.ts';
import { appFolders } from '../../../electron/host/folders.ts';
import { bundled, checkYaml, library, shelf } from '../../helpers/checklistWorkbook.ts';
import { Seeded } from '../../helpers/seeded.ts';

const whole = writeYaml(library.files.map(exchangedList));
const csl = writeYaml([exchangedList(bundled('cl-csl'))]);

/** The line, from 1, that a text first stands on. */
function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`${part} does not stand there`);
  return text.slice(0, at).split('\n').length;
}

describe('the library as YAML', () => {
  test('comes back with every hash, and is written again byte for byte', () => {
    const { lists, problems } = checkYaml(whole);
    expect(problems).toEqual([]);
    expect(lists.map(({ list, isIdentical: isSame }) => [list.id, isSame])).toEqual(
      library.files.map(({ id }) => [id, true]),
    );
    expect(writeYaml(lists.map(({ list }) => list))).toBe(whole);
  });

  test('comes back from Windows line ends and with a byte order mark', () => {
    const { lists, problems } = checkYaml(`\uFEFF${whole.replaceAll('\n', '\r\n')}`);
    expect(problems).toEqual([]);
    expect(lists.map((one) => one.isIdentical)).toEqual(library.files.map(() => true));
  });

  test.each(library.files.map(({ id }) => id))('the file of %s is read as it is shipped', (id) => {
    const file = path.join(appFolders().resourcesDir, 'checklists', `${id}.json`);
    const { lists, problems } = checkYaml(readFileSync(file, 'utf8'));
    expect(problems).toEqual([]);
    expect(lists.map((one) => [one.list.id, one.isIdentical])).toEqual([[id, true]]);
  });

  test('one changed word is one changed line and one changed item', () => {
    const [item] = bundled('cl-csl').items;
    const clause = item?.clause ?? '';
    const changed = csl.replace(clause, `${clause}另附清单。`);
    const before = csl.split('\n');
    expect(changed.split('\n').filter((line, index) => line !== before[index])).toHaveLength(1);
    const { lists, problems } = checkYaml(changed);
    expect(problems).toEqual([]);
    expect(lists[0]?.counts).toEqual({ same: 18, changed: 1, added: 0, removed: 0 });
  });

  test('any text comes back to the letter', () => {
    const pieces = [
      '甲',
      ' ',
      '\n',
      '\t',
      '\r\n',
      '\r',
      ':',
      ' #',
      '- ',
      '"',
      "'",
      '\\',
      '|',
      '>',
      '%',
      '@',
      '`',
      '&a',
      '*a',
      '!b',
      '{',
      '}',
      '[',
      ']',
      ',',
      '?',
      '---',
      '...',
      'null',
      'true',
      '~',
      '0x1',
      '1e3',
      '2026-11-23',
      '\u0000',
      '\u0007',
      '\u0085',
      '\u2028',
      '\u2029',
      '\uFEFF',
      '\uD800',
      '\uDC00',
      '\uFFFE',
      '😀',
      'é',
      '\u00A0',
      '<<',
      '=',
    ];
    const random = new Seeded(20261123);
    const { head, items } = exchangedList(bundled('cl-csl'));
    const [first] = items;
    if (!first) throw new Error('no item');
    for (let round = 0; round < 150; round += 1) {
      const text = (): string =>
        Array.from({ length: 1 + random.int(30) }, () => random.pick(pieces)).join('');
      const texts = { title: text(), clause: text(), note: text(), lookFor: text() };
      const item = { ...first, ...texts, penalty: { ...first.penalty, cites: [text(), text()] } };
      const list = { head: { ...head, titleZh: text() }, items: [item] };
      const file = sealChecklist({ id: 'cl-odd', order: 1, ...list });
      const written = writeYaml([exchangedList(file)]);
      const { lists, problems } = readYaml(written, library.instruments, {
        versionOf: () => file,
        currentOf: () => null,
      });
      expect(problems).toEqual([]);
      expect(lists.map((one) => isIdentical(file, one))).toEqual([true]);
      expect(writeYaml(lists)).toBe(written);
    }
  });

  test('an item without an id gets one; law and citation follow from code and place', () => {
    const lean = csl
      .replace('  - id: csl-mlps-grading\n    title', '  - title')
      .replace(
        / {6}- cite: 《网络安全法》第二十三条\n {8}code: CSL\n {8}law: .*\n/,
        '      - code: CSL\n',
      );
    const { lists, problems } = checkYaml(lean);
    expect(problems).toEqual([]);
    const [item] = lists[0]?.list.items ?? [];
    expect(item?.id).toMatch(/^csl-[0-9a-f]{10}$/);
    expect(item?.basis).toEqual(bundled('cl-csl').items[0]?.basis);
  });

  test('a version that looks like a number stays text', () => {
    const { lists } = checkYaml(csl.replace('version: 2026.11-v1', 'version: 2026.10'));
    expect(lists[0]?.list.head.version).toBe('2026.10');
  });
});

describe('what does not fit is named with its line', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    ['an unknown key', '    bearer:', '    boss: x\n    bearer:', 'unknown-column', '    boss'],
    ['a missing key', '    nature: mandatory\n', '', 'missing', '  - id: csl-mlps-grading'],
    ['a value that is none', 'nature: mandatory', 'nature: must', 'bad-value', 'nature: must'],
    ['an article that is no number', 'article: 23', 'article: 二十三', 'bad-value', 'article: 二'],
    ['an article too far', 'article: 23', 'article: 99999', 'bad-value', 'article: 99999'],
    ['no question', '说明定级理由？', '说明定级理由。', 'not-a-question', '    question'],
    [
      'another citation',
      '《网络安全法》第二十三条\n',
      '《网络安全法》第三条\n',
      'cite-differs',
      '《网络安全法》第三条',
    ],
    ['an unknown law', 'code: CISS', 'code: XX', 'unknown-law', 'code: XX'],
    ['an unknown trait', 'when: always', 'when: sometimes', 'unknown-trait', 'when: sometimes'],
    [
      'a repeated key',
      '    bearer:',
      '    title: 又一个\n    bearer:',
      'unreadable',
      '    title: 又一个',
    ],
    ['a malformed id', '  - id: csl-mlps-grading', '  - id: CSL 1', 'bad-id', 'CSL 1'],
    [
      'a repeated id',
      '  - id: csl-mlps-filing',
      '  - id: csl-mlps-grading',
      'taken-id',
      '  - id: csl-mlps-grading\n    title: 等级保护备案',
    ],
    ['an alias', 'when: always', 'when: *x', 'bad-value', 'when: *x'],
    ['a tag', 'when: always', 'when: !!js/function x', 'unreadable', 'when: !!js'],
    [
      'another schema',
      'counsel-desk/checklist@1',
      'counsel-desk/checklist@9',
      'bad-value',
      'schema:',
    ],
    [
      'a day that is none',
      'effectiveDate: 2026-01-01',
      'effectiveDate: 2026-13-01',
      'bad-value',
      'effectiveDate',
    ],
    ['a broken indent', '    bearer:', '  bearer:', 'unreadable', '  bearer:'],
    ['a rule that never ends', 're: (?:', 're: (a+)+b(?:', 'bad-value', 're: (a+)+b'],
    ['a rule that does not compile', 're: (?:', 're: (((', 'bad-value', 're: ((('],
  ];

  test.each(cases)('%s', (_name, before, after, code, at) => {
    const text = csl.replace(before, after);
    expect(text).not.toBe(csl);
    const { problems } = checkYaml(text);
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems.find((one) => one.code === code)?.line).toBe(lineOf(text, at));
  });

  test('anchors that multiply are refused at the first alias', () => {
    const laughs = [
      'a: &a [x, x]',
      ...'bcdefgh'.split('').map((name, i) => {
        const of = 'abcdefgh'.charAt(i);
        return `${name}: &${name} [*${of}, *${of}, *${of}, *${of}]`;
      }),
    ].join('\n');
    const { lists, problems } = checkYaml(laughs);
    expect(lists).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'bad-value', line: 2 });
  });

  test.each([
    '',
    '---\n---\n',
    '[',
    '['.repeat(200_000),
    '{'.repeat(50_000),
    '- '.repeat(100_000),
    '? '.repeat(50_000),
    'a: '.repeat(50_000),
    '\u0000',
    '%YAML 9.9\n---\na',
    '!<x> y',
    '- - - a',
    'null',
    '42',
    '"text"',
    '__proto__: 1',
    'constructor: {prototype: 1}',
    '<<: {a: 1}',
    '🎉',
    `{"schema":"counsel-desk/checklist@1","items":[${'{},'.repeat(2000)}{}]}`,
    '\t{"a":\t1}',
    'x'.repeat(5_000_000),
  ])('text that is no list is refused, not thrown (%#)', (text) => {
    const { problems } = checkYaml(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { line } of problems) expect(line).toBeGreaterThan(0);
  });

  test('random damage is read or named, and what is read can be published', () => {
    const lines = writeYaml([exchangedList(bundled('cl-project-secrecy'))]).split('\n');
    const outcomes = { read: 0, refused: 0 };
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = new Seeded(seed);
      const copy = [...lines];
      for (let turn = 1 + random.int(3); turn > 0; turn -= 1) {
        const at = random.int(copy.length);
        const line = copy[at] ?? '';
        const cut = random.int(line.length + 1);
        const kind = random.int(5);
        if (kind === 0) copy.splice(at, 1);
        else if (kind === 1) copy.splice(at, 0, line);
        else if (kind === 2) copy[at] = ` ${line}`;
        else if (kind === 3)
          copy[at] =
            line.slice(0, cut) +
            random.pick([':', '"', '*', '&', '- ', '\t', '甲', '1']) +
            line.slice(cut);
        else copy[at] = line.slice(0, cut);
      }
      const { lists, problems } = checkYaml(copy.join('\n'));
      if (problems.length > 0) {
        outcomes.refused += 1;
        continue;
      }
      outcomes.read += 1;
      for (const { list } of lists) {
        const file = sealChecklist({
          id: list.id ?? 'cl-own-x',
          order: 1,
          head: list.head,
          items: list.items,
        });
        expect(file.items.map(({ hash }) => hash)).toEqual(list.items.map(draftHash));
      }
    }
    expect(outcomes.read).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
  });

  test('a text may name a version that is not here: it holds all of itself', () => {
    const strange = csl.replace(bundled('cl-csl').seal, '0'.repeat(64));
    const { lists } = readYaml(strange, library.instruments, contextOf(shelf));
    expect(lists[0]?.basedOn).toBeNull();
    expect(checkYaml(strange).problems).toEqual([]);
  });
});
