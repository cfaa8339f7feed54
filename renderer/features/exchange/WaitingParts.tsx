import type { WaitingPart } from '#shared/domain/handoff/handoffReport.ts';
import { useText } from '../../app/language.ts';
import { GapLines } from './GapLines.tsx';
import { Section } from './Section.tsx';

/** What is kept aside until what it builds on has come. */
export function WaitingParts({ parts }: { parts: readonly WaitingPart[] }) {
  const words = useText().exchange.waiting;
  if (parts.length === 0) return null;
  return (
    <Section title={words.title(parts.length)}>
      <p className="text-ink-2">{words.lead}</p>
      <ul className="flex flex-col divide-y divide-line">
        {parts.map((part, index) => (
          <li key={`${part.projectId} ${index}`} className="py-2 first:pt-0 last:pb-0">
            <p className="flex gap-3">
              <span className="font-semibold">{part.name}</span>
              <span className="text-ink-2">{words.changes(part.changes)}</span>
            </p>
            <GapLines gaps={part.gaps} />
          </li>
        ))}
      </ul>
      <p className="text-ink-2">{words.ask}</p>
    </Section>
  );
}
