import { Document, isCollection, isScalar, Scalar, visit } from 'yaml';
import type { Basis } from '#shared/domain/library/checklistItem.ts';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import { ItemSignals } from '#shared/domain/library/libraryFile.ts';
import type { ExchangedList } from './readList.ts';

/** The form of a list as text; a list that says another is not read. */
export const yamlSchema = 'counsel-desk/checklist@1';

/** Texts longer than this stand on lines of their own, so that a change of them is a change of those lines. */
const longText = 40;
const flowKeys = new Set(['docTypes', 'expectedIn']);
/** What a block of lines cannot hold as it stands: characters that YAML escapes or takes for line ends. */
const needsEscapes = /(?![\t\n])[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/**
 * Lists as YAML 1.2, a document each: fixed order of keys, no folding, nothing that is computed but the citations. Equal lists
 * give equal bytes.
 */
export function writeYaml(lists: readonly ExchangedList[]): string {
  const texts = lists.map((list) => {
    const document = new Document(plainList(list));
    styleScalars(document);
    return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 });
  });
  return texts.join('---\n');
}

function plainList({ id, basedOn, head, items }: ExchangedList): Record<string, unknown> {
  return withoutNulls({
    schema: yamlSchema,
    id,
    basedOn,
    titleZh: head.titleZh,
    titleEn: head.titleEn,
    primaryLaw: head.primaryLaw,
    version: head.version,
    effectiveDate: head.effectiveDate,
    reviewedOn: head.reviewedOn,
    items: items.map(plainItem),
  });
}

function plainItem(item: DraftItem): Record<string, unknown> {
  return withoutNulls({
    id: item.id,
    title: item.title,
    question: item.question,
    obligation: item.obligation,
    bearer: item.bearer,
    nature: item.nature,
    severity: item.severity,
    basis: item.basis.map(plainBasis),
    needsConfirmation: item.needsConfirmation,
    confirmationNote: item.confirmationNote,
    lookFor: item.lookFor,
    typicalFinding: item.typicalFinding,
    recommendation: item.recommendation,
    clause: item.clause,
    penalty: {
      stateOrgan: item.penalty.stateOrgan,
      enterprise: item.penalty.enterprise,
      cites: item.penalty.cites,
    },
    docTypes: item.docTypes,
    when: item.when,
    note: item.note,
    // Parsed once more, because that puts its keys in the order of the schema.
    signals: item.signals === null ? null : ItemSignals.parse(item.signals),
  });
}

function plainBasis(basis: Basis): Record<string, unknown> {
  return withoutNulls({
    cite: basis.cite,
    code: basis.code,
    law: basis.law,
    article: basis.article,
    paragraph: basis.paragraph,
    item: basis.item,
    role: basis.role,
    verified: basis.verified,
    reason: basis.reason,
    keyword: basis.keyword,
    lawVersion: basis.lawVersion,
  });
}

function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

function styleScalars(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (isCollection(value) && isScalar(key) && flowKeys.has(String(key.value)))
        value.flow = true;
    },
    Scalar(key, scalar) {
      if (key === 'key' || typeof scalar.value !== 'string') return;
      const text = scalar.value;
      if (needsEscapes.test(text)) scalar.type = Scalar.QUOTE_DOUBLE;
      else if (isProse(text)) scalar.type = Scalar.BLOCK_LITERAL;
    },
  });
}

/** Seals and other long words are no prose. */
function isProse(text: string): boolean {
  return text.includes('\n') || (text.length > longText && !/^[\x21-\x7E]+$/.test(text));
}
