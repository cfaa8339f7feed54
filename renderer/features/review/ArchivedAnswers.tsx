import { useState } from 'react';
import type { ArchivedItem } from '#shared/contract/rooms/review.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { placeText } from './placeText.ts';
import { quoteLine } from './quoteLine.ts';
import { showEvidenceQuote, useReview } from './reviewStore.ts';

/** Answers to items that the project's checklists no longer have: to be read, never lost. */
export function ArchivedAnswers() {
  const text = useText();
  const words = text.checklists.archived;
  const archived = useReview((state) => state.archived);
  const [isOpen, setIsOpen] = useState(false);
  if (archived.length === 0) return null;
  return (
    <div className="flex-none border-t border-line p-1.5">
      <Button size="small" tone="quiet" onPress={() => setIsOpen(true)}>
        {words.count(archived.length)}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={words.title}
        closeLabel={text.common.close}
        width="wide"
      >
        <p className="mb-2 text-ink-2">{words.how}</p>
        <ul>
          {archived.map((entry) => (
            <li key={entry.itemId} className="border-t border-line py-2">
              <Entry entry={entry} onShown={() => setIsOpen(false)} />
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}

function Entry({ entry, onShown }: { entry: ArchivedItem; onShown: () => void }) {
  const text = useText();
  const words = text.checklists.archived;
  const { item, assessment, evidence, findings, reason, version } = entry;
  return (
    <article className="flex flex-col gap-1">
      <h3 className="flex flex-wrap items-baseline gap-2 text-base">
        <span className="text-xs font-normal text-ink-3">{item?.number}</span>
        <span>{item?.title ?? entry.itemId}</span>
        <Tag>{text.words.verdicts[assessment.verdict]}</Tag>
        <span className="text-xs font-normal text-ink-3">
          {[words.reasons[reason], version === null ? '' : words.wasIn(version)]
            .filter(Boolean)
            .join(text.common.columnSeparator)}
        </span>
      </h3>
      {item !== null && <p className="text-ink-2">{item.question}</p>}
      {assessment.note !== '' && <p className="whitespace-pre-line">{assessment.note}</p>}
      <ul className="flex flex-col gap-1">
        {evidence.map((each) => (
          <li key={each.id} className="border-l-2 border-line-2 pl-2">
            <button
              type="button"
              disabled={each.isDocumentRemoved}
              className="block w-full cursor-pointer rounded text-left font-text disabled:cursor-default"
              onClick={() =>
                attempt(async () => {
                  await showEvidenceQuote(each);
                  onShown();
                })
              }
            >
              {text.review.evidence.quoted(quoteLine(each.anchor.quote))}
            </button>
            <span className="text-2xs text-ink-3">{placeText(each, each.anchor.place, text)}</span>
          </li>
        ))}
      </ul>
      {findings.map((finding) => (
        <p key={finding.id}>
          <span className="text-xs text-ink-3">{text.findings.named(finding.number)} </span>
          {finding.problem}
        </p>
      ))}
    </article>
  );
}
