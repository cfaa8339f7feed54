import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { defaultExtractLimits } from '#shared/domain/text/extractMessage.ts';
import { noRun, type BlockText } from '#shared/domain/text/text.ts';
import { readDocx } from '../../../electron/workers/docx/readDocx.ts';
import { makeDocx } from '../../fixtures/makeDocx.ts';
import { Seeded } from '../../helpers/seeded.ts';

const single: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00AD',
  'w:sym': '☑',
};

/** What a writer finds: every `w:r` of the part in the order of its start, with the characters of its own, as the contract counts them. */
function runsOf(xml: string): string[] {
  const runs: string[] = [];
  const open: number[] = [];
  const within: string[] = [];
  const add = (text: string): void => {
    const run = open.at(-1);
    if (run !== undefined) runs[run] += text;
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    within.push(name);
    if (name === 'w:r') open.push(runs.push('') - 1);
    else if (within.at(-2) === 'w:r') add(single[name] ?? '');
  });
  const text = (value: string): void => {
    const name = within.at(-1);
    if (name === 'w:t' || name === 'w:delText') add(value.replace(/[\t\r\n]/g, ' '));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    within.pop();
    if (name === 'w:r') open.pop();
  });
  parser.write(xml).close();
  return runs;
}

/** Random paragraphs of everything that holds or hides characters. */
function bodyOf(random: () => number): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = [
    '甲方',
    '𠮷野',
    '&amp;',
    '&#x20BB7;',
    'a&lt;b',
    '  ',
    '第&#31532;',
    'é',
    '\n换',
    '<![CDATA[<丙>&]]>',
    '😀',
  ];
  const text = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(words)).join('');
  const t = (name = 'w:t'): string =>
    `<${name}${pick(['', ' xml:space="preserve"'])}>${text()}</${name}>`;
  const signs = [
    '<w:tab/>',
    '<w:br/>',
    '<w:cr/>',
    '<w:noBreakHyphen/>',
    '<w:softHyphen/>',
    '<w:ptab/>',
    '<w:sym w:font="Wingdings" w:char="F0FE"/>',
    '<w:lastRenderedPageBreak/>',
    '<w:footnoteReference w:id="2"/>',
  ];
  const field = (inner: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r>${pick(['', `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}`])}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const run = (depth: number): string => {
    const box = (): string => `<w:txbxContent>${paragraph(depth + 1)}</w:txbxContent>`;
    const held = Array.from({ length: Math.floor(random() * 4) }, () => {
      const kind = random();
      if (depth < 2 && kind < 0.05) return `<w:pict><v:textbox>${box()}</v:textbox></w:pict>`;
      if (depth < 2 && kind < 0.1)
        return `<mc:AlternateContent><mc:Choice Requires="wps">${box()}</mc:Choice><mc:Fallback><w:pict>${box()}</w:pict></mc:Fallback></mc:AlternateContent>`;
      if (depth < 2 && kind < 0.13)
        return `<w:ruby><w:rt><w:r>${t()}</w:r></w:rt><w:rubyBase><w:r>${t()}</w:r></w:rubyBase></w:ruby>`;
      return kind < 0.4 ? pick(signs) : t();
    });
    return `<w:r>${pick(['', '<w:rPr><w:b/></w:rPr>', '<w:rPr><w:vanish/></w:rPr>'])}${held.join('')}</w:r>`;
  };
  const paragraph = (depth: number): string => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
      const kind = random();
      if (kind < 0.1) return `<w:del w:id="1"><w:r>${t('w:delText')}</w:r></w:del>`;
      if (kind < 0.2) return `<w:ins w:id="1">${run(depth)}</w:ins>`;
      if (kind < 0.3) return field(run(depth));
      if (kind < 0.4)
        return `<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>${run(depth)}</w:sdtContent></w:sdt>`;
      if (kind < 0.45) return '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>';
      return kind < 0.55 ? `<w:hyperlink w:anchor="x">${run(depth)}</w:hyperlink>` : run(depth);
    });
    return `<w:p>${parts.join('')}</w:p>`;
  };
  return Array.from({ length: 3 }, () => paragraph(0)).join('');
}

function blocksOf(body: string): readonly BlockText[] {
  const extraction = readDocx(makeDocx({ body }), defaultExtractLimits, () => undefined);
  if (extraction.kind !== 'docx') throw new Error('a DOCX gives blocks');
  return extraction.blocks;
}

/** Characters of `[from, to)` run by run. A run that a text box parts goes on behind it in the same place. */
function held(block: BlockText, from: number, to: number): [run: number, text: string][] {
  const runs = block.runs ?? [];
  return runs.flatMap((start, i): [number, string][] => {
    if (i % 2 === 1) return [];
    const begin = Math.max(from, start);
    const end = Math.min(to, runs[i + 2] ?? block.text.length);
    return begin < end ? [[runs[i + 1] ?? -1, block.text.slice(begin, end)]] : [];
  });
}

describe('the runs named for any stretch of text', () => {
  test('hold exactly its characters, in 300 files made at random', () => {
    let stretches = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const source = new Seeded(seed);
      const random = (): number => source.int(1_000_000) / 1_000_000;
      const body = bodyOf(random);
      const written = runsOf(`<w:body>${body}</w:body>`);
      for (const block of blocksOf(body)) {
        const taken = new Map<number, number>();
        for (const [run, text] of held(block, 0, block.text.length)) {
          if (run === noRun) continue;
          const at = taken.get(run) ?? 0;
          expect([seed, run, written[run]?.slice(at, at + text.length)]).toEqual([seed, run, text]);
          taken.set(run, at + text.length);
        }
        // Nothing of a run that is named is left out.
        for (const [run, length] of taken)
          expect([seed, run, written[run]?.length]).toEqual([seed, run, length]);
        for (let i = 0; i < 5; i++) {
          const from = Math.floor(random() * block.text.length);
          const to = from + 1 + Math.floor(random() * (block.text.length - from));
          const joined = held(block, from, to)
            .map(([, text]) => text)
            .join('');
          expect(joined).toBe(block.text.slice(from, to));
          stretches += 1;
        }
      }
    }
    expect(stretches).toBeGreaterThan(4_000);
  });
});
