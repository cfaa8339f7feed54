import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { MemoModel } from '#shared/domain/review/memo.ts';
import { memoDocumentZh as words } from '#shared/i18n/messages/memoDocument.ts';
import { writeMemoDocx } from '../../../electron/core/deliver/memoDocx.ts';
import { Extractor } from '../../../electron/core/jobs/extractor.ts';
import { memoWith } from './memoFixture.ts';
import { paragraphsIn, partsOf, textOf } from './readBack.ts';

async function bodyOf(model: MemoModel): Promise<string> {
  return partsOf(await writeMemoDocx(model)).get('word/document.xml') ?? '';
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the written memo', () => {
  it.each([0, 3, 200])('holds every word of %i findings, gravest first', async (count) => {
    const model = memoWith(count);
    const text = textOf(await bodyOf(model));
    const places = model.findings.map((finding) => {
      const expected = [
        finding.problem,
        ...finding.quotes.map((quote) => quote.quote),
        ...finding.citations.map((citation) => citation.cite),
        ...finding.recommendation.split('\n'),
        ...finding.clause.split('\n'),
      ];
      expect(expected.filter((part) => !text.includes(part))).toEqual([]);
      return text.indexOf(`（${finding.number}，审查项${finding.itemNumber}）`);
    });
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('stands on named styles with automatic numbers, so that Word shows its outline', async () => {
    const parts = partsOf(await writeMemoDocx(memoWith(3)));
    const headings = paragraphsIn(parts.get('word/document.xml') ?? '').filter((p) =>
      p.style?.startsWith('Heading'),
    );
    expect(headings.filter((p) => p.style === 'Heading1').map((p) => p.text)).toEqual([
      '审查依据',
      '项目基本情况',
      '总体结论',
      '主要问题与修改建议',
      '需补充的材料',
      '审查项一览表',
      '声明与保留',
    ]);
    expect(headings.filter((p) => p.style === 'Heading2').map((p) => p.text)).toEqual([
      '送审材料',
      '法律依据',
      '审查清单',
      '重大问题（必须修改）',
      '较大问题（建议修改）',
      '一般问题（提示完善）',
    ]);
    const styles = parts.get('word/styles.xml') ?? '';
    const numbering = parts.get('word/numbering.xml') ?? '';
    for (const level of [1, 2, 3]) {
      const style = new RegExp(`<w:style [^>]*w:styleId="Heading${level}".*?</w:style>`, 's');
      expect(style.exec(styles)?.[0]).toContain(`<w:name w:val="heading ${level}"/>`);
      expect(style.exec(styles)?.[0]).toContain('<w:numPr>');
      expect(style.exec(styles)?.[0]).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
      expect(numbering).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    }
    expect([...numbering.matchAll(/<w:lvlText w:val="([^"]+)"/g)].map((m) => m[1])).toEqual(
      expect.arrayContaining(['%1、', '（%2）', '%3.']),
    );
  });

  it('is read by the app’s own reader with the numbers a word processor shows', async () => {
    const root = new URL('../../../', import.meta.url);
    const extractor = new Extractor({
      workerUrl: new URL('electron/workers/extractWorker.ts', root),
      pdfAssetsDir: fileURLToPath(new URL('node_modules/pdfjs-dist/', root)),
    });
    try {
      const reading = await extractor.extract(await writeMemoDocx(memoWith(4)), 'docx');
      if (reading.kind !== 'docx') throw new Error('a memo is a DOCX');
      expect(reading.warnings).toEqual([]);
      const headings = reading.blocks.filter((b) => b.kind === 'heading' && b.level < 3);
      expect(headings.map((b) => `${b.label}${b.text}`)).toEqual([
        '一、审查依据',
        '（一）送审材料',
        '（二）法律依据',
        '（三）审查清单',
        '二、项目基本情况',
        '三、总体结论',
        '四、主要问题与修改建议',
        '（一）重大问题（必须修改）',
        '（二）较大问题（建议修改）',
        '（三）一般问题（提示完善）',
        '五、需补充的材料',
        '六、审查项一览表',
        '七、声明与保留',
      ]);
      const findings = reading.blocks.filter((b) => b.kind === 'heading' && b.level === 3);
      expect(findings.map((b) => b.label)).toEqual(['1.', '2.', '1.', '1.']);
      const counted = reading.blocks.filter((b) => b.kind === 'paragraph' && b.label !== null);
      expect(counted.map((b) => b.label).join('')).toBe('1.2.1.2.3.1.2.3.4.5.6.7.');
    } finally {
      await extractor.close();
    }
  });

  it('keeps the page of GB/T 9704: A4, 37/35/28/26 mm, fixed line pitch, page numbers', async () => {
    const parts = partsOf(await writeMemoDocx(memoWith(1)));
    const body = parts.get('word/document.xml') ?? '';
    expect(/<w:pgSz [^>]*>/.exec(body)?.[0]).toContain('w:w="11906"');
    expect(/<w:pgSz [^>]*>/.exec(body)?.[0]).toContain('w:h="16838"');
    const margins = /<w:pgMar [^>]*>/.exec(body)?.[0] ?? '';
    const inMm = (side: string): number =>
      Math.round((Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) * 25.4) / 1440);
    expect(['top', 'bottom', 'left', 'right'].map(inMm)).toEqual([37, 35, 28, 26]);
    expect(parts.get('word/styles.xml')).toContain('w:line="578" w:lineRule="exact"');
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(footers).toHaveLength(2);
    for (const [, footer] of footers) expect(footer).toContain('PAGE');
    expect(parts.get('word/fontTable.xml')).toContain('w:altName w:val="仿宋,FangSong');
  });

  it('gives the same bytes for the same model, dated by the memo and not by the clock', async () => {
    for (const model of [memoWith(3), memoWith(3, { isDraft: true, number: null })]) {
      const [first, second] = [await writeMemoDocx(model), await writeMemoDocx(model)];
      expect(sha256(second)).toBe(sha256(first));
      expect(partsOf(first).get('docProps/core.xml')).toContain('2026-11-03T00:00:00Z');
    }
  });

  it('states versions, full hashes and what could not be read', async () => {
    const model = memoWith(1);
    const text = textOf(await bodyOf(model));
    for (const { title, sha256: hash, unreadable } of model.documents) {
      expect(text).toContain(title);
      expect(text).toContain(hash);
      for (const part of unreadable) expect(text).toContain(part);
    }
    expect(text).toContain('《中华人民共和国网络安全法》（2025年10月28日版本）');
    expect(text).toContain('2026年11月3日');
  });

  it('marks a basis that was not checked and never words it as a violation', async () => {
    const model = memoWith(7);
    const text = textOf(await bodyOf(model));
    const unconfirmed = model.findings.filter((finding) => finding.needsConfirmation);
    expect(unconfirmed).toHaveLength(1);
    for (const { number, citations } of unconfirmed) {
      const from = text.indexOf(`（${number}，`);
      const own = text.slice(from, text.indexOf(words.findings.clauseLabel, from));
      expect(own).toContain(words.findings.basisUnconfirmed);
      expect(own).toContain(`${citations[0]?.cite}【依据待核】`);
      expect(own).toContain(words.findings.unconfirmed);
      expect(own).not.toContain('违反');
      expect(own).not.toContain('违法');
    }
  });

  it('names the version of a law once for neighbouring citations of it', async () => {
    const [first] = memoWith(1).findings;
    if (first === undefined) throw new Error('the fixture has one finding');
    const cited = (cite: string, lawVersion: string | null, verified: boolean) => ({
      code: 'CSL',
      cite,
      lawVersion,
      verified,
    });
    const citations = [
      cited('甲法第一条', '2025-10-28', true),
      cited('甲法第二条', '2025-10-28', true),
      cited('甲法第三条', '2016-11-07', true),
      cited('乙办法第四条', null, false),
      cited('乙办法第五条', null, false),
    ];
    const text = textOf(await bodyOf(memoWith(1, { findings: [{ ...first, citations }] })));
    expect(text).toContain(
      '依据：甲法第一条、甲法第二条（2025年10月28日版本）；甲法第三条（2016年11月7日版本）；' +
        '乙办法第四条【依据待核】；乙办法第五条【依据待核】。',
    );
  });

  it('says of a quote that its document is no longer there', async () => {
    const [first] = memoWith(1).findings;
    if (first === undefined) throw new Error('the fixture has one finding');
    const quotes = first.quotes.map((quote) => ({ ...quote, isDocumentRemoved: true }));
    const text = textOf(await bodyOf(memoWith(1, { findings: [{ ...first, quotes }] })));
    expect(text).toContain('《软件开发合同》v2，附件二（该文件已移出送审材料）');
  });

  it('counts and leaves the conclusion to the lawyer, or prints the one given', async () => {
    const open = textOf(await bodyOf(memoWith(3)));
    expect(open).toContain('本次列入审查的审查项共8项，其中符合2项，部分符合0项，不符合3项');
    expect(open).toContain('另有2项因项目特征未能确认');
    expect(open).toContain('列出问题3项，其中重大1项，较大1项，一般1项');
    expect(open).toContain(words.conclusion.toFill);
    const closed = textOf(await bodyOf(memoWith(3, { conclusion: '建议修改后推进。' })));
    expect(closed).toContain('承办律师结论：建议修改后推进。');
    expect(closed).not.toContain(words.conclusion.toFill);
  });

  it('marks each page of a draft and gives it no number', async () => {
    const draft = partsOf(await writeMemoDocx(memoWith(1, { isDraft: true, number: null })));
    const headers = [...draft].filter(([name]) => /^word\/header\d\.xml$/.test(name));
    expect(headers).toHaveLength(2);
    for (const [, header] of headers) {
      expect(textOf(header)).toContain('草稿');
      expect(header).toContain('string="草稿"');
    }
    expect(textOf(draft.get('word/document.xml') ?? '')).toContain(words.draftLine);
    const issued = partsOf(await writeMemoDocx(memoWith(1)));
    expect([...issued.keys()].filter((name) => name.startsWith('word/header'))).toEqual([]);
    expect(textOf(issued.get('word/document.xml') ?? '')).toContain('〔2026〕东屿法审字第7号');
  });

  it('repeats the head of long tables and sets every column width', async () => {
    const body = await bodyOf(memoWith(200));
    const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map((match) => match[0]);
    expect(tables).toHaveLength(4);
    for (const xml of tables) {
      expect(/<w:tr>.*?<\/w:tr>/s.exec(xml)?.[0]).toContain('<w:tblHeader/>');
      expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
      const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(new Set(widths).size).toBeGreaterThan(1);
    }
  });

  it('survives control characters, markup and turned reading direction', async () => {
    const model = memoWith(1);
    const [finding] = model.findings;
    if (finding === undefined) throw new Error('the fixture has one finding');
    const problem = 'a\u0000b\u0008 <w:p>&amp; \u202Egnp.exe \uD800 完';
    const quotes = finding.quotes.map((quote) => ({ ...quote, quote: '日志\n留存 six\nmonths' }));
    const parts = partsOf(
      await writeMemoDocx({ ...model, findings: [{ ...finding, problem, quotes }] }),
    );
    const body = parts.get('word/document.xml') ?? '';
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(body).close();
    expect(textOf(body)).toContain('a\uFFFDb\uFFFD <w:p>&amp; [U+202E]gnp.exe \uFFFD 完');
    expect(textOf(body)).toContain('“日志留存 six months”');
  });

  it('offers the bureau one line a finding to answer on', async () => {
    const paragraphs = paragraphsIn(await bodyOf(memoWith(3)));
    const annex = paragraphs.slice(paragraphs.findIndex((p) => p.text === words.attachments.title));
    expect(annex.map((p) => p.text).filter((text) => /^F-\d+$/.test(text))).toEqual([
      'F-001',
      'F-002',
      'F-003',
    ]);
  });
});
