import {
  type Orientation,
  pageDpi,
  pageSize,
  type Picture,
  type PictureFrame,
  type PictureSamples,
} from './picture.ts';

/** A picture that was decoded: rows from the top, one byte a sample, grey or red, green and blue. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly colors: 1 | 3;
  readonly data: Uint8Array;
}

/**
 * The picture file as a PDF with one page a picture, upright, so that it is read, shown and marked as scanned pages are.
 * Samples stay as they are packed; `decoded` stands for the (one) picture that PDF knows no form for. The same file
 * always makes pages of the same size, on which the same picture stands at the same place.
 */
export function picturePdf(picture: Picture, decoded: DecodedPicture | null): Uint8Array {
  const file = new PdfFile();
  const pageIds = picture.frames.map((frame) => {
    const samples = frame.samples ?? (decoded === null ? null : samplesOf(decoded));
    if (samples === null) throw new Error('a picture that must be decoded first');
    const whole =
      frame.samples === null && decoded !== null ? { ...frame, ...sizeOf(decoded) } : frame;
    return addPage(file, picture, whole, samples);
  });
  return file.finish(pageIds);
}

const sizeOf = ({ width, height }: DecodedPicture) => ({ width, height });

function samplesOf({ width, height, colors, data }: DecodedPicture): PictureSamples {
  const piece = { x: 0, y: 0, width, height, data, filter: null, parms: null };
  const colorSpace = colors === 1 ? '/DeviceGray' : '/DeviceRGB';
  return { colorSpace, tint: null, bits: 8, decode: null, pieces: [piece] };
}

function addPage(
  file: PdfFile,
  picture: Picture,
  frame: PictureFrame,
  samples: PictureSamples,
): number {
  const page = pageSize(picture.format, frame);
  const unit = 72 / pageDpi(picture.format, frame);
  const common = `/ColorSpace ${colorSpaceOf(file, samples)} /BitsPerComponent ${samples.bits}${samples.decode === null ? '' : ` /Decode ${samples.decode}`}`;
  const drawn = samples.pieces.map((piece, i) => {
    const coding = piece.filter === null ? '' : ` /Filter /${piece.filter}`;
    const parms = piece.parms === null ? '' : ` /DecodeParms ${piece.parms}`;
    const id = file.addStream(
      `/Type /XObject /Subtype /Image /Width ${piece.width} /Height ${piece.height} ${common}${coding}${parms}`,
      piece.data,
    );
    const place = placeOf(frame.orientation, page, unit, piece).map(decimal).join(' ');
    return { resource: `/P${i} ${id} 0 R`, content: `q ${place} cm /P${i} Do Q` };
  });
  const content = asciiBytes(drawn.map((one) => one.content).join('\n'));
  const contentId = file.addStream('', content);
  const resources = drawn.map((one) => one.resource).join(' ');
  return file.add(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] ` +
      `/Contents ${contentId} 0 R /Resources << /XObject << ${resources} >> >> >>`,
  );
}

function colorSpaceOf(file: PdfFile, { colorSpace, tint }: PictureSamples): string {
  if (tint === null) return colorSpace;
  const channels = colorSpace.includes('/DeviceRGB')
    ? { inputs: 4, outputs: 3 }
    : { inputs: 2, outputs: 1 };
  const range = (count: number): string => `[${'0 1 '.repeat(count).trim()}]`;
  const shape = `/FunctionType 4 /Domain ${range(channels.inputs)} /Range ${range(channels.outputs)}`;
  return colorSpace.replace('@', `${file.addStream(shape, asciiBytes(tint))} 0 R`);
}

const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => char.charCodeAt(0));

const decimal = (value: number): string => String(Math.round(value * 1e5) / 1e5);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a stored pixel stands on the page, by how the picture is to be turned or mirrored (TIFF 6.0, tag 274). */
function pointOf(
  orientation: Orientation,
  page: Size,
  unit: number,
  u: number,
  v: number,
): readonly [number, number] {
  const [a, b] = [u * unit, v * unit];
  switch (orientation) {
    case 1:
      return [a, page.height - b];
    case 2:
      return [page.width - a, page.height - b];
    case 3:
      return [page.width - a, b];
    case 4:
      return [a, b];
    case 5:
      return [b, page.height - a];
    case 6:
      return [page.width - b, page.height - a];
    case 7:
      return [page.width - b, a];
    case 8:
      return [b, a];
    default:
      return neverTurned(orientation);
  }
}

function neverTurned(orientation: never): never {
  throw new Error(`no such orientation: ${String(orientation)}`);
}

/** The matrix that brings PDF's unit square, rows from the bottom, to a piece's place on the page. */
function placeOf(
  orientation: Orientation,
  page: Size,
  unit: number,
  piece: Size & { readonly x: number; readonly y: number },
): readonly number[] {
  const at = (u: number, v: number) => pointOf(orientation, page, unit, u, v);
  const [x0, y0] = at(piece.x, piece.y + piece.height);
  const [x1, y1] = at(piece.x + piece.width, piece.y + piece.height);
  const [x2, y2] = at(piece.x, piece.y);
  return [x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0];
}

/** A PDF as it is written: objects 1 and 2, catalogue and pages, come last. */
class PdfFile {
  readonly #parts: Uint8Array[] = [];
  readonly #offsets = new Map<number, number>();
  #length = 0;
  #nextId = 3;

  constructor() {
    this.#write('%PDF-1.7\n');
  }

  add(object: string): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#begin(id);
    this.#write(`${object}\nendobj\n`);
    return id;
  }

  addStream(entries: string, data: Uint8Array): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#begin(id);
    this.#write(`<< ${entries} /Length ${data.length} >>\nstream\n`);
    this.#put(data);
    this.#write('\nendstream\nendobj\n');
    return id;
  }

  finish(pageIds: readonly number[]): Uint8Array {
    this.#begin(1);
    this.#write('<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
    this.#begin(2);
    const kids = pageIds.map((id) => `${id} 0 R`).join(' ');
    this.#write(`<< /Type /Pages /Count ${pageIds.length} /Kids [${kids}] >>\nendobj\n`);
    const start = this.#length;
    const rows = Array.from({ length: this.#nextId - 1 }, (_, i) => {
      return `${String(this.#offsets.get(i + 1) ?? 0).padStart(10, '0')} 00000 n \n`;
    });
    this.#write(`xref\n0 ${this.#nextId}\n0000000000 65535 f \n${rows.join('')}`);
    this.#write(`trailer\n<< /Size ${this.#nextId} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #begin(id: number): void {
    this.#offsets.set(id, this.#length);
    this.#write(`${id} 0 obj\n`);
  }

  #write(text: string): void {
    this.#put(asciiBytes(text));
  }

  #put(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }
}
