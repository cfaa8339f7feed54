import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import {
  XmlReader,
  type Attributes,
  type XmlHandler,
} from '../../../electron/workers/docx/xmlReader.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { Seeded } from '../../helpers/seeded.ts';

type Event = readonly [kind: string, text: string, attributes?: Record<string, string>];

/** What a reader reported until it ended, and how it ended. */
interface Reading {
  readonly events: readonly Event[];
  readonly end: string;
}

class Recorder implements XmlHandler {
  readonly events: Event[] = [];
  #depth = 0;

  open(name: string, attributes: Attributes): void {
    this.#depth += 1;
    this.events.push(['open', name, { ...attributes }]);
  }

  text(text: string): void {
    // Blanks beside the root are nobody's text.
    if (this.#depth > 0) this.events.push(['text', text]);
  }

  close(name: string): void {
    this.#depth -= 1;
    this.events.push(['close', name]);
  }
}

const harmless = /character entity|disallowed character|unexpected character|XML declaration/i;

/** The strict parser alone, with the complaints that the reader bears. */
function strictly(xml: string): Reading {
  const recorder = new Recorder();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    if (!harmless.test(error.message)) throw new AppError('file-damaged');
  });
  parser.on('doctype', () => {
    throw new AppError('file-damaged');
  });
  parser.on('opentag', (tag) => recorder.open(tag.name, tag.attributes));
  parser.on('text', (text) => recorder.text(text));
  parser.on('cdata', (text) => recorder.text(text));
  parser.on('closetag', (tag) => recorder.close(tag.name));
  return ended(recorder, () => {
    parser.write(xml);
    parser.close();
  });
}

function inPieces(xml: string, sizes: () => number): Reading {
  const recorder = new Recorder();
  const bytes = new TextEncoder().encode(xml);
  return ended(recorder, () => {
    const reader = new XmlReader(recorder, 1_000);
    let at = 0;
    while (at < bytes.length) {
      const size = sizes();
      reader.write(bytes.subarray(at, at + size));
      at += size;
    }
    reader.end();
  });
}

function ended(recorder: Recorder, read: () => void): Reading {
  let end = 'whole';
  try {
    read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    end = error.code;
  }
  // What a damaged file gave before its end depends on where its pieces were cut, and nobody takes it.
  return { events: end === 'whole' ? recorder.events : [], end };
}

const plain =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="u:w" xmlns:r=\'u:r\'>' +
  '<w:body><w:p w:rsidR="00A1"><w:pPr><w:jc w:val="both"/></w:pPr>\r\n\t<w:r ><w:t xml:space="preserve"> 第一条 &amp; 乙方&#x4E2D;&#20013; ]] &gt;</w:t>' +
  '</w:r></w:p><w:p w:rsidR="00A1" ><w:r><w:t>𠮷&quot;</w:t><w:br/></w:r></w:p><a.b-c _x="&lt;1&apos;" y=\'"\'/></w:body></w:document>\n';

const oddities: readonly (readonly [name: string, xml: string])[] = [
  ['plain', plain],
  ['no declaration', '<a><b>x</b></a>'],
  ['comment', '<a>x<!-- c -->y<b/>z</a><!-- end -->'],
  ['CDATA', '<a>x<![CDATA[<b>&amp;]]>y</a>'],
  ['instruction', '<a>x<?go on?>y</a>'],
  ['sign that ends a tag in a value', '<a b="1>2"><c d=\'>\'/>x</a>'],
  ['line end in a value', '<a b="1\r\n2\t3">x</a>'],
  ['names beyond ASCII', '<甲 乙="丙"><丁/>x</甲>'],
  ['blank in a closing tag', '<a>x</a >'],
  ['control character', '<a>x\u0001y<b/>z</a>'],
  ['reference to nothing', '<a>x&nbsp;y&#xFFFF;z&#0;</a>'],
  ['unescaped ampersand', '<a>x & y</a>'],
  ['end of CDATA in text', '<a>x]]>y</a>'],
  ['doctype', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['two roots', '<a/><b/>'],
  ['text after the root', '<a/>x'],
  ['text before the root', 'x<a/>'],
  ['attribute twice', '<a b="1" b="2"/>'],
  ['no blank between attributes', '<a b="1"c="2"/>'],
  ['attribute without a value', '<a b/>'],
  ['crossed tags', '<a><b></a></b>'],
  ['never closed', '<a><b>x'],
  ['cut in a tag', '<a><b c="'],
  ['nothing but blanks', ' \n'],
  ['names of all objects', '<constructor __proto__="1" toString="2"><__proto__/></constructor>'],
  ['second declaration', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
  ['XML 1.1', '<?xml version="1.1"?><a>x\u0085y&#1;</a>'],
  ['less-than in a value', '<a b="<"/>'],
];

describe('reading XML', () => {
  it.each(oddities)('reports the same as the strict parser: %s', (_, xml) => {
    const expected = strictly(xml);
    expect(inPieces(xml, () => 1 << 16)).toEqual(expected);
    expect(inPieces(xml, () => 1)).toEqual(expected);
  });

  it('reports the same whatever is changed in the file and wherever the pieces are cut', () => {
    const random = new Seeded(20_261_123);
    const signs = [
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      ';',
      '=',
      ' ',
      ']]>',
      '<!--',
      '-->',
      '\r',
      'é',
      'w:',
      '#',
    ];
    const below = (end: number): number => random.int(end);
    for (let round = 0; round < 3_000; round++) {
      let xml = oddities[round % oddities.length]?.[1] ?? plain;
      for (let change = below(4); change >= 0; change--) {
        const at = below(xml.length + 1);
        const sign = below(2) === 0 ? '' : random.pick(signs);
        xml = xml.slice(0, at) + sign + xml.slice(at + below(3));
      }
      xml = xml.toWellFormed(); // as every decoder gives it
      expect(
        inPieces(xml, () => 1 + below(40)),
        xml,
      ).toEqual(strictly(xml));
    }
  });

  it('hands a tag of megabytes over instead of reading it again with every piece', () => {
    const xml = `<a b="${'x'.repeat(3 << 20)}">y</a>`;
    expect(inPieces(xml, () => 1 << 16)).toEqual(strictly(xml));
  });
});
