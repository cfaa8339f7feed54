import type { Evidence, Finding } from '#shared/domain/review/assessment.ts';
import { Stance } from '#shared/domain/review/verdict.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { undoing } from '../../app/undo.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/toasts.ts';
import { placeText } from './placeText.ts';
import { changeEvidence, removeEvidence } from './reviewCommands.ts';
import { quoteLine } from './quoteLine.ts';

type Props = {
  readonly evidence: Evidence;
  /** Findings of the same item it may be given to. */
  readonly findings: readonly Finding[];
  readonly onJump: () => void;
};

const edges: Readonly<Record<Stance, string>> = {
  supports: 'border-teal',
  contradicts: 'border-cinnabar',
  partial: 'border-amber',
};
const ofItem = 'item';

/** A quote with the side it is on and its place; pressing it shows it in the document. */
export function EvidenceEntry({ evidence, findings, onJump }: Props) {
  const text = useText();
  const language = useLanguage((state) => state.language);
  const words = text.review.evidence;
  const { anchor, stance } = evidence;
  const place = placeText(evidence, anchor.place, text);
  const handleRemove = (): void =>
    attempt(async () => {
      await removeEvidence(evidence.id);
      showToast({
        message: (text) => text.review.evidence.removed,
        action: undoing((text) => text.review.evidence.undo),
      });
    });
  return (
    <li className={`rounded-r border-l-3 bg-paper py-1 pr-1 pl-2 ${edges[stance]}`}>
      <button
        type="button"
        onClick={onJump}
        disabled={evidence.isDocumentRemoved}
        aria-label={words.jump(quoteLine(anchor.quote))}
        className="block w-full cursor-pointer rounded text-left disabled:cursor-default"
      >
        <span className="line-clamp-4 font-text break-words text-ink">
          {words.quoted(quoteLine(anchor.quote))}
        </span>
      </button>
      {evidence.recognition !== undefined && (
        <p className="flex items-center gap-1 text-2xs text-amber">
          <Icon name="warning" size={14} />
          {evidence.recognition === 'changed' ? text.ocr.changed : text.ocr.badgeNote}
        </p>
      )}
      {evidence.reading === 'lost' && (
        <p className="flex items-center gap-1 text-2xs text-amber">
          <Icon name="warning" size={14} />
          {text.documents.reread.lost}
        </p>
      )}
      <div className="flex items-center gap-1 text-2xs text-ink-3">
        <span
          className="min-w-0 flex-1 truncate"
          title={`${place} · ${words.by(evidence.by, formatMoment(language, evidence.at))}`}
        >
          {evidence.isDocumentRemoved ? words.documentRemoved(place) : place}
        </span>
        {findings.length > 1 && (
          <Select
            label={words.belongsTo}
            isLabelHidden
            isQuiet
            size="small"
            value={evidence.findingId ?? ofItem}
            options={[
              { id: ofItem, label: words.itself },
              ...findings.map((each) => ({ id: each.id, label: words.forFinding(each.number) })),
            ]}
            onChange={(id) =>
              attempt(() => changeEvidence(evidence.id, { findingId: id === ofItem ? null : id }))
            }
          />
        )}
        <Select
          label={words.stance}
          isLabelHidden
          isQuiet
          size="small"
          value={stance}
          options={Stance.options.map((each) => ({ id: each, label: text.words.stances[each] }))}
          onChange={(next) => attempt(() => changeEvidence(evidence.id, { stance: next }))}
        />
        <IconButton
          icon="trash"
          label={words.remove}
          tone="danger"
          isWriting
          onPress={handleRemove}
        />
      </div>
    </li>
  );
}
