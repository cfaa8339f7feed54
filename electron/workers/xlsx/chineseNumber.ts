const plain = { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'] };
const formal = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] };
const groups = ['', '万', '亿', '万亿'];

/** How `[DBNum1]` (一千二百) and `[DBNum2]` (壹仟贰佰) write digits. */
export type ChineseStyle = 'plain' | 'formal';

/** Digit by digit: 2026 is 二〇二六. */
export function chineseDigits(digits: string, style: ChineseStyle): string {
  const table = style === 'plain' ? plain.digits : formal.digits;
  return digits.replace(/\d/g, (digit) => table.charAt(Number(digit)));
}

/** A number in words, as Excel writes it: 1204.5 is 一千二百〇四.五. Beyond 16 digits, and with an exponent, the digits stay. */
export function chineseNumber(decimal: string, style: ChineseStyle): string {
  const found = /^(-?)(\d{1,16})(?:\.(\d+))?$/.exec(decimal);
  if (found === null) return decimal;
  const [, sign = '', whole = '0', fraction] = found;
  const words = wholeInWords(whole, style);
  return sign + words + (fraction === undefined ? '' : `.${chineseDigits(fraction, style)}`);
}

function wholeInWords(whole: string, style: ChineseStyle): string {
  const { digits, units } = style === 'plain' ? plain : formal;
  const zero = digits.charAt(0);
  let words = '';
  let isZeroDue = false;
  Array.from(whole).forEach((char, i) => {
    const place = whole.length - 1 - i;
    if (char === '0') isZeroDue = words !== '';
    else {
      words += (isZeroDue ? zero : '') + digits.charAt(Number(char)) + (units[place % 4] ?? '');
      isZeroDue = false;
    }
    const isGroupEnd = place % 4 === 0 && place > 0;
    if (isGroupEnd && /[1-9]/.test(whole.slice(Math.max(0, i - 3), i + 1)))
      words += groups[place / 4] ?? '';
  });
  return words === '' ? zero : words;
}
