import { expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import { makeDocx, paragraph, run } from '../../fixtures/makeDocx.ts';

const sign = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const changed = (kind: 'ins' | 'del', xml: string) =>
  `<w:${kind} w:id="1" w:author="甲方" w:date="2026-11-01T00:00:00Z">${xml}</w:${kind}>`;
const half = `<m:f><m:num>${sign('1')}</m:num><m:den>${sign('2')}</m:den></m:f>`;

function blocksOf(body: string) {
  const extraction = readDocx(makeDocx({ body }), defaultExtractLimits, () => undefined);
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  return extraction.blocks;
}

/** The text of an equation between words, and its marks as the words that they are on. */
function read(xml: string) {
  const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${xml}</m:oMath>`;
  const body = paragraph(run('违约金=') + math + run('。'));
  const [block] = blocksOf(body);
  const words = block?.marks.map(([start, end, mark]) => [mark, block.text.slice(start, end)]);
  return [block?.text, ...(words ?? [])];
}

test('a deleted sign of an equation is deleted, and the one put in its place inserted', () => {
  expect(
    read(sign('合同价×') + changed('del', sign('3')) + changed('ins', sign('1')) + sign('%')),
  ).toEqual(['违约金=合同价×31%。', ['deleted', '3'], ['inserted', '1']]);
});

test('a deleted fraction is deleted with its bar', () => {
  expect(read(sign('价') + changed('del', half))).toEqual(['违约金=价1/2。', ['deleted', '1/2']]);
});

test('changes within a part of a fraction are its own', () => {
  const numerator = changed('del', sign('1')) + changed('ins', sign('3'));
  expect(read(`<m:f><m:num>${numerator}</m:num><m:den>${sign('4')}</m:den></m:f>`)).toEqual([
    '违约金=13/4。',
    ['deleted', '1'],
    ['inserted', '3'],
  ]);
});

test('an equation within a deletion is deleted as a whole', () => {
  const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${half}</m:oMath>`;
  const body = paragraph(run('价') + changed('del', math) + run('。'));
  const [block] = blocksOf(body);
  expect([block?.text, block?.marks]).toEqual(['价1/2。', [[1, 4, 'deleted']]]);
});
