import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { sniff } from '../../../electron/core/intake/sniff.ts';
import { readOther } from '../../../electron/workers/otherFormats.ts';
import { makeDoc } from '../../fixtures/makeDoc.ts';
import { makeOfd } from '../../fixtures/makeOfd.ts';
import { makeRtf, rtfText } from '../../fixtures/makeRtf.ts';
import { makeXlsx, rows } from '../../fixtures/makeXlsx.ts';
import type { Kind } from './reading.ts';

const cell = '\u0007';
const whole: readonly (readonly [Kind, Uint8Array, string])[] = [
  [
    'doc',
    makeDoc({ body: [{ text: '甲方' }, { text: '乙', end: cell }], footnotes: ['注'] }),
    'a.doc',
  ],
  ['rtf', makeRtf(`\\pard ${rtfText('甲方')}\\cell\\row{\\footnote x}{\\*\\a b}\\par`), 'a.rtf'],
  ['txt', new Uint8Array(Buffer.from('甲方\n乙方')), 'a.txt'],
  ['md', new Uint8Array(Buffer.from('# 甲\n- **乙**\n|a|b|\n|-|-|\n|c|d|')), 'a.md'],
  ['html', new Uint8Array(Buffer.from('<html><ol><li>甲<table><tr><td>乙</table>')), 'a.html'],
  [
    'html',
    new Uint8Array(
      Buffer.from(
        'MIME-Version: 1.0\nContent-Type: multipart/x; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a',
      ),
    ),
    'a.mht',
  ],
  [
    'xlsx',
    makeXlsx({ sheets: [{ name: 'x', content: rows('<row><c><v>1</v></c></row>') }] }),
    'a.xlsx',
  ],
  ['ofd', makeOfd({ pages: [[{ text: '甲方', x: 1, y: 9 }]] }), 'a.ofd'],
];
/** Small bounds, so that what runs away meets them at once. */
const limits = {
  ...defaultExtractLimits,
  characters: 100_000,
  blocks: 5_000,
  inflatedBytes: 5_000_000,
};

/** Ends with blocks or a typed reason; any other failure is the reader's. */
function isOrderly(kind: Kind, bytes: Uint8Array, name: string): boolean {
  for (const act of [() => readOther(kind, bytes, limits), () => sniff(bytes, name)]) {
    try {
      act();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return true;
}

describe.each(whole)('%s', (kind, bytes, name) => {
  const runs = { numRuns: 150, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true };

  test('random bytes behind its first ones end in blocks or a typed reason', () => {
    const head = fc.integer({ min: 0, max: Math.min(bytes.length, 600) });
    const property = fc.property(head, fc.uint8Array({ maxLength: 2_000 }), (kept, noise) =>
      isOrderly(kind, new Uint8Array([...bytes.subarray(0, kept), ...noise]), name),
    );
    fc.assert(property, runs);
  });

  test('a whole file with bytes changed or cut off does too', () => {
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    const property = fc.property(
      fc.array(change, { minLength: 1, maxLength: 30 }),
      fc.nat({ max: bytes.length }),
      (changes, kept) => {
        const damaged = bytes.slice(0, kept);
        for (const [at, value] of changes) if (at < kept) damaged[at] = value;
        return isOrderly(kind, damaged, name);
      },
    );
    fc.assert(property, runs);
  });

  test('random bytes alone do too', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 3_000 }), (noise) =>
      isOrderly(kind, noise, name),
    );
    fc.assert(property, runs);
  });
});

test('the files used are whole', () => {
  for (const [kind, bytes, name] of whole) {
    expect(sniff(bytes, name).kind).toBe(kind);
    const read = readOther(kind, bytes, limits);
    expect('blocks' in read && read.blocks.length).toBeGreaterThan(0);
  }
});
