import { afterAll, beforeAll, expect, test } from 'vitest';
import { addProject, type DeskCore } from '../../helpers/deskCore.ts';
import { look, openSealed, share, trustAll } from '../../helpers/folderDesks.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const folder = temporaryFolder();
let a: DeskCore;
let b: DeskCore;

beforeAll(async () => {
  a = await openSealed('林若川');
  b = await openSealed('周以宁');
  await trustAll([a, b]);
  await addProject(a);
}, 60_000);
afterAll(async () => {
  await a.core.close();
  await b.core.close();
});

const looksOn = async (desk: DeskCore) =>
  (await desk.call('sharedFolder.log', {})).map(({ number: _n, at: _at, ...look }) => look);

test('the log keeps what each look took and gave, and none that changed nothing', async () => {
  await share(a, folder, ['周以宁']);
  await share(b, folder, ['林若川']);
  const { written } = await look(a);
  await look(a);
  const { taken, written: told } = await look(b);
  const { receipts, removed } = await look(a);
  expect([written.length, taken.length, told.length, receipts, removed]).toEqual([1, 1, 1, 1, 1]);
  const none = { taken: [], written: [], receipts: 0, removed: 0, altered: [] };
  expect(await looksOn(a)).toEqual([
    { ...none, folder, receipts, removed },
    { ...none, folder, written },
  ]);
  expect(await looksOn(b)).toEqual([{ ...none, folder, taken, written: told }]);
});
