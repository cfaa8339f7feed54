import { useText } from '../../app/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from './Section.tsx';
import type { DraftProblem, SendDraft } from './sendDraft.ts';

interface HandOverChoiceProps {
  draft: SendDraft;
  problem: DraftProblem | null;
  onChange: (part: Partial<SendDraft>) => void;
}

/** Whether the recipient becomes the owner of what is sent. */
export function HandOverChoice({ draft, problem, onChange }: HandOverChoiceProps) {
  const words = useText().exchange.send;
  return (
    <Section title={words.owner}>
      <Checkbox
        isSelected={draft.isHandOver}
        onChange={(isHandOver) => onChange({ isHandOver })}
        aria-describedby="hand-over-note"
      >
        {words.handOver}
      </Checkbox>
      <p id="hand-over-note" className="text-ink-2">
        {words.handOverNote}
      </p>
      {problem === 'owner' && (
        <p role="alert" className="text-cinnabar">
          {words.ownerProblem}
        </p>
      )}
    </Section>
  );
}
