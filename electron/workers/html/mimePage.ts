/** The page of a web archive: its bytes, and the encoding that its part states. */
export interface MimePage {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
}

const maxParts = 500;
const headerWithin = 64 * 1024;
const startsMime =
  /^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*(?:MIME-Version|From|Content-Type|Subject|Date):/i;

/**
 * The HTML part of a web archive (MHT, RFC 2557), which Word and office systems also write under the name .doc; null when
 * the bytes are no such archive or hold no page.
 */
export function mimePage(bytes: Uint8Array): MimePage | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!startsMime.test(source.toString('latin1', 0, 500))) return null;
  return pageOf(source.toString('latin1'), 0);
}

function pageOf(source: string, depth: number): MimePage | null {
  const { header, body } = split(source);
  const type = /^content-type:\s*([^;\s]+)/im.exec(header)?.[1]?.toLowerCase() ?? 'text/plain';
  if (type === 'text/html') {
    const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(header)?.[1] ?? null;
    return { bytes: decode(body, header), charset };
  }
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(header);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || !type.startsWith('multipart/') || depth > 3) return null;
  for (const part of body.split(`--${mark}`, maxParts).slice(1)) {
    const page = pageOf(part.replace(/^\r?\n/, ''), depth + 1);
    if (page !== null) return page;
  }
  return null;
}

/** Header with its folded lines joined, and what follows the first empty line. */
function split(source: string): { readonly header: string; readonly body: string } {
  const found = /\r?\n\r?\n/.exec(source.slice(0, headerWithin));
  if (found === null) return { header: '', body: source };
  return {
    header: source.slice(0, found.index).replace(/\r?\n[ \t]+/g, ' '),
    body: source.slice(found.index + found[0].length),
  };
}

function decode(body: string, header: string): Uint8Array {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(header)?.[1]?.toLowerCase();
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  if (encoding !== 'quoted-printable') return new Uint8Array(Buffer.from(body, 'latin1'));
  const text = body
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
