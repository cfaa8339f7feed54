import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackModel } from '../../../electron/workers/ocr/modelFile.ts';

/** A table of contents of 24 entries; the network stands at `lstm`, -1 where there is none. */
function model(lstm: number): Uint8Array {
  const bytes = new Uint8Array(400);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 24, true);
  for (let entry = 0; entry < 24; entry += 1) view.setBigInt64(4 + 8 * entry, -1n, true);
  view.setBigInt64(4 + 8 * 17, BigInt(lstm), true);
  return bytes;
}

test('a model with a network is taken, packed or not', () => {
  expect(unpackModel(model(200))).toEqual(model(200));
  expect(unpackModel(gzipSync(model(200)))).toEqual(model(200));
});

test.each([
  ['nothing but zeros', new Uint8Array(1000)],
  ['a model of before 2016', model(-1)],
  ['a network beyond the end', model(4000)],
  ['a few bytes', new Uint8Array(3)],
  ['a packed file that was cut', gzipSync(model(200)).subarray(0, 20)],
  ['another kind of file', new TextEncoder().encode('%PDF-1.7 and so on')],
])('%s is no model', (_name, bytes) => {
  expect(() => unpackModel(bytes)).toThrow('ocr-model-damaged');
});
