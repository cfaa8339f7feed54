import type { CompoundFile } from './compoundFile.ts';
import { WordBytes } from './wordBytes.ts';

const names: Readonly<Record<number, string>> = {
  2: 'Title',
  3: 'Subject',
  4: 'Author',
  8: 'LastModifiedBy',
};
const codePageProperty = 1;
const textType = 0x1e;
const wideTextType = 0x1f;
const maxLength = 500;

/** Title, subject and people of the file's summary; empty where it has none or it cannot be read. */
export function readSummary(container: CompoundFile): Record<string, string> {
  const stream = container.stream('\u0005SummaryInformation');
  const meta: Record<string, string> = {};
  if (stream === null || stream.length < 56) return meta;
  const bytes = new WordBytes(stream);
  const section = bytes.u32(44);
  if (section + 8 > bytes.length) return meta;
  const count = Math.min(bytes.u32(section + 4), 100);
  let decoder = new TextDecoder('windows-1252');
  for (let i = 0; i < count && section + 16 + 8 * i <= bytes.length; i++) {
    const id = bytes.u32(section + 8 + 8 * i);
    const at = section + bytes.u32(section + 12 + 8 * i);
    if (at + 8 > bytes.length) continue;
    if (id === codePageProperty) decoder = decoderOf(bytes.u16(at + 4));
    const name = names[id];
    const text = name === undefined ? '' : textAt(bytes, at, decoder);
    if (name !== undefined && text !== '') meta[name] = text.slice(0, maxLength);
  }
  return meta;
}

function textAt(bytes: WordBytes, at: number, decoder: InstanceType<typeof TextDecoder>): string {
  const type = bytes.u32(at);
  const isWide = type === wideTextType;
  if (type !== textType && !isWide) return '';
  const size = Math.min(bytes.u32(at + 4) * (isWide ? 2 : 1), maxLength * 4, bytes.length - at - 8);
  const part = bytes.part(at + 8, size).bytes;
  const text = (isWide ? new TextDecoder('utf-16le') : decoder).decode(part);
  return (text.split('\0')[0] ?? '').trim();
}

function decoderOf(codePage: number): InstanceType<typeof TextDecoder> {
  const label = codePage === 65001 ? 'utf-8' : codePage === 936 ? 'gb18030' : `windows-${codePage}`;
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
