import type { Verdict } from '#shared/domain/verdict.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
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
export function VerdictPicker({ verdict }: { readonly verdict: Verdict }) {
  const words = useText().review.card;
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
      {verdict !== 'unreviewed' && (
        <div className="self-start">
          <Button
            tone="quiet"
            size="small"
            keys="0"
            onPress={() => attempt(() => setVerdict('unreviewed'))}
          >
            {words.clearVerdict}
          </Button>
        </div>
      )}
    </div>
  );
}
