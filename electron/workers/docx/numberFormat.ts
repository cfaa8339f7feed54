import { ownEntry } from '../ownEntry.ts';
import { cardinalText, ordinalText } from './englishNumber.ts';

/**
 * Writes automatic numbers as Word does; formats by their name in ECMA-376, 17.18.59 (ST_NumberFormat), with what Microsoft says
 * that Word does otherwise ([MS-OI29500] 2.1.540).
 */

const lowerDigits = '〇一二三四五六七八九';
const circleDigits = '○一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const legalTraditionalDigits = '零壹貳參肆伍陸柒捌玖';
const japaneseLegalDigits = '〇壱弐参四伍六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

interface Counting {
  readonly digits: string;
  /** Ten, hundred, thousand, ten thousand, hundred million. */
  readonly units: readonly [string, string, string, string, string];
  readonly zero: string;
  /** 10–19 begin with 十, not 一十. */
  readonly isTenBare: boolean;
  /** 100 is 百, not 一百 (Japanese). */
  readonly isOneBare?: boolean;
}

const simplified: Counting = {
  digits: lowerDigits,
  units: ['十', '百', '千', '万', '亿'],
  zero: '零',
  isTenBare: true,
};
const traditional: Counting = { ...simplified, units: ['十', '百', '千', '萬', '億'] };
const legalSimplified: Counting = {
  digits: legalDigits,
  units: ['拾', '佰', '仟', '万', '亿'],
  zero: '零',
  isTenBare: false,
};
const legalTraditional: Counting = {
  digits: legalTraditionalDigits,
  units: ['拾', '佰', '仟', '萬', '億'],
  zero: '零',
  isTenBare: false,
};
const japanese: Counting = {
  ...traditional,
  units: ['十', '百', '千', '万', '億'],
  zero: '',
  isOneBare: true,
};
const korean: Counting = {
  digits: '영일이삼사오육칠팔구',
  units: ['십', '백', '천', '만', '억'],
  zero: '',
  isTenBare: true,
  isOneBare: true,
};
const japaneseLegal: Counting = {
  digits: japaneseLegalDigits,
  units: ['拾', '百', '阡', '萬', '億'],
  zero: '',
  isTenBare: false,
};

function group(value: number, counting: Counting): string {
  let text = '';
  let isZeroOwed = false;
  for (const [scale, unit] of [
    [1000, counting.units[2]],
    [100, counting.units[1]],
    [10, counting.units[0]],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) {
      isZeroOwed = text !== '';
      continue;
    }
    if (isZeroOwed) text += counting.zero;
    isZeroOwed = false;
    const isBare = counting.isOneBare === true && digit === 1 && scale > 1;
    text += (isBare ? '' : counting.digits.charAt(digit)) + unit;
  }
  return text;
}

function count(value: number, counting: Counting): string {
  if (value === 0) return counting.zero || lowerDigits.charAt(0);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  let text = high > 0 ? group(high, counting) + counting.units[3] : '';
  if (high > 0 && low > 0 && low < 1000) text += counting.zero;
  text += group(low, counting);
  return counting.isTenBare && value >= 10 && value < 20 ? text.replace(/^一/, '') : text;
}

const positional = (value: number, digits: string): string =>
  Array.from(String(value), (d) => digits.charAt(Number(d))).join('');

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [step, sign] of romanSteps) {
    for (; rest >= step; rest -= step) text += sign;
  }
  return text;
}

/** a … z, aa, bb: Word repeats the letter. */
const repeated = (signs: string) => (value: number) =>
  signs.charAt((value - 1) % signs.length).repeat(Math.ceil(value / signs.length));

const letters = repeated('abcdefghijklmnopqrstuvwxyz');

/** The signs of a set, decimal digits beyond its end. */
const ending = (signs: string) => (value: number) =>
  value <= signs.length ? signs.charAt(value - 1) : String(value);

const twenty = (first: number): string =>
  String.fromCharCode(...Array.from({ length: 20 }, (_, i) => first + i));

const cycle = (signs: string) => (value: number) => signs.charAt((value - 1) % signs.length);

function ordinal(value: number): string {
  const tail = value % 100;
  const ending = tail > 10 && tail < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** Word's zero here is a circle: 一○○. */
const belowHundred = (value: number): string =>
  value < 100 ? count(value, simplified) : positional(value, circleDigits);

const decimal = String;
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => positional(n, '０１２３４５６７８９'),
  decimalFullWidth2: (n) => positional(n, '０１２３４５６７８９'),
  decimalEnclosedCircle: ending(twenty(0x2460)),
  decimalEnclosedCircleChinese: ending(twenty(0x2460)),
  decimalEnclosedParen: ending(twenty(0x2474)),
  decimalEnclosedFullstop: ending(twenty(0x2488)),
  // Parentheses, whatever the name says.
  ideographEnclosedCircle: ending('㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerLetter: letters,
  ordinal,
  cardinalText,
  ordinalText,
  chicago: repeated('*†‡§'),
  numberInDash: (n) => `- ${n} -`,
  hex: (n) => n.toString(16).toUpperCase(),
  chineseCounting: belowHundred,
  taiwaneseCounting: belowHundred,
  koreanCounting: (n) => count(n, korean).replace(/^일(?=만)/, ''),
  koreanDigital: (n) => positional(n, korean.digits),
  koreanDigital2: (n) => positional(n, '零一二三四五六七八九'),
  chineseCountingThousand: (n) => count(n, simplified),
  taiwaneseCountingThousand: (n) => count(n, traditional),
  chineseLegalSimplified: (n) => count(n, legalSimplified),
  ideographLegalTraditional: (n) => count(n, legalTraditional),
  japaneseCounting: (n) => count(n, japanese),
  japaneseLegal: (n) => count(n, japaneseLegal),
  japaneseDigitalTenThousand: (n) => positional(n, lowerDigits),
  ideographDigital: (n) => positional(n, lowerDigits),
  taiwaneseDigital: (n) => positional(n, circleDigits),
  ideographTraditional: ending(stems),
  ideographZodiac: ending(branches),
  ideographZodiacTraditional: (n) => cycle(stems)(n) + cycle(branches)(n),
  aiueo: cycle('ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'),
  aiueoFullWidth: cycle(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ),
  iroha: cycle('ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ'),
  irohaFullWidth: cycle(
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ),
  ganada: repeated('가나다라마바사아자차카타파하'),
  chosung: repeated('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
  russianLower: repeated('абвгдежзиклмнопрстуфхцчшщыэюя'),
  russianUpper: repeated('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'),
  // Word writes digits, whatever the name says.
  bahtText: decimal,
  none: () => '',
};

/** Whether the format is one that `formatNumber` writes as Word does; others come out in decimal digits. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(formats, format) || format === 'bullet';
}

/** A number from 0 in the given format; what the format cannot say (zero, beyond 32 767) is said in decimal digits. */
export function formatNumber(value: number, format: string): string {
  if (format === 'none') return '';
  if (value > 32_767 || (value <= 0 && format !== 'decimalZero')) return String(value);
  return (ownEntry(formats, format) ?? decimal)(value);
}
