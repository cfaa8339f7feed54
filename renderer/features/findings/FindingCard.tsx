import type { ReactNode } from 'react';
import type { Finding, PinnedCitation } from '#shared/domain/review/assessment.ts';
import type { Basis, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { FindingStatus, Severity } from '#shared/domain/review/verdict.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { undoing } from '../../app/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CitationChip } from '../law/CitationChip.tsx';
import { CitationField } from '../law/CitationField.tsx';
import { CurrentArticle } from '../law/CurrentArticle.tsx';
import { withRepinned } from '../law/pinning.ts';
import { SavedTextArea } from '../typedText/SavedTextArea.tsx';
import type { FindingPatch } from '../review/reviewCommands.ts';

type Props = {
  readonly finding: Finding;
  readonly change: (patch: FindingPatch) => Promise<void>;
  readonly remove: () => Promise<void>;
  /** The item it was made from, where that is at hand: its clause, and its basis to cite again. */
  readonly item?: Pick<ChecklistItem, 'clause' | 'basis'>;
  /** Beside the number: where it belongs. */
  readonly origin?: ReactNode;
  /** Under the text: the quotes that prove it. */
  readonly children?: ReactNode;
  readonly hasFocusAtFirst?: boolean;
};

const edges: Readonly<Record<Severity, string>> = {
  重大: 'border-t-cinnabar',
  较大: 'border-t-amber',
  一般: 'border-t-line-2',
};

/** A finding, edited in place and saved as it is typed. */
export function FindingCard(props: Props) {
  const { finding, change, remove, item, origin, children } = props;
  const text = useText();
  const words = text.findings;
  const key = (field: string): string => `finding/${finding.id}/${field}`;
  const handleRemove = (): void =>
    attempt(async () => {
      await remove();
      showToast({
        message: ({ findings }) => findings.removed(finding.number),
        action: undoing(({ findings }) => findings.undo),
      });
    });
  return (
    <article
      aria-label={words.named(finding.number)}
      className={`flex flex-col gap-2 rounded border border-t-2 border-line bg-paper px-2.5 py-2 ${edges[finding.severity]}`}
    >
      <div className="flex items-center gap-1">
        <span className="text-xs text-ink-3">{words.named(finding.number)}</span>
        {origin}
        <span className="flex-1" />
        <Select
          label={words.severity}
          isLabelHidden
          isQuiet
          size="small"
          value={finding.severity}
          options={Severity.options.map((id) => ({ id, label: text.words.severities[id] }))}
          onChange={(severity) => attempt(() => change({ severity }))}
        />
        <Select
          label={words.status}
          isLabelHidden
          isQuiet
          size="small"
          value={finding.status}
          options={FindingStatus.options.map((id) => ({
            id,
            label: text.words.findingStatuses[id],
          }))}
          onChange={(status) => attempt(() => change({ status }))}
        />
        <IconButton
          icon="trash"
          label={words.remove}
          tone="danger"
          isWriting
          onPress={handleRemove}
        />
      </div>
      <SavedTextArea
        fieldKey={key('problem')}
        label={words.problem}
        value={finding.problem}
        save={(problem) => change({ problem })}
        hasFocusAtFirst={props.hasFocusAtFirst ?? false}
      />
      <Citations citations={finding.citations} basis={item?.basis ?? []} change={change} />
      <SavedTextArea
        fieldKey={key('recommendation')}
        label={words.recommendation}
        value={finding.recommendation}
        save={(recommendation) => change({ recommendation })}
      />
      <SavedTextArea
        fieldKey={key('clause')}
        label={words.clause}
        aside={item !== undefined && item.clause === finding.clause ? words.fromItem : undefined}
        value={finding.clause}
        save={(clause) => change({ clause })}
      />
      {children}
    </article>
  );
}

function Citations({
  citations,
  basis,
  change,
}: {
  readonly citations: readonly PinnedCitation[];
  readonly basis: readonly Basis[];
  readonly change: Props['change'];
}) {
  const text = useText();
  const words = text.findings;
  const missing = basis.filter(
    (each) => !citations.some((citation) => citation.cite === each.cite),
  );
  const set = (next: readonly PinnedCitation[]): void =>
    attempt(() => change({ citations: [...next] }));
  return (
    <div className="flex flex-col">
      <span className="text-xs text-ink-2">{words.citations}</span>
      {citations.length === 0 && <p className="text-xs text-amber">{words.noCitations}</p>}
      <ul className="flex flex-col">
        {citations.map((citation) => (
          <li key={`${citation.code}/${citation.cite}`} className="flex items-start gap-1">
            <span className="min-w-0 flex-1 py-1">
              <CitationChip cited={citation} />
              {!citation.verified && (
                <span className="ml-1.5 text-2xs text-amber">{text.review.basis.unverified}</span>
              )}
              <CurrentArticle
                citation={citation}
                onAdopt={(next) => set(withRepinned(citations, citation, next))}
              />
            </span>
            <IconButton
              icon="close"
              isWriting
              label={words.removeCitation(citation.cite)}
              onPress={() => set(citations.filter((each) => each !== citation))}
            />
          </li>
        ))}
      </ul>
      <CitationField cited={citations} onAdd={(citation) => set([...citations, citation])} />
      {missing.length > 0 && (
        <div className="mt-1 flex flex-wrap gap-1">
          {missing.map(({ code, cite, lawVersion, verified }) => (
            <Button
              key={`${code}/${cite}`}
              size="small"
              tone="quiet"
              icon="add"
              isWriting
              onPress={() => set([...citations, { code, cite, lawVersion, verified }])}
            >
              {cite}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
