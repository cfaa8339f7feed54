import { chineseDigits, chineseNumber, type ChineseStyle } from './chineseNumber.ts';
import { datePartsOf, type DateParts } from './dateSerial.ts';
import { generalNumber, numberText, type Token } from './numberText.ts';

/** Formats that files name by number only (ECMA-376 18.8.30), as Excel in Chinese shows them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Longest code that spreadsheet programs take. */
const maxCode = 255;

/** Code of a number format, `General` for one that nothing defines. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  const code = own.get(id) ?? builtIn[id] ?? 'General';
  return code.length > maxCode ? 'General' : code;
}

const tokenPattern =
  /"([^"]*)"?|[\\!](.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+|a{3,4}|e+|b+)|((?:[0#?]|[.,%](?=.|$)|E[+-])+)|([^])/giu;

function tokensOf(section: string): Token[] {
  const tokens: Token[] = [];
  for (const found of section.matchAll(tokenPattern)) {
    const [, quoted, escaped, currency, elapsed, half, date, number, other] = found;
    const literal = quoted ?? escaped ?? currency ?? other;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal });
    else if (elapsed !== undefined)
      tokens.push({ kind: 'date', text: `[${elapsed.charAt(0).toLowerCase()}]` });
    else if (half !== undefined) tokens.push({ kind: 'date', text: 'half' });
    else if (date !== undefined) tokens.push({ kind: 'date', text: date.toLowerCase() });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
  }
  return tokens;
}

/** Dates and times in the long form of the system, whatever else the code says: of Windows in Chinese. */
function systemCode(code: string): string {
  if (/\[\$-(?:x-sysdate|F800)\]/i.test(code)) return 'yyyy"年"m"月"d"日"';
  return /\[\$-(?:x-systime|F400)\]/i.test(code) ? 'h:mm:ss' : code;
}

/** A number as its cell shows it. Formats with fractions and the like show the plain number. */
export function formatValue(value: number, code: string, is1904: boolean): string {
  const { section, shown } = sectionFor(value, sectionsOf(systemCode(code)));
  if (section.trim() === '') return '';
  const style = styleOf(section);
  if (
    /general|G\/通用格式/i.test(section) ||
    section.includes('@') ||
    /[?#0]\/[?#0\d]/.test(section)
  )
    return affixed(section, value, style);
  const tokens = tokensOf(section);
  if (tokens.some((token) => token.kind === 'date')) {
    const parts = datePartsOf(value, is1904);
    const isChinese = /\[\$[^\]-]*-(?:[\da-f]*804|zh-CN)\b/i.test(section);
    return parts === null ? generalNumber(value) : dateText(tokens, parts, style, isChinese);
  }
  const text = numberText(tokens, shown);
  return style === null
    ? text
    : text.replace(/\d[\d.]*/g, (digits) => chineseNumber(digits, style));
}

/** Whether digits are written in Chinese. */
function styleOf(section: string): ChineseStyle | null {
  const number = /\[DBNum([12])\]/i.exec(section)?.[1];
  return number === undefined ? null : number === '1' ? 'plain' : 'formal';
}

const conditionPattern = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The section for a number and the number as it is shown: without its sign where the section is for negative ones. */
function sectionFor(
  value: number,
  sections: readonly string[],
): { readonly section: string; readonly shown: number } {
  if (sections.some((section) => conditionPattern.test(section))) {
    const section = sections.find((one) => isMet(value, one)) ?? 'General';
    return { section, shown: value };
  }
  if (value < 0 && sections.length > 1) return { section: sections[1] ?? '', shown: -value };
  const at = value === 0 && sections.length > 2 ? 2 : 0;
  return { section: sections[at] ?? 'General', shown: value };
}

function isMet(value: number, section: string): boolean {
  const [, operator, operand] = conditionPattern.exec(section) ?? [];
  const limit = Number(operand);
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    case '<>':
      return value !== limit;
    default:
      return true;
  }
}

/** Sections of a format: positive; negative; zero; text. Semicolons in quotes part nothing. */
function sectionsOf(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? [code];
}

/** `General` and `@` with the literals around them. */
function affixed(section: string, value: number, style: ChineseStyle | null): string {
  const general = generalNumber(value);
  const shown = style === null ? general : chineseNumber(general, style);
  const around = section.split(/general|G\/通用格式|@/i);
  if (around.length !== 2) return shown;
  const literals = around.map((part) =>
    tokensOf(part)
      .filter((token) => token.kind === 'literal')
      .map((token) => token.text)
      .join(''),
  );
  return literals.join(shown);
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const chineseMonths = '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'.split(' ');
const chineseWeekdays = '日一二三四五六';

/** A month (`mmm`) or weekday (`ddd`) by its name, short, long or by its letter. */
function nameOf(code: string, parts: DateParts, isChinese: boolean): string {
  const isMonth = code.startsWith('m');
  if (isChinese && isMonth) return chineseMonths[parts.month - 1] ?? '';
  if (isChinese) return (code.length > 3 ? '星期' : '周') + chineseWeekdays.charAt(parts.weekday);
  const name = (isMonth ? months[parts.month - 1] : weekdays[parts.weekday]) ?? '';
  if (isMonth && code.length === 5) return name.charAt(0);
  return code.length === 3 ? name.slice(0, 3) : name;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function dateText(
  tokens: readonly Token[],
  parts: DateParts,
  style: ChineseStyle | null,
  isChinese: boolean,
): string {
  const isHalf = tokens.some((token) => token.kind === 'date' && token.text === 'half');
  const dates = tokens.filter((token) => token.kind === 'date');
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'number') return token.text.replace(/[0#?]/g, '').replace(/^\.$/, '');
      const at = dates.indexOf(token);
      // m is minutes after hours and before seconds.
      const isMinute =
        /^\[?h/.test(dates[at - 1]?.text ?? '') ||
        (dates[at - 1]?.text === 'half' && /^\[?h/.test(dates[at - 2]?.text ?? '')) ||
        /^\[?s/.test(dates[at + 1]?.text ?? '');
      const isName = /^(?:m{3}|d{3})/.test(token.text);
      const text = isName
        ? nameOf(token.text, parts, isChinese)
        : datePart(token.text, parts, isMinute, isHalf);
      if (style === null || !/^\d+$/.test(text)) return text;
      return /^[yeb]/.test(token.text) ? chineseDigits(text, style) : dayInWords(text, style);
    })
    .join('');
}

/** Months and days up to nineteen go without the one before ten. */
function dayInWords(text: string, style: ChineseStyle): string {
  return chineseNumber(String(Number(text)), style).replace(/^[一壹](?=[十拾])/, '');
}

function datePart(code: string, parts: DateParts, isMinute: boolean, isHalf: boolean): string {
  const hour = isHalf ? parts.hour % 12 || 12 : parts.hour;
  const width = Math.min(2, code.length);
  switch (code.charAt(0)) {
    case 'y':
      return code.length <= 2 ? pad(parts.year % 100, 2) : String(parts.year);
    case 'e':
    case 'b':
      return String(parts.year);
    case 'm':
      if (isMinute && code.length <= 2) return pad(parts.minute, width);
      return pad(parts.month, width);
    case 'd':
      return pad(parts.day, width);
    case 'a':
      return (code.length === 4 ? '星期' : '') + chineseWeekdays.charAt(parts.weekday);
    case 'h':
      return code === 'half' ? (parts.hour < 12 ? '上午' : '下午') : pad(hour, width);
    case 's':
      return pad(parts.second, width);
    default:
      return elapsed(code, parts.elapsedSeconds);
  }
}

function elapsed(code: string, seconds: number): string {
  if (code === '[h]') return String(Math.floor(seconds / 3_600));
  return code === '[m]' ? String(Math.floor(seconds / 60)) : String(seconds);
}
