import { gunzipSync } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';

/** Inflated size of the largest model that is believed. */
const maxModelBytes = 256 * 1024 * 1024;
/** Place of the network in a model's table of contents (TESSDATA_LSTM); models before 2016 have none. */
const lstmEntry = 17;
const mostEntries = 64;

/**
 * The bytes of a model, unpacked, with the network that reads lines. Tesseract itself starts on anything and then finds no
 * text. Errors: `ocr-model-damaged`.
 */
export function unpackModel(bytes: Uint8Array): Uint8Array {
  try {
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: maxModelBytes }) : bytes;
    const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
    const entries = view.getInt32(0, true);
    if (entries <= lstmEntry || entries > mostEntries) throw new Error('no table of contents');
    const offset = Number(view.getBigInt64(4 + 8 * lstmEntry, true));
    if (offset < 4 + 8 * entries || offset >= plain.length) throw new Error('no network');
    return new Uint8Array(plain);
  } catch (cause) {
    throw new AppError('ocr-model-damaged', {}, { cause });
  }
}
