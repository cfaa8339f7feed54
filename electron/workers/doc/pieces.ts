import { AppError } from '#shared/contract/errors.ts';
import { tablePart, type WordFile } from './fileInformation.ts';
import type { WordBytes } from './wordBytes.ts';

/** A stretch of text as it lies in the main stream; `unit` bytes make a character. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Byte offset of the first character in the main stream. */
  readonly offset: number;
  readonly unit: 1 | 2;
}

const prcMark = 1;
const pieceTableMark = 2;
const compressedBit = 0x40000000;

/** The pieces of the text in order of characters ([MS-DOC] 2.8.35). Throws AppError file-damaged, limit-characters. */
export function readPieces(file: WordFile, maxCharacters: number): Piece[] {
  const clx = file.part(tablePart.pieces);
  if (clx === null) throw new AppError('file-damaged');
  let at = 0;
  while (clx.u8(at) === prcMark) at += 3 + clx.u16(at + 1);
  if (clx.u8(at) !== pieceTableMark) throw new AppError('file-damaged');
  const plc = clx.part(at + 5, Math.min(clx.u32(at + 1), clx.length - at - 5));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const from = plc.u32(4 * i);
    const to = plc.u32(4 * (i + 1));
    if (to < from) throw new AppError('file-damaged');
    if (to > maxCharacters) throw new AppError('limit-characters', { limit: maxCharacters });
    const fc = plc.u32(4 * (count + 1) + 8 * i + 2);
    const isCompressed = (fc & compressedBit) !== 0;
    const offset = fc & 0x3fffffff;
    pieces.push({
      from,
      to,
      offset: isCompressed ? offset / 2 : offset,
      unit: isCompressed ? 1 : 2,
    });
  }
  return pieces;
}

const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
const narrow = new TextDecoder('windows-1252');

/** Characters `from` to `to` of a piece; what lies past the end of the stream is missing. */
export function pieceText(main: WordBytes, piece: Piece, from: number, to: number): string {
  const start = piece.offset + (from - piece.from) * piece.unit;
  const bytes = main.bytes.subarray(start, start + (to - from) * piece.unit);
  return (piece.unit === 2 ? wide : narrow).decode(bytes);
}
