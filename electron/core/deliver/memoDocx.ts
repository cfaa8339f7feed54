import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { MemoModel } from '#shared/domain/review/memo.ts';
import { memoDocumentZh as words } from '#shared/i18n/messages/memoDocument.ts';
import { xmlSafe } from './docxText.ts';
import { findingBlocks } from './memoFindings.ts';
import { fontTable } from './memoFonts.ts';
import { paragraph } from './memoParagraphs.ts';
import type { Block } from './memoParagraphs.ts';
import {
  basisBlocks,
  conclusionBlocks,
  itemBlocks,
  materialBlocks,
  openingBlocks,
  projectBlocks,
  replyBlocks,
  reservationBlocks,
  signatureBlocks,
} from './memoSections.ts';
import { memoNumbering, memoPage, memoStyles } from './memoStyles.ts';
import { stableZip } from './stableZip.ts';

/**
 * Writes a memo as .docx in the form of GB/T 9704-2012. The same model gives the same bytes; nothing in them comes from
 * the clock, the machine or chance.
 */
export async function writeMemoDocx(model: MemoModel): Promise<Uint8Array> {
  const file = new Document({
    title: xmlSafe(words.title(model.project.name).join('')),
    creator: xmlSafe(model.reviewer),
    lastModifiedBy: xmlSafe(model.reviewer),
    styles: memoStyles,
    numbering: memoNumbering,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: memoPage },
        ...(model.isDraft ? { headers: { default: draftHeader(), even: draftHeader() } } : {}),
        footers: {
          default: pageFooter(AlignmentType.RIGHT),
          even: pageFooter(AlignmentType.LEFT),
        },
        children: memoBlocks(model),
      },
    ],
  });
  const bytes = await Packer.toBuffer(file);
  return stableZip(new Uint8Array(bytes), (name, text) => settledPart(name, text, model.date));
}

function memoBlocks(model: MemoModel): Block[] {
  return [
    ...openingBlocks(model),
    ...basisBlocks(model),
    ...projectBlocks(model),
    ...conclusionBlocks(model),
    paragraph(words.headings.findings, 'Heading1'),
    ...findingBlocks(model),
    ...materialBlocks(model),
    ...itemBlocks(model),
    ...reservationBlocks(),
    ...signatureBlocks(model),
    ...replyBlocks(model),
  ];
}

/** — 1 — on the outer side, one character in from the edge. */
function pageFooter(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'MemoPageNumber',
        alignment,
        indent: { left: 280, right: 280, firstLine: 0, firstLineChars: 0 },
        children: [
          new TextRun({ children: [words.footer.before, PageNumber.CURRENT, words.footer.after] }),
        ],
      }),
    ],
  });
}

function draftHeader(): Header {
  const watermark = new TextWatermark({
    text: words.draftMark,
    font: '黑体',
    color: 'D9D9D9',
    opacity: 0.5,
    width: 300,
    height: 150,
  });
  return new Header({
    children: [
      new Paragraph({
        style: 'MemoDraftMark',
        children: [new TextRun(words.draftHeader), watermark],
      }),
    ],
  });
}

/** What the writer leaves to the clock, to chance, or empty: the memo's date, one name for the watermark, fonts' fallbacks. */
function settledPart(name: string, text: string, day: string): string | null {
  if (name === 'word/fontTable.xml') return fontTable;
  if (name === 'docProps/core.xml') {
    return text.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${day}T00:00:00Z`);
  }
  if (/^word\/header\d+\.xml$/.test(name)) {
    return text.replace(/"PowerPlusWaterMarkObject[^"]*"/g, '"PowerPlusWaterMarkObject1"');
  }
  return null;
}
