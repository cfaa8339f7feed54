import { useEffect, useRef } from 'react';
import type { ReviewItem } from '#shared/contract/rooms/review.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { BasisLinks } from './BasisLinks.tsx';
import { EvidenceEntry } from './EvidenceEntry.tsx';
import { FindingCard } from '../findings/FindingCard.tsx';
import { ItemGuidance } from './ItemGuidance.tsx';
import { ItemHeading } from './ItemHeading.tsx';
import { addFinding, changeFinding, removeFinding, saveNote } from './reviewCommands.ts';
import { setHistoryOpen, showEvidenceQuote, stepItem, useReview } from './reviewStore.ts';
import { ReopenedNotice } from './ReopenedNotice.tsx';
import { SavedTextArea } from '../typedText/SavedTextArea.tsx';
import { inReadingOrder, selectItem, selectItemId } from './selectors.ts';
import { VerdictPicker } from './VerdictPicker.tsx';

/** Right column: the item at hand, from its question to its findings. */
export function ItemCard() {
  const text = useText();
  const item = useReview(selectItem);
  const itemId = useReview(selectItemId);
  if (itemId === null) {
    return (
      <EmptyState icon="library" title={text.review.empty.noItem}>
        {text.review.empty.noItemHow}
      </EmptyState>
    );
  }
  if (item === null) {
    return <p className="py-10 text-center text-ink-3">{text.review.empty.loading}</p>;
  }
  return <Card key={itemId} item={item} />;
}

function Card({
  item: { item, why, assessment, reopened, evidence, findings },
}: {
  readonly item: ReviewItem;
}) {
  const text = useText();
  const words = text.review.card;
  const isLocked = useIsLocked();
  const freshFindingId = useReview((state) => state.freshFindingId);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-3.5 py-3">
        <ItemHeading item={item} why={why} />
        {reopened !== null && <ReopenedNotice item={item} reopened={reopened} />}
        <p className="text-lg font-semibold">{item.question}</p>
        <BasisLinks basis={item.basis} />
        <VerdictPicker assessment={assessment} />
        <ItemGuidance item={item} />
        <SavedTextArea
          fieldKey={`note/${assessment.projectId}/${item.id}`}
          label={words.note}
          placeholder={words.notePlaceholder}
          value={assessment.note}
          save={saveNote(assessment.projectId, item.id)}
        />
        <section aria-label={words.evidence(evidence.length)} className="flex flex-col gap-1.5">
          <h3 className="flex items-center justify-between text-xs font-normal text-ink-2">
            {words.evidence(evidence.length)}
            {!isLocked && (
              <span className="flex items-center gap-1 text-ink-3">
                {words.evidenceHint} <Kbd keys="E" />
              </span>
            )}
          </h3>
          {evidence.length === 0 ? (
            <p className="text-xs text-ink-3">
              {isLocked ? text.review.empty.noEvidenceToRead : text.review.empty.noEvidence}
            </p>
          ) : (
            <ul aria-live="polite" className="flex flex-col gap-1.5">
              {inReadingOrder(evidence).map((each) => (
                <EvidenceEntry
                  key={each.id}
                  evidence={each}
                  findings={findings}
                  onJump={() => attempt(() => showEvidenceQuote(each))}
                />
              ))}
            </ul>
          )}
        </section>
        {findings.length > 0 && (
          <section aria-label={words.findings(findings.length)} className="flex flex-col gap-2">
            {findings.map((finding) => (
              <InView key={finding.id} isWanted={finding.id === freshFindingId}>
                <FindingCard
                  finding={finding}
                  item={item}
                  change={(patch) => changeFinding(finding.id, patch)}
                  remove={() => removeFinding(finding.id)}
                  hasFocusAtFirst={finding.id === freshFindingId}
                />
              </InView>
            ))}
          </section>
        )}
      </div>
      <CardActions />
    </div>
  );
}

function CardActions() {
  const words = useText().review.card;
  return (
    <div className="flex flex-none gap-2 border-t border-line px-3.5 py-2">
      <Button tone="primary" keys="J" onPress={() => attempt(() => stepItem(1))}>
        {words.next}
      </Button>
      <Button keys="F" isWriting onPress={() => attempt(addFinding)}>
        {words.newFinding}
      </Button>
      <span className="flex-1" />
      <Button keys="H" onPress={() => setHistoryOpen(true)}>
        {words.history}
      </Button>
    </div>
  );
}

/** Brings what was just made into view. */
function InView({
  isWanted,
  children,
}: {
  readonly isWanted: boolean;
  readonly children: React.ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isWanted]);
  return <div ref={box}>{children}</div>;
}
