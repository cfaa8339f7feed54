import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { barPicture, makeScan } from '../../fixtures/makeScan.ts';
import { addProject, type DeskCore, openDesk } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { exportFrom, importOn, trustEachOther } from '../../helpers/twoDesks.ts';

const ports = {
  ocrWorker: new URL('../../fixtures/ocrWorkerDouble.ts', import.meta.url),
  recognisesInBackground: true,
};
const picture = barPicture({ width: 60, height: 80 }, { left: 5, top: 5, width: 40, height: 4 });

let sender: DeskCore;
let receiver: DeskCore;
let projectId: string;

/** One desk has a scan of two pages; the other knows it and has received nothing yet. */
beforeEach(async () => {
  sender = await open('林若川');
  receiver = await open('周以宁');
  await trustEachOther(sender, receiver);
  projectId = await addProject(sender);
  await sender.call('document.intake', {
    commandId: sender.id(),
    jobId: sender.id(),
    projectId,
    sources: [
      sender.token({
        kind: 'bytes',
        name: '合同.pdf',
        bytes: makeScan([{ picture }, { picture }]),
      }),
    ],
    type: null,
    supersedes: null,
  });
}, 60_000);
afterEach(async () => {
  await sender.core.close();
  await receiver.core.close();
});

async function open(person: string): Promise<DeskCore> {
  const desk = openDesk(undefined, ports);
  await desk.call('workspace.create', { name: `${person}的库`, person, passphrase: null });
  return desk;
}

async function chooseModel(desk: DeskCore): Promise<void> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'chi_sim.traineddata'), JSON.stringify({ text: '数据删除' }));
  await desk.call('ocr.setModel', { source: desk.token({ kind: 'path', path: folder }) });
}

const receive = async () =>
  importOn(receiver, (await exportFrom(sender, { to: ['周以宁'] })).bytes);
const pagesOn = async (desk: DeskCore) =>
  (await desk.call('ocr.status', { projectId })).documents.map((one) => [one.waiting, one.done]);

test('scanned pages that were received are recognised as those of an intake are', async () => {
  await chooseModel(receiver);
  await receive();
  await expect.poll(() => pagesOn(receiver), { timeout: 10_000 }).toEqual([[0, 2]]);
  const [document] = await receiver.call('document.list', { projectId });
  const versionId = document?.versions[0]?.id ?? '';
  const text = await receiver.call('document.text', { versionId });
  expect(text.pages.map((page) => page.text)).toEqual(['数据删除第1页', '数据删除第2页']);
});

test('without a model they wait, and begin when one is chosen', async () => {
  await receive();
  expect((await receiver.call('ocr.status', { projectId })).documents).toMatchObject([
    { waiting: 2, done: 0, state: null },
  ]);
  await chooseModel(receiver);
  await expect.poll(() => pagesOn(receiver), { timeout: 10_000 }).toEqual([[0, 2]]);
});
