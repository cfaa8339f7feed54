/** A piece of a number format: text as it stands, a part of a date, or places for digits. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string };

/** A number without a format: at most eleven digits, as a cell shows. */
export function generalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(11)));
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const digits = exponent.slice(1).padStart(2, '0');
  return `${Number(Number(mantissa).toFixed(5))}E${exponent.charAt(0)}${digits}`;
}

/** A number under the tokens of a number format. */
export function numberText(tokens: readonly Token[], value: number): string {
  const pattern = tokens.map((token) => (token.kind === 'number' ? token.text : '')).join('');
  if (pattern === '') {
    const sign = value < 0 ? '-' : '';
    return sign + tokens.map((token) => token.text).join('');
  }
  const places = tokens.filter(({ kind, text }) => kind === 'number' && /[0#?]/.test(text));
  if (places.length > 1)
    // Where literals part decimals, the plain number is right and a guess might not be.
    return /^[0#?]+,*$/.test(pattern) ? spreadDigits(tokens, value) : generalNumber(value);
  const digits = digitsOf(Math.abs(value), pattern);
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  const text = tokens.map((token) => {
    if (token.kind !== 'number') return token.text;
    return (token === places[0] ? digits : '') + token.text.replace(/[^%]/g, '');
  });
  return sign + text.join('');
}

/** Digits parted by literals (`000-0000`): filled from the right, what is over goes to the first. */
function spreadDigits(tokens: readonly Token[], value: number): string {
  const zeros = tokens.map(({ kind, text }) =>
    kind === 'number' ? text.replace(/[^0]/g, '') : '',
  );
  const thousands = tokens.findLast(({ kind }) => kind === 'number')?.text.split(',').length ?? 1;
  const scaled = Math.abs(value) / 1_000 ** (thousands - 1);
  let left = rounded(scaled, 0).padStart(zeros.join('').length, '0');
  const first = tokens.findIndex((token) => token.kind === 'number');
  let text = '';
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined) continue;
    const at = i === first ? 0 : Math.max(0, left.length - token.text.replaceAll(',', '').length);
    if (token.kind !== 'number') text = token.text + text;
    else {
      text = left.slice(at) + text;
      left = left.slice(0, at);
    }
  }
  return (value < 0 ? '-' : '') + text;
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
  const least = fraction.replace(/[^0]/g, '').length;
  if (exponent !== undefined)
    return scaled
      .toExponential(Math.min(places, 20))
      .toUpperCase()
      .replace(/E([+-])(\d)$/, 'E$10$2');
  const [integer = '0', decimals = ''] = rounded(scaled, places).split('.');
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0');
  const minimum = whole.replace(/[^0]/g, '').length;
  let shown = integer === '0' && minimum === 0 ? '' : integer.padStart(minimum, '0');
  if (/[0#?],[0#?]/.test(whole)) shown = shown.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return shown + (kept === '' ? '' : `.${kept}`);
}

/** Decimal rounding as people do it: 1.005 to two places is 1.01 though the nearest double lies below. */
function rounded(value: number, places: number): string {
  if (value >= 1e21) return BigInt(Math.round(value)).toString();
  const decimal = String(Number(value.toPrecision(15)));
  if (decimal.includes('e') || places > 15) return value.toFixed(Math.min(places, 30));
  const whole = Math.round(Number(`${decimal}e${places}`));
  return Number(`${whole}e-${places}`).toFixed(places);
}
