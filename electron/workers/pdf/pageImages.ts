import { type Matrix, multiply } from './matrix.ts';
import type { PdfjsModule, PdfPage } from './pdfjsNode.ts';

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((n) => typeof n === 'number');
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
      if (isMatrix(args)) now = multiply(now, args);
    } else if (operation === operations.form) {
      stack.push(now);
      const matrix: unknown = Array.isArray(args) ? args[0] : null;
      if (isMatrix(matrix)) now = multiply(now, matrix);
    } else if (operations.images.has(operation)) {
      // An image fills the unit square of the space it is painted in.
      largest = Math.max(largest, Math.abs(now[0] * now[3] - now[1] * now[2]));
    }
  }
  return largest / pageArea;
}
