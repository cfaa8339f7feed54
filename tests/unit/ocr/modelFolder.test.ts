import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readModel } from '../../../electron/core/ocr/modelFolder.ts';
import { failureOf } from '../../helpers/deskCore.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const bytes = Buffer.from('a model');

test.each([
  ['chi_sim.traineddata', bytes],
  ['chi_sim.traineddata.gz', gzipSync(bytes)],
])('%s is found in its folder and at its own path alike', (name, content) => {
  const folder = temporaryFolder();
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const found = readModel(file);
  expect(found).toEqual(readModel(folder));
  expect(found).toMatchObject({ name: 'chi_sim', bytes: new Uint8Array(content) });
});

test('the file that is named is taken, not a better one beside it', () => {
  const folder = temporaryFolder();
  for (const name of ['chi_sim.traineddata', 'chi_tra.traineddata'])
    writeFileSync(path.join(folder, name), name);
  expect(readModel(path.join(folder, 'chi_tra.traineddata')).name).toBe('chi_tra');
});

test('a model of another language, a folder without one and a place that is gone are named', async () => {
  const folder = temporaryFolder();
  const other = path.join(folder, 'eng.traineddata');
  writeFileSync(other, bytes);
  const failure = (place: string) => failureOf(Promise.resolve().then(() => readModel(place)));
  expect(await failure(other)).toMatchObject({
    code: 'ocr-model-missing',
    params: { folder: 'eng.traineddata', file: 'chi_sim.traineddata' },
  });
  expect(await failure(folder)).toMatchObject({ code: 'ocr-model-missing', params: { folder } });
  rmSync(other);
  expect(await failure(other)).toMatchObject({
    code: 'ocr-model-folder',
    params: { folder: other },
  });
});
