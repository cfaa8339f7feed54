import PDFDocument from 'pdfkit';

const FONTS = '/usr/share/fonts/opentype/noto';
const MARGIN = { top: 76, bottom: 72, left: 72, right: 72 };
const BODY = 12;
const LINE_GAP = 5;
const CELL = { size: 10, padding: 4 };

/** A source as a PDF with embedded subsets of Noto (OFL), a running head and page numbers; the same bytes each time. */
export async function writePdf(source, day) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    bufferPages: true,
    lang: 'zh-CN',
    info: {
      Title: source.title,
      Author: source.footer,
      CreationDate: new Date(`${day}T00:00:00Z`),
      ModDate: new Date(`${day}T00:00:00Z`),
    },
  });
  doc.registerFont('song', `${FONTS}/NotoSerifCJK-Regular.ttc`, 'NotoSerifCJKsc-Regular');
  doc.registerFont('hei', `${FONTS}/NotoSansCJK-Bold.ttc`, 'NotoSansCJKsc-Bold');
  const bytes = collect(doc);
  for (const block of source.blocks) draw(doc, block);
  drawRunningParts(doc, source);
  doc.end();
  return bytes;
}

function collect(doc) {
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

function draw(doc, block) {
  switch (block.kind) {
    case 'title':
      doc.moveDown(4).font('hei').fontSize(22).text(block.text, { align: 'center' }).moveDown(1.5);
      return;
    case 'subtitle':
      doc.font('song').fontSize(14).text(block.text, { align: 'center' }).moveDown(0.6);
      return;
    case 'break':
      doc.addPage();
      return;
    case 'heading':
      keepTogether(doc, 60);
      doc
        .moveDown(0.6)
        .font('hei')
        .fontSize(14)
        .text(block.text, { lineGap: LINE_GAP })
        .moveDown(0.2);
      return;
    case 'table':
      drawTable(doc, block.rows);
      return;
    case 'signature':
      drawSignature(doc, block.rows);
      return;
    case 'paragraph':
      drawParagraph(doc, block.text);
      return;
    default:
      throw new Error(`unknown block ${block.kind}`);
  }
}

/** An article's or annex's heading line is set in bold; everything else is indented by two characters. */
function drawParagraph(doc, text) {
  const isHeading = /^(第[一二三四五六七八九十]+条|附表[A-Z一二三四五六七八九十]+)　/.test(text);
  if (isHeading) {
    keepTogether(doc, 50);
    doc.moveDown(0.5).font('hei').fontSize(BODY).text(text, { lineGap: LINE_GAP });
    return;
  }
  doc
    .font('song')
    .fontSize(BODY)
    .text(text, { indent: 2 * BODY, lineGap: LINE_GAP, align: 'left' });
  doc.moveDown(0.2);
}

const width = (doc) => doc.page.width - MARGIN.left - MARGIN.right;
const bottom = (doc) => doc.page.height - MARGIN.bottom;

function keepTogether(doc, height) {
  if (doc.y + height > bottom(doc)) doc.addPage();
}

function drawTable(doc, rows) {
  const shares = rows[0].map((_, c) =>
    Math.min(30, Math.max(3.5, ...rows.map((row) => (row[c] ?? '').length))),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (width(doc) * share) / total);
  doc.moveDown(0.3);
  rows.forEach((cells, r) => {
    const height = rowHeight(doc, cells, widths, r);
    if (doc.y + height > bottom(doc)) {
      doc.addPage();
      if (r > 0) drawRow(doc, rows[0], widths, 0);
    }
    drawRow(doc, cells, widths, r);
  });
  doc.x = MARGIN.left;
  doc.moveDown(0.6);
}

function rowHeight(doc, cells, widths, r) {
  doc.font(r === 0 ? 'hei' : 'song').fontSize(CELL.size);
  const heights = cells.map((cell, c) =>
    doc.heightOfString(cell, { width: widths[c] - 2 * CELL.padding, lineGap: 2 }),
  );
  return Math.max(...heights) + 2 * CELL.padding;
}

function drawRow(doc, cells, widths, r) {
  const height = rowHeight(doc, cells, widths, r);
  const top = doc.y;
  let left = MARGIN.left;
  cells.forEach((cell, c) => {
    doc.lineWidth(0.6).rect(left, top, widths[c], height).stroke();
    doc.text(cell, left + CELL.padding, top + CELL.padding, {
      width: widths[c] - 2 * CELL.padding,
      lineGap: 2,
    });
    left += widths[c];
  });
  doc.y = top + height;
}

function drawSignature(doc, rows) {
  keepTogether(doc, rows.length * 26 + 20);
  doc.moveDown(1).font('song').fontSize(BODY);
  const half = width(doc) / 2;
  for (const cells of rows) {
    const top = doc.y;
    cells.forEach((cell, c) =>
      doc.text(cell, MARGIN.left + c * half, top, { width: half - 10, lineGap: LINE_GAP }),
    );
    doc.y = top + 40;
  }
  doc.x = MARGIN.left;
}

/** Head and foot go on at the end, outside the text area, once the number of pages is known. */
function drawRunningParts(doc, source) {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    doc.switchToPage(i);
    doc.page.margins = { top: 0, bottom: 0, left: MARGIN.left, right: MARGIN.right };
    doc.font('song').fontSize(9);
    doc.text(source.header, MARGIN.left, 40, {
      width: width(doc),
      align: 'center',
      lineBreak: false,
    });
    const foot = `${source.footer}　第${i + 1}页 共${count}页`;
    doc.text(foot, MARGIN.left, doc.page.height - 50, {
      width: width(doc),
      align: 'center',
      lineBreak: false,
    });
  }
}
