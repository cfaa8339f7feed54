import type { Assessment } from '#shared/domain/review/assessment.ts';
import type { Verdict } from '#shared/domain/review/verdict.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioSegments, type SegmentTone } from '../../ui/RadioSegments.tsx';
import { setVerdict } from './reviewCommands.ts';

type Decided = Exclude<Verdict, 'unreviewed'>;

/** Verdicts in the order of their keys, 1 to 5. */
export const verdictKeys: readonly { readonly verdict: Decided; readonly tone: SegmentTone }[] = [
  { verdict: 'met', tone: 'teal' },
  { verdict: 'partial', tone: 'amber' },
  { verdict: 'not-met', tone: 'cinnabar' },
  { verdict: 'not-applicable', tone: 'neutral' },
  { verdict: 'needs-material', tone: 'amber' },
];

/** What the lawyer decides: five verdicts by key, and back to none by 0. */
export function VerdictPicker({ assessment }: { readonly assessment: Assessment }) {
  const words = useText().review.card;
  const language = useLanguage((state) => state.language);
  const { verdict, by, at } = assessment;
  return (
    <div className="flex flex-col gap-1">
      <RadioSegments
        label={words.verdict}
        value={verdict === 'unreviewed' ? null : verdict}
        segments={verdictKeys.map((each, index) => ({
          id: each.verdict,
          label: words.shortVerdicts[each.verdict],
          keys: String(index + 1),
          tone: each.tone,
        }))}
        onChange={(chosen) => attempt(() => setVerdict(chosen))}
      />
      {by !== null && at !== null && (
        <div className="flex h-6 items-center gap-2">
          {verdict !== 'unreviewed' && (
            <Button
              tone="quiet"
              size="small"
              keys="0"
              isWriting
              onPress={() => attempt(() => setVerdict('unreviewed'))}
            >
              {words.clearVerdict}
            </Button>
          )}
          <span className="flex-1" />
          <span className="truncate text-2xs text-ink-3">
            {words.decidedBy(by, formatMoment(language, at))}
          </span>
        </div>
      )}
    </div>
  );
}
