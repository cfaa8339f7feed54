import type { Gap } from '#shared/domain/handoff/handoffReport.ts';
import { useText } from '../../app/language.ts';

/** Which changes have to come first, and whose they are. */
export function GapLines({ gaps }: { gaps: readonly Gap[] }) {
  const { waiting, person } = useText().exchange;
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={`${gap.projectId} ${gap.device}`}>
          {waiting.gap(person(gap.person), gap.after + 1, gap.upTo)}
        </li>
      ))}
    </ul>
  );
}
