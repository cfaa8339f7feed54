/** Letters that stand without a space between them, so that a line end inside them means nothing. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}　-〿！-｠“”‘’—…]`;
const lineEndInside = new RegExp(
  String.raw`(?<=${unspaced})\s*\n\s*|\s*\n\s*(?=${unspaced})`,
  'gu',
);

/** A quote as it is read on the screen: line ends of the page are none of the text. The quote itself keeps them. */
export function quoteLine(quote: string): string {
  return quote.replace(lineEndInside, '').replaceAll(/\s*\n\s*/g, ' ');
}
