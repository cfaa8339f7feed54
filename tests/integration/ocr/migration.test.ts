import path from 'node:path';
import { expect, test } from 'vitest';
import { type DatabaseKind, openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import { RecognitionTable } from '../../../electron/core/repo/recognitionTable.ts';
import { TextTable } from '../../../electron/core/repo/textTable.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** The schema as it was before scanned pages were recognised. */
const before: DatabaseKind = { ...recordsKind, migrations: recordsKind.migrations.slice(0, 3) };
const sha256 = 'ab';
const page = { label: null, text: '', width: 595, height: 842, runs: [] };
const readPages = [
  { ...page, number: 1, text: '第一条', flags: [] },
  { ...page, number: 2, text: '- 2 -', flags: ['no-text' as const] },
];

test('texts that were read before keep standing, and their scanned pages wait', () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const old = openDatabase(file, before, null);
  old
    .prepare(
      `INSERT INTO extraction (sha256, extractor, kind, characters, warnings, meta)
       VALUES (?, 'text-1', 'pdf', 3, '[]', '{}')`,
    )
    .run(sha256);
  for (const [number, { text, ...detail }] of readPages.entries())
    old
      .prepare(
        `INSERT INTO text_part (sha256, number, text, folded, fold_map, detail) VALUES (?, ?, ?, ?, '[]', ?)`,
      )
      .run(sha256, number, text, text, JSON.stringify(detail));
  old.close();

  const db = openDatabase(file, recordsKind, null);
  const recognition = new RecognitionTable(db);
  expect(recognition.waiting(sha256)).toEqual([{ sha256, page: 2, was: 'no-text' }]);
  const [waiting] = recognition.waiting(sha256);
  if (waiting === undefined) throw new Error('nothing waits');
  const by = { engine: 'e', model: 'm', modelSha256: 'cd', at: '2026-11-23T02:00:00Z' };
  recognition.put(waiting, { text: '第二条', runs: [[0, 3, 72, 700, 36, 12]], confidence: 91 }, by);
  expect(db.prepare('SELECT text, folded FROM text_part ORDER BY number').all()).toEqual([
    { text: '第一条', folded: '第一条' },
    { text: '第二条', folded: '第二条' },
  ]);
  expect(recognition.characters(sha256)).toBe(6);
  expect(db.prepare('SELECT engine, model_sha256 FROM recognised_page').all()).toEqual([
    { engine: 'e', model_sha256: 'cd' },
  ]);
  db.close();
});

test('a text that is read anew keeps what was recognised of it', () => {
  const db = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  const texts = new TextTable(db);
  const recognition = new RecognitionTable(db);
  const pages = readPages.map((one) =>
    one.number === 2 ? { ...one, furniture: [[0, 5] as [number, number]] } : one,
  );
  const extraction = {
    kind: 'pdf' as const,
    pages,
    characters: 3,
    warnings: [],
    meta: {},
  };
  texts.put(sha256, extraction);
  const [waiting] = recognition.waiting(sha256);
  if (waiting === undefined) throw new Error('nothing waits');
  const by = { engine: 'e', model: 'm', modelSha256: 'cd', at: '2026-11-23T02:00:00Z' };
  recognition.put(waiting, { text: '第二条', runs: [], confidence: 91 }, by);
  texts.put(sha256, extraction);
  const read = texts.get(sha256);
  expect(read?.kind === 'pdf' && read.pages.map((one) => [one.text, one.flags])).toEqual([
    ['第一条', []],
    ['第二条', ['recognised']],
  ]);
  expect(read?.kind === 'pdf' && read.pages[1]?.furniture).toBeUndefined();
  expect(recognition.waiting(sha256)).toEqual([]);
  db.close();
});

test('what was recognised late takes the place of no text that the page gave meanwhile', () => {
  const db = openDatabase(path.join(temporaryFolder(), 'records.db'), recordsKind, null);
  const texts = new TextTable(db);
  const recognition = new RecognitionTable(db);
  const reading = { kind: 'pdf' as const, characters: 3, warnings: [], meta: {} };
  texts.put(sha256, { ...reading, pages: readPages });
  const [waiting] = recognition.waiting(sha256);
  if (waiting === undefined) throw new Error('nothing waits');
  // While the engine is at the page, the file is read again by a reader that can make it out.
  const pages = readPages.map((one) => ({ ...one, text: '第九条 数据应当在境内存储', flags: [] }));
  texts.put(sha256, { ...reading, pages });
  const by = { engine: 'e', model: 'm', modelSha256: 'cd', at: '2026-11-23T02:00:00Z' };
  recognition.put(waiting, { text: '第九条 数揖应当在境内存诸', runs: [], confidence: 91 }, by);
  const now = texts.get(sha256);
  expect(now?.kind === 'pdf' && now.pages.map((one) => [one.text, one.flags])).toEqual([
    ['第九条 数据应当在境内存储', []],
    ['第九条 数据应当在境内存储', []],
  ]);
  expect(recognition.recognised(sha256)).toEqual([]);
  expect(recognition.waiting(sha256)).toEqual([]);
  db.close();
});
