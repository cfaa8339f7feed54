import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { Checklist, ChecklistItem, Trait } from '#shared/domain/library/checklistItem.ts';
import { loadLibrary } from '../../../electron/core/library/library.ts';
import { isRecord, type Json, resealed } from '../../../electron/core/library/seal.ts';
import { copyOfLibrary, replaceIn, resourcesDir } from './resources.ts';

describe('the shipped library', () => {
  const library = loadLibrary(resourcesDir);

  it('has every file sealed, in the form the seal script writes', () => {
    for (const folder of ['checklists', 'statutes'])
      for (const name of readdirSync(join(resourcesDir, folder))) {
        const text = readFileSync(join(resourcesDir, folder, name), 'utf8');
        const content = JSON.parse(text) as Json; // JSON.parse gives nothing but JSON
        expect(isRecord(content) && `${JSON.stringify(resealed(content), null, 2)}\n`).toBe(text);
      }
  });

  it('gives what the contract promises', () => {
    expect(Checklist.array().parse(library.checklists)).toEqual(library.checklists);
    expect(Trait.array().parse(library.traits)).toEqual(library.traits);
    const items = [...library.items.values()];
    expect(ChecklistItem.array().parse(items)).toEqual(items);
  });

  it('numbers the items by checklist and place', () => {
    const numbers = [...library.items.values()].map((item) => item.number);
    const expected = library.checklists.flatMap((list) =>
      list.items.map((_, index) => `${String(list.order)}.${String(index + 1).padStart(2, '0')}`),
    );
    expect(numbers).toEqual(expected);
    expect([...library.items.keys()]).toEqual(library.checklists.flatMap((list) => list.items));
    expect([...library.signals.keys()]).toEqual([...library.items.keys()]);
  });

  it('asks no question about the project in vain', () => {
    expect(library.traits.filter((trait) => trait.usedByItems === 0)).toEqual([]);
    expect(library.traits.map((trait) => trait.id)).toEqual([...library.cues.keys()]);
  });

  it('labels every document type that an item names', () => {
    const named = [...library.items.values()].flatMap((item) => item.docTypes);
    expect(named.filter((code) => !library.docTypes.get(code)?.labelEn)).toEqual([]);
  });

  it('states a violation of law nowhere without a text that was checked', () => {
    const items = [...library.items.values()];
    const mandatory = items.filter((item) => item.nature === 'mandatory');
    const unproven = mandatory.filter(
      (item) => !item.basis.some((basis) => basis.verified && basis.role === 'direct'),
    );
    expect(unproven).toEqual([]);
  });
});

describe('a damaged library', () => {
  let dispose: (() => void) | null = null;
  afterEach(() => {
    dispose?.();
    dispose = null;
  });

  function copy(): string {
    const made = copyOfLibrary();
    dispose = made.dispose;
    return made.dir;
  }

  function refusal(dir: string): unknown {
    try {
      loadLibrary(dir);
    } catch (error) {
      if (error instanceof AppError && error.code === 'library-invalid') return error.params;
      throw error;
    }
    return 'accepted';
  }

  const csl = 'checklists/cl-csl.json';
  const traits = 'checklists/traits.json';
  const catalogue = 'statutes/catalogue.json';
  const renumbering = 'statutes/renumbering.json';

  it.each([
    [csl, '拟定的安全保护等级', '拟定的等级', 'items[0] csl-mlps-grading.hash'],
    [csl, '"near": 30', '"near": 31', 'items[0] csl-mlps-grading.signalsHash'],
    [csl, '"version": "2026.11-v1"', '"version": "2026.11-v2"', 'seal'],
    [traits, '"implies": []', '"implies": ["pi1m"]', 'seal'],
    [catalogue, '"2025-10-28"', '"2025-10-29"', 'seal'],
    [renumbering, '"kind": "moved"', '"kind": "same"', 'seal'],
  ])('edited by hand is refused: %s, %s', (file, before, after, place) => {
    const dir = copy();
    replaceIn(dir, file, before, after, false);
    expect(refusal(dir)).toMatchObject({ file, place });
  });

  it.each<[string, string | RegExp, string, string, string | RegExp]>([
    [csl, '"csl-mlps-filing"', '"csl-mlps-grading"', 'items[1] csl-mlps-grading.id', /taken/],
    [csl, '"when": "always"', '"when": "isCloud"', 'items[0] csl-mlps-grading.when', /isCloud/],
    [csl, '"when": "always"', '"when": "isCII and"', 'items[0] csl-mlps-grading.when', /missing/],
    [csl, '"code": "CSL"', '"code": "XXX"', 'items[0] csl-mlps-grading.basis[0].code', /XXX/],
    [csl, '"article": 23', '"article": 82', 'items[0] csl-mlps-grading.basis[0].cite', /八十二/],
    [
      csl,
      /"cite": "《网络安全法》第二十三条",\s+"article": 23/,
      '"cite": "《网络安全法》第八十二条", "article": 82',
      'items[0] csl-mlps-grading.basis[0].article',
      /no such article/,
    ],
    [
      csl,
      '"lawVersion": "2025-10-28"',
      '"lawVersion": "2016-11-07"',
      'items[0] csl-mlps-grading.basis[0].lawVersion',
      /2025-10-28/,
    ],
    [
      csl,
      '"《网络安全法》第七十四条"',
      '"《网络安全法》第八十四条"',
      'items[0] csl-mlps-grading.penalty.cites[0]',
      /八十四/,
    ],
    [
      csl,
      '"re:(?:等保|',
      '"re:(?:等保(|',
      'items[0] csl-mlps-grading.signals.evidence[0]',
      /Invalid regular expression/,
    ],
    [csl, '"LX"', '"ZZ"', 'items[0] csl-mlps-grading.docTypes[0]', /Invalid/],
    [csl, '"order": 1', '"order": 9', 'order', /expected/],
    [csl, '"id": "cl-csl"', '"id": "cl-cyber"', 'id', /named/],
    [csl, '"severity": "重大"', '"severity": "严重"', 'items[0] csl-mlps-grading.severity', /./],
    [csl, '"bearer"', '"carrier"', 'items[0] csl-mlps-grading.bearer', /./],
    [
      traits,
      '"implies": []',
      '"implies": ["noTrait"]',
      'traits[0] processesPersonalInfo.implies',
      /noTrait/,
    ],
    [
      traits,
      '"implies": []',
      '"implies": ["minorsUnder14"]',
      'traits[0] processesPersonalInfo.implies',
      /itself/,
    ],
    [catalogue, '"code": "DSL"', '"code": "CSL"', 'instruments[1] CSL', /taken/],
    [catalogue, /1,\s+81/, '81, 1', 'instruments[0] CSL.articles', /empty/],
    [
      renumbering,
      '"to": [\n            1\n',
      '"to": [\n            2\n',
      'laws[0] CSL.articles',
      /newer/,
    ],
  ])('sealed but wrong is refused: %s, %s → %s', (file, before, after, place, detail) => {
    const dir = copy();
    replaceIn(dir, file, before, after, true);
    expect(refusal(dir)).toEqual({
      file: place === 'order' ? 'checklists/cl-data.json' : file,
      place,
      detail: expect.stringMatching(detail) as string,
    });
  });

  it('is refused when a file is cut off, empty, missing, or not there at all', () => {
    const dir = copy();
    const path = join(dir, traits);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.length / 2));
    expect(refusal(dir)).toMatchObject({ file: traits, place: '' });
    writeFileSync(path, '');
    expect(refusal(dir)).toMatchObject({ file: traits, place: '' });
    rmSync(path);
    expect(refusal(dir)).toEqual({ file: traits, place: '', detail: 'ENOENT' });
    rmSync(join(dir, 'checklists'), { recursive: true });
    expect(refusal(dir)).toEqual({ file: 'checklists', place: '', detail: 'ENOENT' });
  });
});
