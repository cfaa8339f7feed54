import { datePartsOf, type DateParts } from './dateSerial.ts';

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

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string };

const tokenPattern =
  /"([^"]*)"?|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+|a{3,4}|e+|b+)|((?:[0#?]|[.,%](?=.|$)|E[+-])+)|([^])/giu;

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

/** A number as its cell shows it. Formats with conditions, fractions and the like show the plain number. */
export function formatValue(value: number, code: string, is1904: boolean): string {
  const sections = sectionsOf(code);
  const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const section = sections[index] ?? 'General';
  if (section.trim() === '') return '';
  if (
    /general|G\/通用格式/i.test(section) ||
    section.includes('@') ||
    /[?#0]\/[?#0\d]/.test(section)
  )
    return affixed(section, value);
  const tokens = tokensOf(section);
  if (tokens.some((token) => token.kind === 'date')) {
    const parts = datePartsOf(value, is1904);
    return parts === null ? generalNumber(value) : dateText(tokens, parts);
  }
  return numberText(tokens, index === 1 ? Math.abs(value) : value);
}

/** Sections of a format: positive; negative; zero; text. Semicolons in quotes part nothing. */
function sectionsOf(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? [code];
}

/** `General` and `@` with the literals around them. */
function affixed(section: string, value: number): string {
  const around = section.split(/general|G\/通用格式|@/i);
  if (around.length !== 2) return generalNumber(value);
  const literals = around.map((part) =>
    tokensOf(part)
      .filter((token) => token.kind === 'literal')
      .map((token) => token.text)
      .join(''),
  );
  return literals.join(generalNumber(value));
}

/** A number without a format: at most eleven digits, as a cell shows. */
export function generalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e21 || size < 1e-9)) return value.toExponential(5).toUpperCase();
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(11)));
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function dateText(tokens: readonly Token[], parts: DateParts): string {
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
      return datePart(token.text, parts, isMinute, isHalf);
    })
    .join('');
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
      return code.length >= 3 ? (months[parts.month - 1] ?? '') : pad(parts.month, width);
    case 'd':
      return code.length >= 3 ? (weekdays[parts.weekday] ?? '') : pad(parts.day, width);
    case 'a':
      return (code.length === 4 ? '星期' : '') + '日一二三四五六'.charAt(parts.weekday);
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

function numberText(tokens: readonly Token[], value: number): string {
  const pattern = tokens.map((token) => (token.kind === 'number' ? token.text : '')).join('');
  if (pattern === '') {
    const sign = value < 0 ? '-' : '';
    return sign + tokens.map((token) => token.text).join('');
  }
  const digits = digitsOf(Math.abs(value), pattern);
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  let isPut = false;
  const text = tokens.map((token) => {
    if (token.kind !== 'number') return token.text;
    if (isPut) return '';
    isPut = true;
    return digits;
  });
  return sign + text.join('');
}

function digitsOf(value: number, pattern: string): string {
  const percents = pattern.split('%').length - 1;
  const plain = pattern.replaceAll('%', '');
  const [mantissa = '', exponent] = plain.split(/E[+-]/i);
  const [whole = '', fraction = ''] = mantissa.split('.');
  // Commas behind the last digit divide by a thousand each.
  const thousands = /,+$/.exec(fraction === '' ? whole : fraction)?.[0].length ?? 0;
  const scaled = (value * 100 ** percents) / 1_000 ** thousands;
  const places = fraction.replace(/[^0#?]/g, '').length;
  const least = fraction.replace(/[^0?]/g, '').length;
  if (exponent !== undefined)
    return scaled
      .toExponential(Math.min(places, 20))
      .toUpperCase()
      .replace(/E([+-])(\d)$/, 'E$10$2');
  const [integer = '0', decimals = ''] = rounded(scaled, places).split('.');
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0');
  const minimum = whole.replace(/[^0?]/g, '').length;
  let shown = integer === '0' && minimum === 0 ? '' : integer.padStart(minimum, '0');
  if (/[0#?],[0#?]/.test(whole)) shown = shown.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return shown + (kept === '' ? '' : `.${kept}`) + '%'.repeat(percents);
}

/** Decimal rounding as people do it: 1.005 to two places is 1.01 though the nearest double lies below. */
function rounded(value: number, places: number): string {
  if (value >= 1e21) return BigInt(Math.round(value)).toString();
  const decimal = String(Number(value.toPrecision(15)));
  if (decimal.includes('e') || places > 15) return value.toFixed(Math.min(places, 30));
  const whole = Math.round(Number(`${decimal}e${places}`));
  return Number(`${whole}e-${places}`).toFixed(places);
}
