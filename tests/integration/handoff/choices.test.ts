import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input, Output } from '#shared/contract/contract.ts';
import { messagesFor } from '#shared/i18n/catalogue.ts';
import { canKeepBoth, sideFor, type Take } from '#shared/domain/handoff/takeSide.ts';
import { askChoices, readChoices } from '../../../electron/host/cli/conflictChoices.ts';
import { addProject, type DeskCore, failureOf } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import {
  exportFrom,
  importOn,
  openPerson,
  previewOn,
  trustEachOther,
} from '../../helpers/twoDesks.ts';

let a: DeskCore;
let b: DeskCore;
let projectId: string;
const itemId = 'csl-mlps-grading';

beforeAll(async () => {
  a = await openPerson('林若川');
  b = await openPerson('周以宁');
  await trustEachOther(a, b);
  projectId = await addProject(a);
  await importOn(b, await packageOf(a));
}, 60_000);
afterAll(async () => {
  for (const desk of [a, b]) await desk.core.close();
});

type Dispute = Output<'handoff.preview'>['disputes'][number];
type Choice = NonNullable<Input<'handoff.import'>['choices']>[number];

const packageOf = async (desk: DeskCore) =>
  (await exportFrom(desk, { projects: [projectId] })).bytes;
const assess = (
  desk: DeskCore,
  patch: { verdict?: 'met' | 'partial' | 'not-met'; note?: string },
) => desk.call('review.assess', { commandId: desk.id(), projectId, itemId, patch });
const assessmentOn = async (desk: DeskCore) =>
  (await desk.call('review.item', { projectId, itemId })).assessment;
const openOn = (desk: DeskCore) => desk.call('handoff.conflicts', { projectId });
function choose({ entity, entityId, field, ...dispute }: Dispute, take: Take): Choice {
  if (take === 'both') return { entity, entityId, field, choice: 'both' };
  const side = sideFor(dispute, take);
  if (!side) throw new Error(`no ${take}`);
  return { entity, entityId, field, choice: { device: side.device, seq: side.seq } };
}

test('the preview names each disagreement and shows every version of it', async () => {
  await assess(a, { verdict: 'not-met', note: '甲的意见' });
  await assess(b, { verdict: 'partial', note: '乙的意见' });
  const { disputes } = await previewOn(b, await packageOf(a));
  const shown = disputes.map(({ field, name, sides }) => [
    field,
    name.item?.number,
    sides.map(({ value, by, isOwn, isIncoming, stands }) => [value, by, isOwn, isIncoming, stands]),
  ]);
  const standsB = (await assessmentOn(b)).verdict;
  expect(standsB).toBe('partial');
  const number = (await b.call('review.rows', { projectId })).find(
    (row) => row.itemId === itemId,
  )?.number;
  expect(number).toBeDefined();
  const versions = (theirs: string, mine: string) =>
    [
      [theirs, '林若川', false, true],
      [mine, '周以宁', true, false],
    ] as const;
  for (const [field, theirs, mine] of [
    ['note', '甲的意见', '乙的意见'],
    ['verdict', 'not-met', 'partial'],
  ] as const) {
    const [, found, sides] = shown.find((one) => one[0] === field) ?? [];
    expect(found).toBe(number);
    expect(new Set((sides as unknown[][]).map((side) => JSON.stringify(side.slice(0, 4))))).toEqual(
      new Set(versions(theirs, mine).map((side) => JSON.stringify(side))),
    );
    expect((sides as unknown[][]).map((side) => side[4])).toEqual([false, true]);
  }
});

test('choices go in with the import, each a command of its own; long texts can keep both; the rest follows the rule', async () => {
  const bytes = await packageOf(a);
  const { disputes } = await previewOn(b, bytes);
  const note = disputes.find((one) => one.field === 'note');
  const verdict = disputes.find((one) => one.field === 'verdict');
  if (!note || !verdict) throw new Error('both fields are disputed');
  expect([canKeepBoth(note), canKeepBoth(verdict)]).toEqual([true, false]);
  const done = await importOn(b, bytes, 'mine', null, [choose(note, 'both')]);
  expect([done.conflicts.length, done.resolved, await openOn(b)]).toEqual([2, 2, []]);
  const { verdict: stands, note: text } = await assessmentOn(b);
  expect(stands).toBe('partial');
  expect(text.split('\n\n').sort()).toEqual(
    ['【周以宁 2026-11-23】\n乙的意见', '【林若川 2026-11-23】\n甲的意见'].sort(),
  );
  const history = await b.call('history.of', { projectId, itemId });
  expect(history.slice(0, 2).map((one) => one.command)).toEqual([
    'handoff.resolve',
    'handoff.resolve',
  ]);
  await importOn(a, await packageOf(b));
  expect([await openOn(a), (await assessmentOn(a)).note]).toEqual([[], text]);
});

test('a choice for theirs stands, and undoing the import takes the choice back with it', async () => {
  await assess(a, { note: '甲再改' });
  await assess(b, { note: '乙再改' });
  const bytes = await packageOf(a);
  const [dispute] = (await previewOn(b, bytes)).disputes;
  if (!dispute) throw new Error('the note is disputed');
  await importOn(b, bytes, 'ask', null, [choose(dispute, 'theirs')]);
  expect([(await assessmentOn(b)).note, await openOn(b)]).toEqual(['甲再改', []]);
  await b.call('handoff.undo', { commandId: b.id() });
  expect([(await assessmentOn(b)).note, await openOn(b)]).toEqual(['乙再改', []]);
  await importOn(a, await packageOf(b));
  expect((await assessmentOn(a)).note).toBe('乙再改');
});

test('a choice that fits no version refuses the whole import', async () => {
  await assess(a, { verdict: 'met', note: '甲三改' });
  await assess(b, { verdict: 'not-met', note: '乙三改' });
  const bytes = await packageOf(a);
  const { disputes } = await previewOn(b, bytes);
  const verdict = disputes.find((one) => one.field === 'verdict');
  if (!verdict) throw new Error('the verdict is disputed');
  const log = await b.call('handoff.log', {});
  const wrong: readonly Choice[] = [
    { ...choose(verdict, 'theirs'), choice: { device: 'no-such', seq: 1 } },
    { ...choose(verdict, 'theirs'), field: 'severity' },
    { ...choose(verdict, 'theirs'), choice: 'both' },
  ];
  for (const choice of wrong) {
    const refused = await failureOf(importOn(b, bytes, 'theirs', null, [choice]));
    expect(refused.code).toBe('handoff-choice');
  }
  expect(await b.call('handoff.log', {})).toEqual(log);
  expect([(await assessmentOn(b)).verdict, await openOn(b)]).toEqual(['not-met', []]);
  expect(await b.call('workspace.verify', {})).toEqual({ ok: true, problems: [] });
});

test('a choice made before something else was written there decides nothing against it', async () => {
  const bytes = await packageOf(a);
  const opened = await previewOn(b, bytes);
  const note = opened.disputes.find((one) => one.field === 'note');
  if (!note) throw new Error('the note is disputed');
  await assess(b, { note: '乙在预览之后又写' });
  const order = {
    commandId: b.id(),
    jobId: b.id(),
    openId: opened.openId,
    rule: 'ask' as const,
    choices: [choose(note, 'theirs')],
  };
  expect((await failureOf(b.call('handoff.import', order))).code).toBe('handoff-choice');
  expect((await assessmentOn(b)).note).toBe('乙在预览之后又写');
});

test('findings, evidence and what a removal stands against go by their numbers and quotes', async () => {
  await importOn(b, await packageOf(a), 'theirs');
  const finding = await a.call('finding.add', {
    commandId: a.id(),
    projectId,
    itemId,
    fields: { problem: '系统未定级备案。' },
  });
  await importOn(b, await packageOf(a));
  await a.call('finding.remove', { commandId: a.id(), findingId: finding.id });
  const patch = { problem: '系统未定级，亦未备案。' };
  await b.call('finding.update', { commandId: b.id(), findingId: finding.id, patch });
  const { disputes, names } = await previewOn(b, await packageOf(a));
  expect(disputes).toMatchObject([
    {
      entity: 'finding',
      kind: 'removal',
      name: { number: finding.number, title: '系统未定级，亦未备案。', item: { number: '1.01' } },
    },
  ]);
  expect(names[`finding ${finding.id}`]).toMatchObject({ number: finding.number });
});

test('the command line reads choices from a file and asks for them on a terminal', async () => {
  const { disputes } = await previewOn(b, await packageOf(a));
  const [removal] = disputes;
  if (!removal) throw new Error('the removal is disputed');
  const place = { entity: 'finding', entityId: removal.entityId, field: 'deleted' };
  const file = path.join(temporaryFolder(), 'choices.json');
  const read = (choices: unknown) => {
    writeFileSync(file, JSON.stringify({ choices }));
    return readChoices(file, disputes);
  };
  const edit = removal.sides.find((side) => side.field === 'problem');
  const gone = removal.sides.find((side) => side.field === 'deleted');
  const version = (side: typeof edit) => ({ device: side?.device, seq: side?.seq });
  expect([
    read([{ ...place, take: 'mine' }]),
    read([{ ...place, take: 'theirs' }]),
    read([{ ...place, take: version(edit) }]),
  ]).toEqual([
    [{ ...place, choice: version(edit) }],
    [{ ...place, choice: version(gone) }],
    [{ ...place, choice: version(edit) }],
  ]);
  const codeOf = (choices: unknown) => failureOf(Promise.resolve().then(() => read(choices)));
  expect([
    (await codeOf([{ ...place, take: 'both' }])).code,
    (await codeOf([{ ...place, field: 'problem', take: 'mine' }])).code,
    (await codeOf([{ ...place, take: 'ours' }])).code,
  ]).toEqual(['handoff-choice', 'handoff-choice', 'bad-input']);
  const questions: string[] = [];
  const answers = ['2', '', 'b'];
  const asked = await askChoices([removal, removal, removal], messagesFor('zh-CN'), (question) => {
    questions.push(question);
    return Promise.resolve(answers.shift() ?? '');
  });
  expect(asked).toEqual([{ ...place, choice: version(removal.sides[1]) }]);
  expect(questions[0]).toContain('系统未定级，亦未备案。');
});
