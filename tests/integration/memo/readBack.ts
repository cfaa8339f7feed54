import { strFromU8, unzipSync } from 'fflate';

/** A paragraph of a written .docx as a reader finds it: style id, list reference and text. */
export interface ReadParagraph {
  readonly style: string | null;
  readonly isNumbered: boolean;
  readonly text: string;
}

/** The XML parts of a .docx by name. */
export function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  const parts = unzipSync(docx);
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Paragraphs of the body in order, those in tables included. */
export function paragraphsIn(xml: string): ReadParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? null,
    isNumbered: /<w:numPr>/.test(paragraph),
    text: textOf(paragraph),
  }));
}

/** The text of a piece of WordprocessingML. */
export function textOf(xml: string): string {
  const runs = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '');
  return runs
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
