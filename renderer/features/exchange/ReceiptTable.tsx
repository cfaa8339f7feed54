import type { Receipt } from '#shared/domain/handoff/handoffReport.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import { formatMoment, formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Section } from './Section.tsx';

/** Up to where each colleague has read what was done here, by project; who lacks most comes first. */
export function ReceiptTable({ receipts }: { receipts: readonly Receipt[] }) {
  const text = useText();
  const words = text.exchange.log;
  const language = useLanguage((state) => state.language);
  if (receipts.length === 0) return null;
  const rows = [...receipts].sort((a, b) => b.unseen - a.unseen);
  return (
    <Section
      title={words.receipts}
      aside={<span className="text-ink-3">{words.receiptsLead}</span>}
    >
      <table className="w-full border-collapse text-left" aria-label={words.receipts}>
        <thead className="text-xs text-ink-3">
          <tr className="border-b border-line-2">
            {(['project', 'person', 'readUpTo', 'unseen'] as const).map((id) => (
              <th
                key={id}
                scope="col"
                className={`h-7 font-normal whitespace-nowrap ${id === 'unseen' ? 'text-right' : 'pr-3'}`}
              >
                {words.receiptColumns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr
              key={`${one.projectId} ${one.device}`}
              className="border-b border-line align-baseline last:border-b-0"
            >
              <td className="py-1.5 pr-3">{one.name}</td>
              <td className="py-1.5 pr-3 wrap-anywhere">{text.exchange.person(one.person)}</td>
              <td className="py-1.5 pr-3 whitespace-nowrap tabular-nums">
                {readWords(one, text, language)}
              </td>
              <td className="py-1.5 text-right whitespace-nowrap tabular-nums">
                {unseenWords(one, text, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function readWords(
  { saidAt, readUpTo, read }: Receipt,
  text: Messages,
  language: Language,
): string {
  const words = text.exchange.log;
  if (readUpTo !== null) {
    return words.readUpTo(formatMoment(language, readUpTo), formatNumber(language, read));
  }
  return saidAt === null ? words.saidNothing : words.readNothing;
}

/** Nothing unseen of what nothing was ever written into is no word of their reading. */
function unseenWords({ unseen, readUpTo }: Receipt, text: Messages, language: Language): string {
  const words = text.exchange.log;
  if (unseen > 0) return words.unseen(formatNumber(language, unseen));
  return readUpTo === null ? words.noneOwn : words.allSeen;
}
