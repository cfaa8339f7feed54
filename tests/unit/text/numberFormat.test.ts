import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../electron/workers/docx/numberFormat.ts';

describe('formatNumber', () => {
  test.each<[string, readonly (readonly [number, string])[]]>([
    [
      'decimal',
      [
        [0, '0'],
        [12, '12'],
      ],
    ],
    [
      'decimalZero',
      [
        [3, '03'],
        [12, '12'],
      ],
    ],
    [
      'upperRoman',
      [
        [4, 'IV'],
        [1999, 'MCMXCIX'],
      ],
    ],
    ['lowerRoman', [[9, 'ix']]],
    [
      'lowerLetter',
      [
        [1, 'a'],
        [26, 'z'],
        [27, 'aa'],
        [28, 'bb'],
        [53, 'aaa'],
      ],
    ],
    [
      'chineseCounting',
      [
        [1, '一'],
        [10, '十'],
        [12, '十二'],
        [20, '二十'],
        [35, '三十五'],
        [101, '一○一'],
      ],
    ],
    [
      'chineseCountingThousand',
      [
        [10, '十'],
        [19, '十九'],
        [21, '二十一'],
        [100, '一百'],
        [101, '一百零一'],
        [110, '一百一十'],
        [1001, '一千零一'],
        [10010, '一万零一十'],
      ],
    ],
    [
      'chineseLegalSimplified',
      [
        [1, '壹'],
        [10, '壹拾'],
        [25, '贰拾伍'],
        [108, '壹佰零捌'],
      ],
    ],
    [
      'japaneseCounting',
      [
        [10, '十'],
        [11, '十一'],
        [100, '百'],
        [101, '百一'],
      ],
    ],
    [
      'ideographTraditional',
      [
        [1, '甲'],
        [10, '癸'],
        [11, '11'],
      ],
    ],
    ['ideographZodiac', [[12, '亥']]],
    [
      'decimalEnclosedCircle',
      [
        [1, '①'],
        [20, '⑳'],
        [21, '21'],
        [36, '36'],
      ],
    ],
    ['decimalEnclosedCircleChinese', [[10, '⑩']]],
    ['decimalEnclosedParen', [[3, '⑶']]],
    ['decimalFullWidth', [[12, '１２']]],
    [
      'ordinal',
      [
        [1, '1st'],
        [2, '2nd'],
        [11, '11th'],
        [23, '23rd'],
      ],
    ],
    ['none', [[5, '']]],
    ['somethingNew', [[5, '5']]],
  ])('%s', (format, cases) => {
    expect(cases.map(([n]) => formatNumber(n, format))).toEqual(cases.map(([, text]) => text));
  });
});
