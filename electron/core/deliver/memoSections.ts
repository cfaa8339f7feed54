import { Paragraph, TextRun } from 'docx';
import type { TableRow } from 'docx';
import type { MemoModel } from '#shared/domain/review/memo.ts';
import { memoCounting } from '#shared/domain/review/memoCounting.ts';
import { memoDay } from '#shared/domain/review/memoDay.ts';
import { memoDocumentZh as words } from '#shared/i18n/messages/memoDocument.ts';
import { xmlSafe } from './docxText.ts';
import { memoPlace } from '#shared/domain/review/memoPlace.ts';
import {
  counted,
  labelled,
  paragraph,
  paragraphs,
  row,
  spanningRow,
  table,
} from './memoParagraphs.ts';
import type { Block } from './memoParagraphs.ts';

/** Lists that count from 1 on their own. */
const LIST = { instruments: 1, material: 2, reservations: 3 } as const;

const DOCUMENT_SHARES = [11, 44, 26, 11, 11, 53];
const CHECKLIST_SHARES = [72, 24, 60];
const ITEM_SHARES = [15, 55, 22, 64];
const REPLY_SHARES = [18, 56, 14, 28, 40];

/** Title, number, addressee and introduction. */
export function openingBlocks(model: MemoModel): Block[] {
  const { project } = model;
  const number = model.isDraft ? words.draftLine : (model.number ?? '');
  const client = project.client.trim();
  return [
    titleParagraph(project.name),
    paragraph(number, 'MemoNumber'),
    paragraph('', 'MemoFlush'),
    paragraph(client === '' ? words.noAddressee : words.addressee(client), 'MemoFlush'),
    paragraph(
      words.introduction(
        model.reviewer,
        project.name,
        project.type.trim(),
        words.round(project.round),
        model.documents.length,
      ),
    ),
  ];
}

function titleParagraph(project: string): Paragraph {
  const [first, second] = words.title(xmlSafe(project));
  const children = [new TextRun(first), new TextRun({ text: second, break: 1 })];
  return new Paragraph({ style: 'MemoTitle', children });
}

/** 一、审查依据: what was read, the law it was read against, and the checklists used. */
export function basisBlocks(model: MemoModel): Block[] {
  return [
    paragraph(words.headings.basis, 'Heading1'),
    paragraph(words.headings.documents, 'Heading2'),
    ...documentBlocks(model),
    paragraph(words.headings.instruments, 'Heading2'),
    ...instrumentBlocks(model),
    paragraph(words.headings.checklists, 'Heading2'),
    ...checklistBlocks(model),
  ];
}

function documentBlocks(model: MemoModel): Block[] {
  if (model.documents.length === 0) return [paragraph(words.documents.none)];
  const rows = model.documents.flatMap((document, i): TableRow[] => {
    const main = row(DOCUMENT_SHARES, [
      String(i + 1),
      document.title,
      document.type ?? words.documents.noType,
      words.documents.version(document.versionNumber),
      document.pages === null ? words.documents.noPages : String(document.pages),
      { text: document.sha256, style: 'MemoHash' },
    ]);
    if (document.unreadable.length === 0) return [main];
    const parts = words.documents.unreadable(document.unreadable.join(words.comma));
    return [main, spanningRow(DOCUMENT_SHARES.length, parts)];
  });
  const note = model.documents.some((document) => document.pages === null)
    ? [paragraph(words.documents.wordPages)]
    : [];
  return [...table(DOCUMENT_SHARES, words.documents.columns, rows), ...note];
}

function instrumentBlocks(model: MemoModel): Block[] {
  if (model.instruments.length === 0) return [paragraph(words.instruments.none)];
  const titles = model.instruments.map(({ title, lawVersion, verified }) => {
    const version = lawVersion === null ? '' : words.instruments.version(memoDay(lawVersion));
    return `${bookTitle(title)}${version}${verified ? '' : words.instruments.unverified}`;
  });
  const checkedOn =
    model.lawCheckedOn === undefined
      ? []
      : [paragraph(words.instruments.checkedOn(memoDay(model.lawCheckedOn)))];
  return [...checkedOn, ...counted(titles, LIST.instruments)];
}

/** A law's title takes 《》; a standard's number, and what carries them already, does not. */
function bookTitle(title: string): string {
  return /《|^[A-Za-z]/.test(title) ? title : `《${title}》`;
}

function checklistBlocks(model: MemoModel): Block[] {
  if (model.checklists.length === 0) return [paragraph(words.checklists.none)];
  const rows = model.checklists.map((checklist) =>
    row(CHECKLIST_SHARES, [
      checklist.title,
      checklist.version,
      { text: checklist.hash, style: 'MemoHash' },
    ]),
  );
  return [...table(CHECKLIST_SHARES, words.checklists.columns, rows)];
}

/** 二、项目基本情况: the traits as the lawyer answered them; unknown is not no. */
export function projectBlocks(model: MemoModel): Block[] {
  const { project, traits } = model;
  const given = (text: string | null): string => (text ?? '').trim() || words.project.notGiven;
  const due = project.due === null ? null : memoDay(project.due);
  const listed = (labels: readonly string[]): string =>
    labels.length === 0 ? words.project.none : words.project.listed(labels.join(words.comma));
  return [
    paragraph(words.headings.project, 'Heading1'),
    paragraph(words.project.facts(project.name, given(project.type), given(due))),
    ...labelled(words.project.yes, listed(traits.yes)),
    ...labelled(words.project.no, listed(traits.no)),
    ...labelled(words.project.unknown, listed(traits.unknown)),
  ];
}

/** 三、总体结论: the machine counts; the conclusion is the lawyer's, or left to fill in. */
export function conclusionBlocks(model: MemoModel): Block[] {
  const { conclusion: text } = model;
  return [
    paragraph(words.headings.conclusion, 'Heading1'),
    paragraph(memoCounting(model)),
    ...(text === undefined || text.trim() === ''
      ? conclusionToFill()
      : labelled(words.conclusion.lawyer, text)),
  ];
}

function conclusionToFill(): Block[] {
  const { toFill, choices, remark } = words.conclusion;
  return [paragraph(toFill), ...choices.map((choice) => paragraph(choice)), paragraph(remark)];
}

/** 五、需补充的材料: items that wait for material, parts that could not be read, traits nobody could confirm. */
export function materialBlocks(model: MemoModel): Block[] {
  const waiting = model.items
    .filter((item) => item.verdict === 'needs-material')
    .map((item) => words.material.item(item.title, item.number, item.note.trim()));
  const unread = model.documents
    .filter((document) => document.unreadable.length > 0)
    .map((d) => words.material.readable(d.title, d.unreadable.join(words.comma)));
  const unknown =
    model.traits.unknown.length === 0
      ? []
      : [words.material.traits(model.traits.unknown.join(words.comma))];
  const all = [...waiting, ...unread, ...unknown];
  return [
    paragraph(words.headings.material, 'Heading1'),
    ...(all.length === 0 ? [paragraph(words.material.none)] : counted(all, LIST.material)),
  ];
}

/** 六、审查项一览表: every item with its verdict, the note and the places it rests on, by checklist. */
export function itemBlocks(model: MemoModel): Block[] {
  const heading = paragraph(words.headings.items, 'Heading1');
  if (model.items.length === 0) return [heading, paragraph(words.items.none)];
  const rows: TableRow[] = [];
  let checklist = '';
  for (const item of model.items) {
    if (item.checklistTitle !== checklist) {
      checklist = item.checklistTitle;
      rows.push(spanningRow(ITEM_SHARES.length, { text: checklist, style: 'MemoTableHead' }));
    }
    rows.push(itemRow(item));
  }
  return [heading, ...table(ITEM_SHARES, words.items.columns, rows)];
}

function itemRow(item: MemoModel['items'][number]): TableRow {
  const places = [...new Set(item.quotes.map(memoPlace))].join(words.semicolon);
  return row(ITEM_SHARES, [
    item.number,
    `${item.title}${item.needsConfirmation ? words.items.unconfirmed : ''}`,
    words.items.verdicts[item.verdict],
    [item.note, places === '' ? '' : words.items.places(places)].join('\n'),
  ]);
}

/** 七、声明与保留. */
export function reservationBlocks(): Block[] {
  return [
    paragraph(words.headings.reservations, 'Heading1'),
    ...counted(words.reservations, LIST.reservations),
  ];
}

/** Attachment list, firm, lawyer and date, kept on one page with each other. */
export function signatureBlocks(model: MemoModel): Block[] {
  const { signature } = words;
  const firm = model.firm?.trim() ?? '';
  return [
    paragraph('', 'MemoFlush'),
    paragraph(words.attachments.list),
    paragraph('', 'MemoSignature'),
    paragraph(firm === '' ? signature.noFirm : signature.firm(firm), 'MemoSignature'),
    paragraph(signature.lawyer(model.reviewer), 'MemoSignature'),
    paragraph(signature.licence, 'MemoSignature'),
    paragraph(memoDay(model.date), 'MemoSignature'),
  ];
}

/** The annexed form on which the bureau answers each finding. */
export function replyBlocks(model: MemoModel): Block[] {
  const { attachments } = words;
  const title = new Paragraph({
    style: 'MemoFlush',
    pageBreakBefore: true,
    text: attachments.title,
  });
  if (model.findings.length === 0) return [title, paragraph(words.findings.none)];
  const rows = model.findings.map((finding) =>
    row(REPLY_SHARES, [finding.number, finding.itemTitle, finding.severity, '', '']),
  );
  return [
    title,
    ...paragraphs(attachments.note),
    ...table(REPLY_SHARES, attachments.columns, rows),
  ];
}
