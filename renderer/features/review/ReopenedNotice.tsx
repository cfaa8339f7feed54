import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { Reopened } from '#shared/domain/review/assessment.ts';
import { compareItems } from '#shared/domain/library/versionComparison.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ChangedFields } from '../checklists/ItemChanges.tsx';

/** An item that reads differently since it was decided: the earlier verdict, and both wordings. */
export function ReopenedNotice({ item, reopened }: { item: ChecklistItem; reopened: Reopened }) {
  const text = useText();
  const words = text.checklists;
  const { before, verdict, version } = reopened;
  return (
    <Banner tone="warning" title={words.reopened.title}>
      <p>
        {words.reopened.before(text.words.verdicts[verdict], version ?? words.comparison.noWords)}
      </p>
      {before === null ? (
        <p>{words.reopened.unknown}</p>
      ) : (
        <Disclosure title={words.comparison.show}>
          {compareItems([before], [item]).map((change) => (
            <ChangedFields
              key={change.itemId}
              change={change}
              older={words.comparison.older(version ?? '')}
              newer={words.reopened.now}
              isStacked
            />
          ))}
        </Disclosure>
      )}
    </Banner>
  );
}
