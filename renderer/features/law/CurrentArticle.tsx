import type { PinnedCitation } from '#shared/domain/review/assessment.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { outdatedKey, useOutdated } from './outdated.ts';
import { pinText } from './pinning.ts';

interface CurrentArticleProps {
  citation: PinnedCitation;
  onAdopt: (current: PinnedCitation) => void;
}

/** Beside an outdated citation: the article it became, to be cited instead by one click. A suggestion, hence dotted. */
export function CurrentArticle({ citation, onAdopt }: CurrentArticleProps) {
  const words = useText().law.citation;
  const current = useOutdated((state) => state.outdated?.get(outdatedKey(citation))?.current);
  if (!current) return null;
  const adopt = (): void =>
    attempt(async () => {
      const next = await pinText(current);
      if (next !== null) onAdopt(next);
    });
  return (
    <span className="ml-1.5 inline-block rounded border border-dotted border-suggest">
      <Button size="small" tone="quiet" isWriting onPress={adopt}>
        {words.adopt(current)}
      </Button>
    </span>
  );
}
