import { describe, expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { formatNumber } from '../../../electron/workers/docx/numberFormat.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import {
  list,
  listDefinition,
  listLevel,
  makeDocx,
  numbered,
  paragraph,
  run,
} from '../../fixtures/makeDocx.ts';

function labelsOf(numbering: string, body: string): readonly (readonly [string, string | null])[] {
  const extraction = readDocx(makeDocx({ numbering, body }), defaultExtractLimits, () => undefined);
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  return extraction.blocks.map(({ path, label }) => [path, label]);
}

const outline = listDefinition(
  0,
  listLevel(0, 'decimal', '%1.'),
  listLevel(1, 'decimal', '%1.%2'),
  listLevel(2, 'decimal', '%1.%2.%3'),
);
const startOver = (...levels: readonly number[]) =>
  levels
    .map((at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="1"/></w:lvlOverride>`)
    .join('');

describe('lists that start over', () => {
  test('do so at the first paragraph of the level, not when a deeper one comes first', () => {
    const places = [
      [1, 0],
      [1, 1],
      [1, 0],
      [2, 1],
      [2, 1],
      [2, 2],
      [1, 1],
      [1, 0],
      [3, 0],
      [3, 1],
      [2, 1],
      [2, 0],
    ] as const;
    const body = places.map(([numId, level]) => paragraph('x', numbered(numId, level))).join('');
    const numbering =
      outline + list(1, 0) + list(2, 0, startOver(0, 1, 2)) + list(3, 0, startOver(0, 1, 2));
    expect(labelsOf(numbering, body).map(([, label]) => label)).toEqual([
      '1.',
      '1.1',
      '2.',
      '2.1',
      '2.2',
      '2.2.1',
      '2.3',
      '3.',
      '1.',
      '1.1',
      '1.2',
      '1.',
    ]);
  });
});

describe('text boxes', () => {
  test('count for themselves, on from box to box, and take no number from the body', () => {
    const item = paragraph('x', numbered(1));
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${item}${item}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const body = item + paragraph(run('甲') + box, numbered(1)) + paragraph(box) + item;
    expect(labelsOf(outline + list(1, 0), body)).toEqual([
      ['body/0', '1.'],
      ['body/1', '2.'],
      ['body/1/box1/0', '1.'],
      ['body/1/box1/1', '2.'],
      ['body/2/box1/0', '3.'],
      ['body/2/box1/1', '4.'],
      ['body/3', '3.'],
    ]);
  });
});

describe('formats end where Word ends them', () => {
  // ECMA-376 17.18.59, and Microsoft's notes on it ([MS-OI29500] 2.1.540, [MS-DOCX] 2.4).
  test.each<[string, readonly (readonly [number, string])[]]>([
    [
      'decimalEnclosedCircle',
      [
        [20, '⑳'],
        [21, '21'],
      ],
    ],
    [
      'decimalEnclosedCircleChinese',
      [
        [20, '⑳'],
        [36, '36'],
      ],
    ],
    [
      'decimalEnclosedParen',
      [
        [20, '⒇'],
        [21, '21'],
      ],
    ],
    [
      'ideographEnclosedCircle',
      [
        [1, '㈠'],
        [10, '㈩'],
        [11, '11'],
      ],
    ],
    [
      'ideographTraditional',
      [
        [10, '癸'],
        [11, '11'],
      ],
    ],
    [
      'ideographZodiac',
      [
        [12, '亥'],
        [13, '13'],
      ],
    ],
    [
      'ideographZodiacTraditional',
      [
        [11, '甲戌'],
        [60, '癸亥'],
        [61, '甲子'],
      ],
    ],
    [
      'chineseCounting',
      [
        [99, '九十九'],
        [100, '一○○'],
        [101, '一○一'],
      ],
    ],
    ['taiwaneseCounting', [[110, '一一○']]],
    [
      'koreanCounting',
      [
        [1, '일'],
        [10, '십'],
        [21, '이십일'],
        [101, '백일'],
      ],
    ],
    ['koreanDigital', [[10, '일영']]],
    ['koreanDigital2', [[10, '一零']]],
    [
      'chosung',
      [
        [1, 'ㄱ'],
        [15, 'ㄱㄱ'],
      ],
    ],
    [
      'ganada',
      [
        [14, '하'],
        [15, '가가'],
      ],
    ],
    [
      'aiueo',
      [
        [1, 'ｱ'],
        [46, 'ﾝ'],
        [47, 'ｱ'],
      ],
    ],
    [
      'aiueoFullWidth',
      [
        [1, 'ア'],
        [46, 'ン'],
        [47, 'ア'],
      ],
    ],
    ['irohaFullWidth', [[2, 'ロ']]],
    [
      'chicago',
      [
        [1, '*'],
        [4, '§'],
        [5, '**'],
      ],
    ],
    [
      'cardinalText',
      [
        [1, 'One'],
        [21, 'Twenty-one'],
        [100, 'One hundred'],
        [1115, 'One thousand one hundred fifteen'],
      ],
    ],
    [
      'ordinalText',
      [
        [1, 'First'],
        [12, 'Twelfth'],
        [20, 'Twentieth'],
        [21, 'Twenty-first'],
        [100, 'One hundredth'],
      ],
    ],
    [
      'russianUpper',
      [
        [1, 'А'],
        [29, 'Я'],
        [30, 'АА'],
      ],
    ],
    ['bahtText', [[3, '3']]],
  ])('%s', (format, cases) => {
    expect(cases.map(([n]) => formatNumber(n, format))).toEqual(cases.map(([, text]) => text));
  });
});

describe('numbers of a text with tracked changes', () => {
  test('are told as they are marked, and otherwise where they differ after or before the changes', () => {
    const changed = (text: string, kind: 'ins' | 'del') => {
      const held = kind === 'ins' ? run(text) : `<w:r><w:delText>${text}</w:delText></w:r>`;
      return paragraph(
        `<w:${kind} w:id="1">${held}</w:${kind}>`,
        `${numbered(1)}<w:rPr><w:${kind} w:id="2"/></w:rPr>`,
      );
    };
    const row = `<w:tbl><w:tr><w:trPr><w:ins w:id="3"/></w:trPr><w:tc>${paragraph('戊', numbered(1))}</w:tc></w:tr></w:tbl>`;
    const body =
      paragraph('甲', numbered(1)) +
      changed('乙', 'del') +
      paragraph('丙', numbered(1)) +
      changed('丁', 'ins') +
      row +
      paragraph('己', numbered(1));
    const extraction = readDocx(
      makeDocx({ numbering: outline + list(1, 0), body }),
      defaultExtractLimits,
      () => undefined,
    );
    if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
    expect(
      extraction.blocks.map(({ label, labels, mark }) => [
        label,
        labels?.final,
        labels?.original,
        mark,
      ]),
    ).toEqual([
      ['1.', undefined, undefined, undefined],
      ['2.', null, '2.', 'deleted'],
      ['3.', '2.', '3.', undefined],
      ['4.', '3.', null, 'inserted'],
      ['5.', '4.', null, undefined],
      ['6.', '5.', '4.', undefined],
    ]);
  });

  test('stand before the first part of what becomes one paragraph', () => {
    const marked = (text: string, kind: 'ins' | 'del') =>
      paragraph(text, `${numbered(1)}<w:rPr><w:${kind} w:id="2"/></w:rPr>`);
    const body =
      paragraph('甲', numbered(1)) +
      marked('乙', 'del') +
      paragraph('丙', numbered(1)) +
      marked('丁', 'ins') +
      paragraph('戊', numbered(1));
    const extraction = readDocx(
      makeDocx({ numbering: outline + list(1, 0), body }),
      defaultExtractLimits,
      () => undefined,
    );
    if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
    expect(
      extraction.blocks.map(({ text, label, labels }) => [
        text,
        label,
        labels?.final,
        labels?.original,
      ]),
    ).toEqual([
      ['甲', '1.', undefined, undefined],
      ['乙', '2.', '2.', '2.'],
      ['丙', '3.', null, '3.'],
      ['丁', '4.', '3.', '4.'],
      ['戊', '5.', '4.', null],
    ]);
  });
});
