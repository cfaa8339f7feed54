import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import { makeZip } from '../../fixtures/makeZip.ts';
import path from 'node:path';
import { openDatabase } from '../../../electron/core/db/database.ts';
import { recordsKind } from '../../../electron/core/db/migrations/records.ts';
import {
  addProject,
  type DeskCore,
  failureOf,
  openDesk,
  openWorkspace,
} from '../../helpers/deskCore.ts';
import { docxFile, importTexts, newer, older, textFile, title } from './statuteFiles.ts';

let desk: DeskCore;
beforeEach(async () => {
  desk = await openWorkspace();
});
afterEach(async () => {
  await desk.core.close();
});

const held = async (): Promise<string[]> =>
  (await desk.call('statute.list', {})).map(
    (one) =>
      `${one.title} ${one.versionDate} ${one.effectiveFrom}…${one.effectiveTo} ${one.standing}`,
  );

describe('importing official texts', () => {
  it('keeps the versions of a law side by side, each with its days', async () => {
    const [first, second] = await importTexts(
      desk,
      docxFile(`${title}_20190101.docx`, older),
      textFile(`${title}_20240101.txt`, newer),
    );
    expect(first).toMatchObject({
      status: 'added',
      lawCode: null,
      title,
      versionDate: '2019-01-01',
      articles: 4,
    });
    expect(second).toMatchObject({ status: 'added', versionDate: '2024-01-01', articles: 5 });
    expect(await held()).toEqual([
      `${title} 2019-01-01 2019-03-01…2024-04-30 superseded`,
      `${title} 2024-01-01 2024-05-01…null in-force`,
    ]);
  });

  it('takes archives, and gives the same file twice as a duplicate, whatever its form', async () => {
    const text = new TextEncoder().encode(newer.join('\n'));
    const bytes = makeZip([
      { name: `国家法律法规数据库_批量下载/${title}_20240101.txt`, content: text },
      { name: '说明.txt', content: '下载说明' },
    ]);
    const lines = await importTexts(desk, { kind: 'bytes', name: '批量下载.zip', bytes });
    expect(lines.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      [`${title}_20240101.txt`, 'added'],
      ['说明.txt', 'refused'],
    ]);
    const again = await importTexts(
      desk,
      textFile(`${title}_20240101.txt`, newer),
      docxFile(`${title}_20240101.docx`, newer),
    );
    expect(again.map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
    expect(await held()).toHaveLength(1);
  });

  it('a text with its paragraphs replaces the same words without them', async () => {
    const texts = Array.from({ length: 24 }, (_, i) => [
      `${articleLabel(i + 1)}　甲。`,
      '乙。',
      '丙。',
    ]);
    const joined = texts.map((lines) => lines.join(''));
    await importTexts(desk, textFile(`${title}_20190101.txt`, [title, ...joined]));
    const files = await importTexts(
      desk,
      docxFile(`${title}_20190101.docx`, [title, ...texts.flat()]),
    );
    expect(files.map(({ status }) => status)).toEqual(['added']);
    const [only, ...others] = await desk.call('statute.list', {});
    expect(others).toEqual([]);
    expect(only).toMatchObject({ fileName: `${title}_20190101.docx`, hasParagraphs: true });
    const worse = await importTexts(desk, textFile(`${title}_20190101.txt`, [title, ...joined]));
    expect(worse.map(({ status }) => status)).toEqual(['duplicate']);
  });

  it('is one step of undo, and comes back with redo', async () => {
    await importTexts(
      desk,
      docxFile(`${title}_20190101.docx`, older),
      textFile('x_20240101.txt', newer),
    );
    await desk.call('history.undo', { commandId: desk.id() });
    expect(await held()).toEqual([]);
    await desk.call('history.redo', { commandId: desk.id() });
    expect(await held()).toHaveLength(2);
  });

  it('a version that was removed can be imported again', async () => {
    const file = textFile(`${title}_20240101.txt`, newer);
    const [line] = await importTexts(desk, file);
    await desk.call('statute.remove', { commandId: desk.id(), versionId: line?.versionId ?? '' });
    expect(await held()).toEqual([]);
    expect(
      await failureOf(desk.call('statute.articles', { versionId: line?.versionId ?? '' })),
    ).toMatchObject({
      code: 'not-found',
    });
    expect((await importTexts(desk, file)).map(({ status }) => status)).toEqual(['added']);
    expect(await held()).toHaveLength(1);
  });
});

describe('a file that is wrong', () => {
  const gap = older.filter((line) => !line.startsWith('第三条'));
  const repeat = [...older.slice(0, 5), ...older.slice(4)];
  const csl = ['中华人民共和国网络安全法', '第一条　甲。', '第二条　乙。'];
  it.each<[string, string, readonly string[], string, object]>([
    [
      'a gap',
      `${title}_20190101.txt`,
      gap,
      'statute-gap',
      { line: 5, found: '第四条', expected: '第三条' },
    ],
    [
      'a repeat',
      `${title}_20190101.txt`,
      repeat,
      'statute-repeat',
      { line: 6, found: '第三条', expected: '第四条' },
    ],
    ['no articles', '说明.txt', ['关于下载的说明'], 'statute-no-articles', {}],
    [
      'too few articles',
      '中华人民共和国网络安全法_20251028.txt',
      csl,
      'statute-count',
      { found: '第二条', expected: '第八十一条' },
    ],
    ['no title', 'download.txt', ['第一条　甲。'], 'statute-no-title', {}],
    ['no version', `${title}.txt`, [title, '第一条　甲。'], 'statute-no-date', { title }],
  ])('%s is named, and nothing of it goes in', async (_, name, paragraphs, code, params) => {
    const [line] = await importTexts(desk, textFile(name, paragraphs));
    expect(line).toMatchObject({
      status: 'refused',
      versionId: null,
      error: { code, params: { file: name, ...params } },
    });
    expect(await held()).toEqual([]);
  });

  it('other words for a version that is here are refused with the file that holds it', async () => {
    await importTexts(desk, textFile(`${title}_20240101.txt`, newer));
    const other = newer.map((line) => line.replace('每年', '每半年'));
    const [line] = await importTexts(desk, textFile(`${title}_20240101 副本_20240101.txt`, other));
    expect(line?.error).toMatchObject({
      code: 'statute-version-taken',
      params: { existing: `${title}_20240101.txt` },
    });
    expect(await held()).toHaveLength(1);
  });

  it('holds up no other', async () => {
    const lines = await importTexts(
      desk,
      textFile('空.txt', []),
      docxFile(`${title}_20240101.docx`, newer),
      { kind: 'bytes', name: '坏.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) },
    );
    expect(lines.map(({ status, error }) => error?.code ?? status)).toEqual([
      'file-empty',
      'added',
      'file-damaged',
    ]);
  });
});

describe('an imported text', () => {
  beforeEach(async () => {
    await importTexts(
      desk,
      docxFile(`${title}_20190101.docx`, older),
      textFile(`${title}_20240101.txt`, newer),
    );
  });

  it('is read by article, of today or of a version', async () => {
    const now = await desk.call('statute.show', { law: title, article: 3 });
    expect(now).toMatchObject({ label: '第三条', version: { versionDate: '2024-01-01' } });
    expect(now.text).toMatch(/^处理者应当/u);
    const then = await desk.call('statute.show', { law: title, article: 3, version: '2019' });
    expect(then.text).toMatch(/^运营单位/u);
    const missing = { law: title, article: 9 };
    expect(await failureOf(desk.call('statute.show', missing))).toMatchObject({
      code: 'article-unknown',
    });
    expect(await failureOf(desk.call('statute.show', { law: '某法', article: 1 }))).toMatchObject({
      code: 'law-unknown',
    });
    expect(await failureOf(desk.call('statute.show', { law: '数安法', article: 1 }))).toMatchObject(
      { code: 'statute-not-held' },
    );
  });

  it('is compared with another version, both texts side by side', async () => {
    const [from, to] = await desk.call('statute.list', {});
    const { basis, changes } = await desk.call('statute.compare', {
      fromId: from?.id ?? '',
      toId: to?.id ?? '',
    });
    expect(basis).toBe('texts');
    expect(changes.map(({ from: a, to: b, kind }) => [a, b, kind])).toEqual([
      [1, [1], 'same'],
      [2, [3], 'moved'],
      [3, [4], 'changed'],
      [4, [5], 'moved'],
      [null, [2], 'new'],
    ]);
    expect(changes[2]).toMatchObject({
      oldText: '第三条　运营单位应当制定网络安全事件应急预案，定期组织演练。',
    });
  });

  it('resolves citations to its words', async () => {
    const [found] = await desk.call('citation.parse', { text: `依据《${title}》第三条` });
    expect(found).toMatchObject({
      kind: 'resolved',
      cite: `《${title}》第三条`,
      version: '2024-01-01',
      against: 'text',
      text: '处理者应当建立数据分类分级保护制度，对重要数据进行备份并加密存储。',
    });
  });

  it('shows what its new version touches in open findings', async () => {
    const projectId = await addProject(desk);
    const cite = { code: '', cite: `《${title}》第二条`, lawVersion: '2019-01-01', verified: true };
    const rows = await desk.call('review.rows', { projectId });
    const finding = await desk.call('finding.add', {
      commandId: desk.id(),
      projectId,
      itemId: rows[0]?.itemId ?? '',
      fields: { citations: [cite] },
    });
    const [impact] = await desk.call('statute.impact', { law: title });
    expect(impact).toMatchObject({
      basis: 'texts',
      counts: { same: 1, moved: 2, changed: 1, new: 1, deleted: 0 },
    });
    expect(
      impact?.entries.map(({ kind, id, isOutdated, current }) => [kind, id, isOutdated, current]),
    ).toEqual([['finding', finding.id, true, `《${title}》第三条`]]);
    expect(impact?.entries[0]?.change.newText).toMatch(/^第三条　处理者/u);
  });
});

it('articles are read anew from the file where only the record is here', async () => {
  const plain = openDesk();
  await plain.call('workspace.create', { name: '无密', person: '林若川', passphrase: null });
  await importTexts(plain, docxFile(`${title}_20240101.docx`, newer));
  const before = await plain.call('statute.list', {});
  await plain.core.close();
  const db = openDatabase(path.join(plain.dir, 'records.db'), recordsKind, null);
  db.exec('DELETE FROM statute_text');
  db.close();
  const again = openDesk(plain.dir);
  expect(await again.call('statute.list', {})).toEqual(before);
  expect((await again.call('statute.show', { law: title, article: 3 })).label).toBe('第三条');
  await again.core.close();
});

it('the catalogue says what is missing, present or superseded', async () => {
  const holding = async (): Promise<string | undefined> =>
    (await desk.call('catalogue.list', {})).find(({ code }) => code === 'EGS')?.holding;
  expect(await holding()).toBe('missing');
  const law = '国务院关于在线政务服务的若干规定';
  const articles = Array.from({ length: 16 }, (_, i) => `${articleLabel(i + 1)}　内容。`);
  await importTexts(desk, textFile(`${law}_20170101.txt`, [law, ...articles]));
  expect(await holding()).toBe('superseded');
  await importTexts(desk, textFile(`${law}_20190426.txt`, [law, ...articles, '附则内容。']));
  expect(await holding()).toBe('present');
});
