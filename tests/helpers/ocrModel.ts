import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Where Debian's package tesseract-ocr-chi-sim puts its model, by version of tesseract. */
const shareFolder = '/usr/share/tesseract-ocr';

/** Folder with chi_sim.traineddata on this machine, or null: `COUNSEL_DESK_OCR_MODEL`, else Debian's. */
export function ocrModelFolder(): string | null {
  const named = process.env['COUNSEL_DESK_OCR_MODEL'];
  if (named !== undefined && named !== '') return named;
  try {
    return (
      readdirSync(shareFolder)
        .map((version) => path.join(shareFolder, version, 'tessdata'))
        .find((folder) => readdirSync(folder).includes('chi_sim.traineddata')) ?? null
    );
  } catch {
    return null;
  }
}
