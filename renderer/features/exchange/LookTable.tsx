import type { SharedFolderLook } from '#shared/domain/handoff/sharedFolder.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Section } from './Section.tsx';

/** What each synchronisation with the shared folder took and gave, newest first. */
export function LookTable({ looks }: { looks: readonly SharedFolderLook[] }) {
  const text = useText();
  const { title, log: words } = text.sharedFolder;
  const language = useLanguage((state) => state.language);
  if (looks.length === 0) return null;
  return (
    <Section title={title}>
      <p className="text-ink-3">{words.lead}</p>
      <table className="w-full border-collapse text-left" aria-label={title}>
        <thead className="text-xs text-ink-3">
          <tr className="border-b border-line-2">
            {(['at', 'taken', 'written'] as const).map((id) => (
              <th key={id} scope="col" className="h-7 pr-3 font-normal whitespace-nowrap">
                {words.columns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {looks.map((look) => (
            <tr
              key={look.number}
              title={look.folder}
              className="border-b border-line align-baseline last:border-b-0"
            >
              <td className="w-36 py-1.5 pr-3 whitespace-nowrap tabular-nums">
                {formatMoment(language, look.at)}
              </td>
              <td className="py-1.5 pr-3 wrap-anywhere">{takenWords(look, text)}</td>
              <td className="py-1.5 wrap-anywhere">{writtenWords(look, text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function takenWords({ taken, receipts }: SharedFolderLook, text: Messages): string {
  const words = text.sharedFolder.log;
  const parts = taken.map((one) => words.taken(text.exchange.person(one.person), one.changes));
  if (receipts > 0) parts.push(words.receipts(receipts));
  return parts.join(' · ') || '—';
}

function writtenWords({ written, removed, altered }: SharedFolderLook, text: Messages): string {
  const words = text.sharedFolder.log;
  const parts = written.map((one) => words.written(one.project, one.changes));
  if (removed > 0) parts.push(words.removed(removed));
  if (altered.length > 0) parts.push(words.altered(altered.length));
  return parts.join(' · ') || '—';
}
