const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function words(value: number): string {
  if (value < 20) return ones[value] ?? '';
  if (value < 100) {
    const rest = value % 10;
    const ten = tens[Math.floor(value / 10) - 2] ?? '';
    return rest === 0 ? ten : `${ten}-${words(rest)}`;
  }
  const [scale, name] = value < 1000 ? ([100, 'hundred'] as const) : ([1000, 'thousand'] as const);
  const rest = value % scale;
  const head = `${words(Math.floor(value / scale))} ${name}`;
  return rest === 0 ? head : `${head} ${words(rest)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Twenty-one`, as Word writes numbers out; for 1 to 999 999. */
export const cardinalText = (value: number): string => capital(words(value));

/** `Twenty-first`. */
export function ordinalText(value: number): string {
  return capital(
    words(value).replace(/[a-z]+$/, (last) => ordinals[last] ?? `${last.replace(/y$/, 'ie')}th`),
  );
}
