import { AppError } from '#shared/contract/errors.ts';
import type { Matrix } from '../pdf/matrix.ts';
import type { PdfjsModule, PdfPage } from '../pdf/pdfjsNode.ts';
import { canDraw, drawPage } from './drawPage.ts';
import { type GreyPage, soften } from './greyPage.ts';
import { imagesOf, paintImages } from './imagesOnPage.ts';

/** Dots an inch of the picture that is recognised; 300 gives no fewer errors and takes twice the memory. */
export const recognisedDpi = 200;
const pointsPerInch = 72;
/** Pixels of the largest picture; a larger sheet is taken in fewer dots an inch. */
const maxPixels = 24_000_000;
/** A page whose images cover less is drawn whole. */
const coveredShare = 0.5;

export interface PageImage {
  readonly image: GreyPage;
  /** From pixels (rows from the top) to PDF units. */
  readonly toPdf: (x: number, y: number) => readonly [number, number];
}

/**
 * The picture of a page, turned as the page is shown. A page of images alone is put together from them; any other needs a
 * canvas. Errors: `page-needs-drawing` where none is installed, `page-blank`.
 */
export async function pageImage(
  pdfjs: PdfjsModule,
  page: PdfPage,
  mustDraw: boolean,
): Promise<PageImage> {
  const plain = page.getViewport({ scale: 1 });
  const fullScale = recognisedDpi / pointsPerInch;
  const area = plain.width * plain.height;
  if (!(area > 0)) throw new AppError('page-blank');
  const scale = Math.min(fullScale, Math.sqrt(maxPixels / area));
  const viewport = page.getViewport({ scale });
  const toPdf = (x: number, y: number): readonly [number, number] => {
    const [px = 0, py = 0] = viewport.convertToPdfPoint(x, y) as number[];
    return [px, py];
  };
  const size = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) };
  const toPixels = viewport.transform as unknown as Matrix; // six numbers, which pdf.js types as a list
  const found = await imagesOf(pdfjs, page, toPixels, size.width * size.height);
  const isPicture = !mustDraw && !found.hasDrawing && found.share >= coveredShare;
  if (!isPicture && canDraw()) {
    const drawn = await drawPage(page, scale);
    if (drawn !== null) return { image: drawn, toPdf };
  }
  if (mustDraw || found.share < coveredShare) {
    if (!mustDraw && !found.hasDrawing && found.images.length === 0)
      throw new AppError('page-blank');
    throw new AppError('page-needs-drawing');
  }
  return { image: soften(await paintImages(pdfjs, page, found, size)), toPdf };
}
