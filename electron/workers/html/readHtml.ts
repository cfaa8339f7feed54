import { Parser } from 'htmlparser2';
import type { ExtractLimits } from '#shared/domain/text/extractMessage.ts';
import type { Extraction } from '#shared/domain/text/text.ts';
import { BlockList } from '../blockList.ts';
import { decodeText } from '../text/decodeText.ts';
import { HtmlReader } from './htmlReader.ts';
import { mimePage } from './mimePage.ts';

const statedWithin = 4_096;
const titleLength = 500;

/** The encoding that a page states in its first 4 KiB, by `<meta>` or XML declaration. */
function statedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, statedWithin));
  const found =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /<\?xml[^>]{0,200}?encoding=["']([\w:.-]+)/i.exec(head);
  return found?.[1] ?? null;
}

/**
 * Reads HTML, or the page of a web archive (MHT), as text of record: headings, list numbers as labels, tables as cells, hidden text marked. Scripts, styles and
 * whatever lies outside the file are left alone; nothing is fetched. Throws AppError limit-characters, limit-blocks,
 * limit-nesting.
 */
export function readHtml(bytes: Uint8Array, limits: ExtractLimits): Extraction {
  const list = new BlockList(limits);
  const page = mimePage(bytes) ?? { bytes, charset: null };
  const stated = page.charset ?? statedEncoding(page.bytes);
  const text = decodeText(page.bytes, list.warnings, stated);
  const reader = new HtmlReader(list, limits.nesting);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.onopentag(name, attributes),
      ontext: (data) => reader.ontext(data),
      onclosetag: (name) => reader.onclosetag(name),
      onend: () => reader.onend(),
    },
    { recognizeCDATA: true },
  );
  parser.write(text);
  parser.end();
  const title = reader.title.trim().slice(0, titleLength);
  return list.extraction('html', title === '' ? {} : { Title: title });
}
