import { useEffect, useMemo } from 'react';
import type { Evidence } from '#shared/domain/review/assessment.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { hrefOf, navigate } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { placeText } from '../review/placeText.ts';
import { typedTexts } from '../typedText/typedTexts.ts';
import { FindingCard } from './FindingCard.tsx';
import {
  bySeverity,
  changeListed,
  openFindings,
  removeListed,
  useFindings,
  type ListedFinding,
} from './findingsStore.ts';
import { quoteLine } from '../review/quoteLine.ts';

/** Every finding of the project, gravest first, edited in place. */
export function FindingsPage({ projectId }: { readonly projectId: string }) {
  const text = useText();
  const findings = useFindings((state) => state.findings);
  const failure = useFindings((state) => state.failure);
  useEffect(() => {
    attempt(() => openFindings(projectId));
    return () => void typedTexts.flushAll();
  }, [projectId]);
  if (failure !== null && findings === null) {
    return (
      <div className="p-4">
        <Banner
          tone="error"
          actions={
            <Button size="small" onPress={() => attempt(() => openFindings(projectId))}>
              {text.common.retry}
            </Button>
          }
        >
          {errorText(failure, text)}
        </Banner>
      </div>
    );
  }
  if (findings === null) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  if (findings.length === 0) return <NoFindings projectId={projectId} />;
  return <Groups projectId={projectId} findings={findings} />;
}

function NoFindings({ projectId }: { readonly projectId: string }) {
  const words = useText().findings;
  if (useIsLocked()) return <EmptyState icon="flag" title={words.empty} />;
  return (
    <EmptyState
      icon="flag"
      title={words.empty}
      actions={
        <Button
          tone="primary"
          onPress={() => navigate({ page: 'project', projectId, tab: 'review', at: {} })}
        >
          {words.openReview}
        </Button>
      }
    >
      {words.emptyHow}
    </EmptyState>
  );
}

function Groups({
  projectId,
  findings,
}: {
  readonly projectId: string;
  readonly findings: readonly ListedFinding[];
}) {
  const text = useText();
  const groups = useMemo(() => bySeverity(findings), [findings]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-225 flex-col gap-4 px-6 py-4">
        <h2 className="text-lg">{text.findings.count(findings.length)}</h2>
        {groups.map((group) => (
          <section key={group.severity} className="flex flex-col gap-3">
            <h3 className="border-b border-line pb-1 text-xs text-ink-2">
              {text.findings.bySeverity(
                text.words.severities[group.severity],
                group.findings.length,
              )}
            </h3>
            {group.findings.map((finding) => (
              <Listed key={finding.id} projectId={projectId} finding={finding} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Listed({
  projectId,
  finding,
}: {
  readonly projectId: string;
  readonly finding: ListedFinding;
}) {
  const words = useText().findings;
  const item = useFindings((state) => state.items[finding.itemId]);
  return (
    <FindingCard
      finding={finding}
      change={(patch) => changeListed(finding.id, patch)}
      remove={() => removeListed(finding.id)}
      origin={
        item !== undefined && (
          <a
            href={hrefOf({
              page: 'project',
              projectId,
              tab: 'review',
              at: { item: finding.itemId },
            })}
            aria-label={words.openItem(item.number)}
            className="min-w-0 truncate rounded-sm px-1 text-xs text-indigo hover:underline"
          >
            {item.number} {item.title}
          </a>
        )
      }
    >
      <Quotes projectId={projectId} itemId={finding.itemId} evidence={finding.evidence} />
    </FindingCard>
  );
}

const edges = {
  supports: 'border-teal',
  contradicts: 'border-cinnabar',
  partial: 'border-amber',
} as const;

function Quotes({
  projectId,
  itemId,
  evidence,
}: {
  readonly projectId: string;
  readonly itemId: string;
  readonly evidence: readonly Evidence[];
}) {
  const text = useText();
  const words = text.findings;
  const isLocked = useIsLocked();
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs text-ink-2">{words.evidence(evidence.length)}</span>
      {evidence.length === 0 && (
        <p className="text-xs text-amber">{isLocked ? words.noEvidenceToRead : words.noEvidence}</p>
      )}
      <ul className="flex flex-col gap-1">
        {evidence.map((each) => (
          <li key={each.id} className={`border-l-3 pl-2 ${edges[each.stance]}`}>
            <a
              href={hrefOf({
                page: 'project',
                projectId,
                tab: 'review',
                at: { item: itemId, evidence: each.id },
              })}
              className="block rounded-sm text-ink no-underline hover:text-indigo"
            >
              <span className="line-clamp-3 font-text break-words">
                {text.review.evidence.quoted(quoteLine(each.anchor.quote))}
              </span>
              <span className="block text-2xs text-ink-3">
                {placeText(each, each.anchor.place, text)} · {text.words.stances[each.stance]}
              </span>
              {each.reading === 'lost' && (
                <span className="block text-2xs text-amber">{text.documents.reread.lost}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
