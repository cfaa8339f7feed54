import { describe, expect, test } from 'vitest';
import type { Input, Output } from '#shared/contract/contract.ts';
import { addProject, type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import { openPerson } from '../../helpers/twoDesks.ts';
import { bundled, edited, library, type OpenWorkbook } from '../../helpers/checklistWorkbook.ts';

type Format = Input<'checklist.export'>['format'];

async function exported(desk: DeskCore, format: Format, ids: string[]): Promise<Uint8Array> {
  const made = await desk.call('checklist.export', {
    commandId: desk.id(),
    versionIds: ids,
    format,
  });
  const { bytes } = desk.core.handoffBytes(made.fileId);
  expect(bytes.length).toBe(made.sizeBytes);
  return bytes;
}

interface Handed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function takeIn(desk: DeskCore, files: readonly Handed[], commandId = desk.id()) {
  return desk.call('checklist.import', {
    commandId,
    jobId: desk.id(),
    sources: files.map((file) => desk.token({ kind: 'bytes', ...file })),
    isSignerAccepted: false,
  });
}

function rowsOf(desk: DeskCore, projectId: string): Promise<Output<'review.rows'>> {
  return desk.call('review.rows', { projectId });
}

const whole = library.files.map(({ seal }) => seal);

test('a library exported to Excel, one row changed, imported and published: that item alone is reviewed again', async () => {
  const desk = await openPerson('林若川');
  const projectId = await addProject(desk);
  const before = await rowsOf(desk, projectId);
  for (const { itemId } of before)
    await desk.call('review.assess', {
      commandId: desk.id(),
      projectId,
      itemId,
      patch: { verdict: 'met', note: '见建设方案' },
    });

  const changed = bundled('cl-csl').items[3];
  const bytes = await edited(await exported(desk, 'xlsx', whole), (book) => {
    book.item('clause', 5).value = `${changed?.clause ?? ''}（修订）`;
  });
  const { files } = await takeIn(desk, [{ name: '清单库.xlsx', bytes }]);
  expect(files).toMatchObject([
    {
      kind: 'xlsx',
      identical: library.files.length - 1,
      counts: { same: library.items.size - 1, changed: 1, added: 0, removed: 0 },
      problems: [],
    },
  ]);
  const [draftId = ''] = files[0]?.drafts ?? [];
  expect(files[0]?.drafts).toHaveLength(1);
  const version = await desk.call('checklist.publish', { commandId: desk.id(), draftId });
  expect(version).toMatchObject({ checklistId: 'cl-csl', basedOn: bundled('cl-csl').seal });

  const { items } = await desk.call('checklist.version', { versionId: version.id });
  const hashes = new Map(bundled('cl-csl').items.map((item) => [item.id, item.hash]));
  expect(items.filter((item) => item.hash !== hashes.get(item.id)).map(({ id }) => id)).toEqual([
    changed?.id,
  ]);

  const [update] = await desk.call('checklist.updates', { projectId });
  const answered = before.filter(({ checklist }) => checklist === 'cl-csl').length;
  expect(update).toMatchObject({ checklistId: 'cl-csl', carried: answered - 1, archived: [] });
  expect(update?.reopened.map(({ itemId }) => itemId)).toEqual([changed?.id]);

  await desk.call('checklist.pin', { commandId: desk.id(), projectId, versionId: version.id });
  const after = await rowsOf(desk, projectId);
  expect(
    after.map(({ itemId, verdict, reopened }) => [itemId, verdict, reopened !== null]),
  ).toEqual(
    before.map(({ itemId }) =>
      itemId === changed?.id ? [itemId, 'unreviewed', true] : [itemId, 'met', false],
    ),
  );
  await desk.core.close();
});

describe('what is taken in', () => {
  test('is nothing of a file with a problem, all of the others, and one step of undo', async () => {
    const desk = await openPerson('林若川');
    const good = await edited(await exported(desk, 'xlsx', [bundled('cl-pi').seal]), (book) => {
      book.item('note', 2).value = '改';
    });
    const bad = await edited(await exported(desk, 'xlsx', [bundled('cl-csl').seal]), (book) => {
      book.item('note', 2).value = '改';
      book.item('question', 3).value = '不是问题';
    });
    const { files } = await takeIn(desk, [
      { name: '坏.xlsx', bytes: bad },
      { name: '好.xlsx', bytes: good },
    ]);
    expect(files.map(({ drafts, problems }) => [drafts.length, problems.length])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const drafts = await desk.call('checklist.drafts', {});
    expect(drafts.map(({ checklistId }) => checklistId)).toEqual(['cl-pi']);
    await desk.call('history.undo', { commandId: desk.id() });
    expect(await desk.call('checklist.drafts', {})).toEqual([]);
    await desk.core.close();
  });

  test('is written once, however often the command is sent', async () => {
    const desk = await openPerson('林若川');
    const yaml = Buffer.from(await exported(desk, 'yaml', [bundled('cl-pi').seal])).toString();
    const bytes = Buffer.from(yaml.replace('    nature:', '    note: 另见附件\n    nature:'));
    const file = { name: 'pi.yaml', bytes };
    const commandId = desk.id();
    const first = await takeIn(desk, [file], commandId);
    expect(first.files[0]?.problems).toEqual([]);
    const second = await takeIn(desk, [file], commandId);
    expect(second).toEqual(first);
    expect(await desk.call('checklist.drafts', {})).toHaveLength(1);
    await desk.core.close();
  });

  test('is nothing where everything is here already: no draft, no step of undo', async () => {
    const desk = await openPerson('林若川');
    const before = await desk.call('history.state', {});
    for (const format of ['xlsx', 'yaml'] as const) {
      const bytes = await exported(desk, format, whole);
      const { files } = await takeIn(desk, [{ name: `清单库.${format}`, bytes }]);
      expect(files).toMatchObject([{ identical: library.files.length, drafts: [], problems: [] }]);
    }
    expect(await desk.call('checklist.drafts', {})).toEqual([]);
    expect(await desk.call('history.state', {})).toEqual(before);
    await desk.core.close();
  });

  test('becomes a list of its own where the workbook names none, with an id that is kept', async () => {
    const desk = await openPerson('林若川');
    const rename = (book: OpenWorkbook): void => {
      book.list('id').value = null;
      book.list('basedOn').value = null;
      book.list('titleZh').value = '智慧停车专项清单';
      const items = book.sheet('items');
      for (let row = items.rowCount; row > 3; row -= 1) items.spliceRows(row, 1);
      for (const row of [2, 3]) {
        book.item('list', row).value = null;
        book.item('id', row).value = `parking-${String(row)}`;
      }
      const bases = book.sheet('bases');
      const [first, second] = bundled('cl-csl').items;
      for (let row = 2; row <= bases.rowCount; row += 1) {
        const owner = book.base('owner', row);
        if (owner.value === first?.id) owner.value = 'parking-2';
        else if (owner.value === second?.id) owner.value = 'parking-3';
        else bases.getRow(row).values = [];
      }
    };
    const bytes = await edited(await exported(desk, 'xlsx', [bundled('cl-csl').seal]), rename);
    const { files } = await takeIn(desk, [{ name: '专项.xlsx', bytes }]);
    expect(files).toMatchObject([
      {
        lists: [{ checklistId: null, titleZh: '智慧停车专项清单', items: 2 }],
        counts: { same: 0, changed: 0, added: 2, removed: 0 },
        problems: [],
      },
    ]);
    const [draft] = await desk.call('checklist.drafts', {});
    expect(draft).toMatchObject({ basedOn: null, items: 2, problems: 0 });
    expect(draft?.checklistId).toMatch(/^cl-own-/);
    const version = await desk.call('checklist.publish', {
      commandId: desk.id(),
      draftId: draft?.id ?? '',
    });
    // Exported once more it is known under its id.
    const again = await exported(desk, 'xlsx', [version.id]);
    const second = await takeIn(desk, [{ name: '专项.xlsx', bytes: again }]);
    expect(second.files).toMatchObject([{ identical: 1, drafts: [], problems: [] }]);
    await desk.core.close();
  });
});

test('going back to the wording of an older version is a change, the same file once more is none', async () => {
  const desk = await openPerson('林若川');
  const first = await exported(desk, 'xlsx', [bundled('cl-pi').seal]);
  const bytes = await edited(first, (book) => {
    book.item('note', 2).value = '改';
  });
  const publish = async (file: Uint8Array): Promise<string> => {
    const { files } = await takeIn(desk, [{ name: 'pi.xlsx', bytes: file }]);
    const [draftId = ''] = files[0]?.drafts ?? [];
    const { id } = await desk.call('checklist.publish', { commandId: desk.id(), draftId });
    return id;
  };
  const second = await publish(bytes);
  const again = await takeIn(desk, [{ name: 'pi.xlsx', bytes }]);
  expect(again.files).toMatchObject([{ identical: 1, drafts: [] }]);
  const back = await edited(await exported(desk, 'xlsx', [second]), (book) => {
    book.item('note', 2).value = null;
  });
  const third = await publish(back);
  const { version } = await desk.call('checklist.version', { versionId: third });
  expect(version).toMatchObject({ hash: bundled('cl-pi').hash, basedOn: second, state: 'current' });
  await desk.core.close();
});

describe('what is refused by name', () => {
  const refused: readonly (readonly [string, Handed, string])[] = [
    ['an empty file', { name: 'a.xlsx', bytes: new Uint8Array() }, 'file-empty'],
    [
      'a workbook that is none',
      { name: 'a.xlsx', bytes: Buffer.from('PK\u0003\u0004xx') },
      'file-damaged',
    ],
    [
      'another kind of document',
      { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n') },
      'file-unsupported',
    ],
    [
      'a pack that is none',
      { name: 'a.counsel-checklists', bytes: Buffer.from('text') },
      'checklist-pack-damaged',
    ],
  ];

  test.each(refused)('%s', async (_name, file, code) => {
    const desk = await openPerson('林若川');
    const failure = await failureOf(takeIn(desk, [file]));
    expect(failure).toMatchObject({ code, params: { file: file.name } });
    expect(await desk.call('checklist.drafts', {})).toEqual([]);
    await desk.core.close();
  });

  test('two versions of one list in one workbook', async () => {
    const desk = await openPerson('林若川');
    const draft = await desk.call('checklist.begin', {
      commandId: desk.id(),
      kind: 'edition',
      versionId: bundled('cl-pi').seal,
    });
    const { id } = await desk.call('checklist.publish', {
      commandId: desk.id(),
      draftId: draft.id,
    });
    expect((await failureOf(exported(desk, 'yaml', [bundled('cl-pi').seal, id]))).code).toBe(
      'bad-input',
    );
    await desk.core.close();
  });
});

test('a file that was looked at can be taken in by the same token', async () => {
  const desk = await openPerson('林若川');
  const bytes = await edited(await exported(desk, 'xlsx', [bundled('cl-pi').seal]), (book) => {
    book.item('note', 2).value = '改';
  });
  const source = desk.token({ kind: 'bytes', name: 'pi.xlsx', bytes });
  const seen = await desk.call('checklist.validate', { source });
  expect(seen).toMatchObject({ drafts: [], problems: [], counts: { changed: 1 } });
  const ids = { commandId: desk.id(), jobId: desk.id() };
  const { files } = await desk.call('checklist.import', {
    ...ids,
    sources: [source],
    isSignerAccepted: false,
  });
  expect(files[0]?.drafts).toHaveLength(1);
  await desk.core.close();
});
