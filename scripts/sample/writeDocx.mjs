import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { stableZip } from '../../electron/core/deliver/stableZip.ts';

const WIDTH = 8800;
const font = (eastAsia) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });

/** A source as .docx with the things a drafter's file has: numbered headings and clauses, tables, footnotes, header. */
export async function writeDocx(source, day) {
  const footnotes = {};
  const children = source.blocks.flatMap((block) => blockOf(block, footnotes));
  const file = new Document({
    title: source.title,
    creator: source.footer,
    lastModifiedBy: source.footer,
    styles: styles(),
    numbering: { config: [headings(source.headings), clauses, lists] },
    footnotes,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        headers: { default: new Header({ children: [line(source.header, 'SampleHeader')] }) },
        footers: { default: footer(source.footer) },
        children,
      },
    ],
  });
  const bytes = await Packer.toBuffer(file);
  return stableZip(new Uint8Array(bytes), (name, text) =>
    name === 'docProps/core.xml'
      ? text.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${day}T00:00:00Z`)
      : null,
  );
}

function blockOf(block, footnotes) {
  switch (block.kind) {
    case 'title':
      return [line(block.text, 'SampleTitle')];
    case 'subtitle':
      return [line(block.text, 'SampleSubtitle')];
    case 'break':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'heading':
      return [
        new Paragraph({ style: `Heading${block.level}`, children: runs(block.text, footnotes) }),
      ];
    case 'clause':
      return [numbered('clauses', block.text, footnotes)];
    case 'list':
      return [numbered('lists', block.text, footnotes)];
    case 'table':
      return [table(block.rows, true), line('', 'Normal')];
    case 'signature':
      return [table(block.rows, false)];
    case 'paragraph':
      return [new Paragraph({ style: 'SampleBody', children: runs(block.text, footnotes) })];
    default:
      throw new Error(`unknown block ${block.kind}`);
  }
}

const line = (text, style) => new Paragraph({ style, children: [new TextRun(text)] });

function runs(text, footnotes) {
  return text.split(/\^\^\{([^}]*)\}/).map((piece, i) => {
    if (i % 2 === 0) return new TextRun(piece);
    const id = Object.keys(footnotes).length + 1;
    footnotes[id] = { children: [new Paragraph({ children: [new TextRun(piece)] })] };
    return new FootnoteReferenceRun(id);
  });
}

function numbered(reference, text, footnotes) {
  return new Paragraph({
    style: 'SampleClause',
    numbering: { reference, level: 0, custom: true },
    children: runs(text, footnotes),
  });
}

function table(rows, hasBorders) {
  const columns = rows[0].length;
  const shares = Array.from({ length: columns }, (_, c) =>
    Math.min(24, Math.max(4, ...rows.map((row) => row[c]?.length ?? 0))),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((WIDTH * share) / total));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    ...(hasBorders
      ? {}
      : {
          borders: {
            top: none,
            bottom: none,
            left: none,
            right: none,
            insideHorizontal: none,
            insideVertical: none,
          },
        }),
    rows: rows.map(
      (cells, r) =>
        new TableRow({
          tableHeader: hasBorders && r === 0,
          cantSplit: true,
          children: cells.map(
            (cell, c) =>
              new TableCell({
                width: { size: widths[c], type: WidthType.DXA },
                children: [line(cell, hasBorders && r === 0 ? 'SampleTableHead' : 'SampleTable')],
              }),
          ),
        }),
    ),
  });
}

function footer(text) {
  return new Footer({
    children: [
      new Paragraph({
        style: 'SampleHeader',
        children: [new TextRun({ children: [`${text}　第`, PageNumber.CURRENT, '页'] })],
      }),
    ],
  });
}

function styles() {
  const style = (id, name, run, paragraph) => ({ id, name, basedOn: 'Normal', run, paragraph });
  const heading = (level, size) => ({
    ...style(
      `Heading${level}`,
      `heading ${level}`,
      { font: font('黑体'), size },
      {
        spacing: { before: 240, after: 120 },
        keepNext: true,
        outlineLevel: level - 1,
        numbering: { reference: 'headings', level: level - 1 },
      },
    ),
    next: 'SampleBody',
  });
  const center = { alignment: AlignmentType.CENTER };
  return {
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', run: { font: font('宋体'), size: 24 }, paragraph: {} },
      heading(1, 30),
      heading(2, 26),
      style(
        'SampleBody',
        'Sample Body',
        {},
        { indent: { firstLine: 480 }, spacing: { line: 400 } },
      ),
      style('SampleClause', 'Sample Clause', {}, { spacing: { line: 400 } }),
      style(
        'SampleTitle',
        'Sample Title',
        { font: font('黑体'), size: 40 },
        { ...center, spacing: { before: 1200, after: 400 } },
      ),
      style(
        'SampleSubtitle',
        'Sample Subtitle',
        { size: 28 },
        { ...center, spacing: { after: 160 } },
      ),
      style('SampleTable', 'Sample Table', { size: 21 }, {}),
      style('SampleTableHead', 'Sample Table Head', { size: 21, bold: true }, center),
      style('SampleHeader', 'Sample Header', { size: 18 }, center),
    ],
  };
}

const level = (level, format, text, style) => ({
  level,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.SPACE,
  ...style,
});

function headings(kind) {
  const counting = LevelFormat.CHINESE_COUNTING_THOUSAND;
  const levels =
    kind === 'chapters'
      ? [
          level(0, counting, '第%1章', { style: { style: 'Heading1' } }),
          level(1, LevelFormat.DECIMAL, '%1.%2', {
            isLegalNumberingStyle: true,
            style: { style: 'Heading2' },
          }),
        ]
      : [level(0, counting, '%1、', { suffix: LevelSuffix.NOTHING, style: { style: 'Heading1' } })];
  return { reference: 'headings', levels };
}

const clauses = {
  reference: 'clauses',
  levels: [level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1条', {})],
};
const lists = { reference: 'lists', levels: [level(0, LevelFormat.DECIMAL, '（%1）', {})] };
