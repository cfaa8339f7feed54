import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { useText } from '../../app/language.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { CitationChip } from '../law/CitationChip.tsx';

/** What the library says about an item: the duty, where and what to look for, and what a breach costs whom. */
export function ItemGuidance({ item }: { readonly item: ChecklistItem }) {
  const text = useText();
  const words = text.review.card;
  const { penalty } = item;
  return (
    <div className="flex flex-col">
      <Disclosure title={words.obligation}>
        <dl className="flex flex-col gap-2">
          <Entry term={words.obligationOf(item.bearer)}>{item.obligation}</Entry>
          <Entry term={words.lookFor}>{item.lookFor}</Entry>
          <div>
            <dt className="text-xs text-ink-3">{words.whereToLook}</dt>
            <dd className="flex flex-wrap gap-1 pt-1">
              {item.docTypes.map((type) => (
                <Chip key={type}>{text.words.docTypes[type]}</Chip>
              ))}
            </dd>
          </div>
          {item.note !== null && <Entry term={words.remark}>{item.note}</Entry>}
        </dl>
      </Disclosure>
      <Disclosure title={words.penalty} aside={text.words.natures[item.nature]}>
        <dl className="flex flex-col gap-2">
          <Entry term={words.penaltyStateOrgan}>{penalty.stateOrgan}</Entry>
          <Entry term={words.penaltyEnterprise}>{penalty.enterprise}</Entry>
          {penalty.cites.length > 0 && (
            <div>
              <dt className="text-xs text-ink-3">{words.penaltyCites}</dt>
              <dd className="flex flex-wrap gap-x-3 font-text">
                {penalty.cites.map((cite) => (
                  <CitationChip key={cite} cited={{ code: '', cite, lawVersion: null }} />
                ))}
              </dd>
            </div>
          )}
        </dl>
      </Disclosure>
    </div>
  );
}

function Entry({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{term}</dt>
      <dd className="font-text break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}
