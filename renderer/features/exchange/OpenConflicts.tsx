import { useRef, useState } from 'react';
import type {
  Conflict,
  ConflictChoice,
  ConflictSide,
} from '#shared/domain/handoff/handoffReport.ts';
import { canKeepBoth } from '#shared/domain/handoff/takeSide.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { showToast } from '../../ui/toasts.ts';
import { conflictWords, sideWords } from './changeWords.ts';
import { loadExchange } from './exchangeStore.ts';
import { Section } from './Section.tsx';

/** Disagreements that nobody has decided, each with all its versions; one is taken at a time. */
export function OpenConflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const words = useText().exchange.open;
  const list = useRef<HTMLUListElement>(null);
  if (conflicts.length === 0) return null;
  return (
    <Section title={words.title(conflicts.length)}>
      <p className="text-ink-2">{words.lead}</p>
      <ul ref={list} tabIndex={-1} className="flex flex-col divide-y divide-line outline-none">
        {conflicts.map((conflict) => (
          <OpenConflict
            key={`${conflict.entity} ${conflict.entityId} ${conflict.field}`}
            conflict={conflict}
            // The button that was pressed goes away with its conflict: the keyboard stays in the list.
            onChosen={() => list.current?.focus()}
          />
        ))}
      </ul>
    </Section>
  );
}

function OpenConflict({ conflict, onChosen }: { conflict: Conflict; onChosen: () => void }) {
  const text = useText();
  const [isPending, setIsPending] = useState(false);
  const subject = conflictWords(conflict, text);
  const handleChoose = (choice: ConflictChoice['choice']) => {
    setIsPending(true);
    attempt(() =>
      choose(conflict, choice)
        .then(onChosen)
        .finally(() => setIsPending(false)),
    );
  };
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="mb-1 font-semibold">{subject}</p>
      <div role="group" aria-label={subject} className="grid grid-cols-2 gap-3">
        {conflict.sides.map((side) => (
          <SideCard
            key={`${side.device} ${side.seq}`}
            subject={subject}
            kind={conflict.kind}
            side={side}
            isPending={isPending}
            onChoose={() => handleChoose({ device: side.device, seq: side.seq })}
          />
        ))}
      </div>
      {canKeepBoth(conflict) && (
        <div className="mt-2">
          <Button
            size="small"
            isDisabled={isPending}
            aria-label={text.exchange.receive.bothOf(subject)}
            onPress={() => handleChoose('both')}
          >
            {text.exchange.receive.both}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Records the choice as a change of this desk, which reaches the others with the next package. */
async function choose(
  { entity, entityId, field }: Conflict,
  choice: ConflictChoice['choice'],
): Promise<void> {
  await client('handoff.resolve', { commandId: newCommandId(), entity, entityId, field, choice });
  showToast({ tone: 'success', message: (text) => text.exchange.open.chosen });
  await loadExchange();
}

interface SideCardProps {
  subject: string;
  kind: Conflict['kind'];
  side: ConflictSide;
  isPending: boolean;
  onChoose: () => void;
}

function SideCard({ subject, kind, side, isPending, onChoose }: SideCardProps) {
  const text = useText();
  const words = text.exchange.open;
  const language = useLanguage((state) => state.language);
  const by = text.exchange.person(side.by);
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded border border-line px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
        <span>{side.isOwn ? words.own(by) : by}</span>
        <span>{formatMoment(language, side.at)}</span>
        <span className="flex-1" />
        {side.stands && <Tag tone="indigo">{words.stands}</Tag>}
      </p>
      <p className="flex-1 break-words whitespace-pre-wrap">{sideWords(kind, side, text)}</p>
      <div>
        <Button
          size="small"
          isDisabled={isPending}
          aria-label={words.chooseOf(subject, by)}
          onPress={onChoose}
        >
          {words.choose}
        </Button>
      </div>
    </div>
  );
}
