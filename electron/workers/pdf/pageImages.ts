import { type Matrix, multiply } from './matrix.ts';
import type { PdfjsModule, PdfPage } from './pdfjsNode.ts';

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Six numbers, plain or in the typed array in which pdf.js gives a form's matrix; null for anything else. */
function matrixOf(value: unknown): Matrix | null {
  const numbers = value instanceof Float32Array ? Array.from(value) : value;
  if (!Array.isArray(numbers) || numbers.length !== 6) return null;
  const [a, b, c, d, e, f] = numbers.map(Number);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
}

/** What of the drawing operations moves or paints, by pdf.js's numbers. */
function operationsOf({ OPS }: PdfjsModule) {
  return {
    save: OPS.save,
    restore: OPS.restore,
    transform: OPS.transform,
    form: OPS.paintFormXObjectBegin,
    formEnd: OPS.paintFormXObjectEnd,
    images: new Set<number>([
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
    ]),
  };
}

/**
 * Share of the page that its largest image covers, 0 to 1 and above. Scanners put one image over the whole page; a mark
 * or page number that they print on it does not make the page searchable.
 */
export async function largestImageShare(pdfjs: PdfjsModule, page: PdfPage): Promise<number> {
  const operations = operationsOf(pdfjs);
  const { fnArray, argsArray } = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const pageArea = Math.abs((right - left) * (top - bottom)) || 1;
  const stack: Matrix[] = [];
  let now = identity;
  let largest = 0;
  for (const [i, operation] of fnArray.entries()) {
    const args: unknown = argsArray[i];
    if (operation === operations.save) stack.push(now);
    else if (operation === operations.restore || operation === operations.formEnd) {
      now = stack.pop() ?? identity;
    } else if (operation === operations.transform) {
      now = multiply(now, matrixOf(args) ?? identity);
    } else if (operation === operations.form) {
      stack.push(now);
      now = multiply(now, (Array.isArray(args) ? matrixOf(args[0]) : null) ?? identity);
    } else if (operations.images.has(operation)) {
      // An image fills the unit square of the space it is painted in.
      largest = Math.max(largest, Math.abs(now[0] * now[3] - now[1] * now[2]));
    }
  }
  return largest / pageArea;
}
