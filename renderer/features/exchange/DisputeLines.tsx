import type {
  Conflict,
  ConflictChoice,
  ConflictSide,
} from '#shared/domain/handoff/handoffReport.ts';
import { canKeepBoth, sideFor } from '#shared/domain/handoff/takeSide.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Tag } from '../../ui/Tag.tsx';
import { conflictWords, sideWords } from './changeWords.ts';
import { chooseVersion, disputeKey, type Rule, useReceive } from './receiveStore.ts';

interface DisputeLinesProps {
  disputes: readonly Conflict[];
  /** For what is not chosen one by one. */
  rule: Rule;
}

/** Disagreements of a package that is not imported yet, each to be chosen: all versions side by side, with who and when. */
export function DisputeLines({ disputes, rule }: DisputeLinesProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {disputes.map((dispute) => (
        <Dispute key={disputeKey(dispute)} dispute={dispute} rule={rule} />
      ))}
    </ul>
  );
}

function Dispute({ dispute, rule }: { dispute: Conflict; rule: Rule }) {
  const text = useText();
  const words = text.exchange.receive;
  const chosen = useReceive((state) => state.choices[disputeKey(dispute)] ?? null);
  const subject = conflictWords(dispute, text);
  const byRule = rule === 'ask' ? null : sideFor(dispute, rule);
  const markOf = (side: ConflictSide): 'chosen' | 'rule' | null => {
    if (chosen === null) return side === byRule ? 'rule' : null;
    return chosen === 'both' || isSame(chosen, side) ? 'chosen' : null;
  };
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="mb-1 font-semibold">{subject}</p>
      <div role="group" aria-label={subject} className="grid grid-cols-2 gap-3">
        {hereFirst(dispute.sides).map((side) => (
          <Version
            key={`${side.device} ${side.seq}`}
            subject={subject}
            kind={dispute.kind}
            side={side}
            mark={markOf(side)}
            onChoose={() => chooseVersion(dispute, { device: side.device, seq: side.seq })}
          />
        ))}
      </div>
      <div className="mt-2 flex gap-2">
        {canKeepBoth(dispute) && (
          <Button
            size="small"
            aria-pressed={chosen === 'both'}
            aria-label={words.bothOf(subject)}
            onPress={() => chooseVersion(dispute, 'both')}
          >
            {words.both}
          </Button>
        )}
        {chosen !== null && (
          <Button
            size="small"
            tone="quiet"
            aria-label={words.clearOf(subject)}
            onPress={() => chooseVersion(dispute, null)}
          >
            {words.clear}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What stands here on the left, what comes in on the right. */
function hereFirst(sides: readonly ConflictSide[]): readonly ConflictSide[] {
  return [...sides].sort((a, b) => Number(a.isIncoming) - Number(b.isIncoming));
}

function isSame(choice: Exclude<ConflictChoice['choice'], 'both'>, side: ConflictSide): boolean {
  return choice.device === side.device && choice.seq === side.seq;
}

interface VersionProps {
  subject: string;
  kind: Conflict['kind'];
  side: ConflictSide;
  mark: 'chosen' | 'rule' | null;
  onChoose: () => void;
}

function Version({ subject, kind, side, mark, onChoose }: VersionProps) {
  const text = useText();
  const words = text.exchange.receive;
  const language = useLanguage((state) => state.language);
  const by = text.exchange.person(side.by);
  return (
    <div
      className={classNames(
        'flex min-w-0 flex-col gap-1 rounded border px-3 py-2',
        mark === 'chosen' ? 'border-indigo bg-indigo-soft' : 'border-line',
      )}
    >
      <p className="flex min-h-5 flex-wrap items-center gap-x-2 text-xs text-ink-3">
        <span className="font-semibold text-ink-2">
          {side.isIncoming ? words.theirs : words.mine}
        </span>
        <span>{by}</span>
        <span>{formatMoment(language, side.at)}</span>
        <span className="flex-1" />
        {mark === 'chosen' && <Tag tone="indigo">{words.chosen}</Tag>}
        {mark === 'rule' && <Tag>{words.byRule}</Tag>}
      </p>
      <p className="max-h-72 flex-1 overflow-auto break-words whitespace-pre-wrap select-text">
        {sideWords(kind, side, text)}
      </p>
      <div>
        <Button
          size="small"
          aria-pressed={mark === 'chosen'}
          aria-label={text.exchange.open.chooseOf(subject, by)}
          onPress={onChoose}
        >
          {text.exchange.open.choose}
        </Button>
      </div>
    </div>
  );
}
