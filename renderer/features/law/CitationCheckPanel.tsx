import { useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Anchor } from '#shared/domain/text/anchor.ts';
import type { CitationReport } from '#shared/domain/law/statuteReport.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Popover } from '../../ui/Popover.tsx';
import {
  isGone,
  saidOfCitation,
  suspects,
  useCitationChecks,
  wantCheck,
  type Checked,
} from './citationChecks.ts';

interface CitationCheckPanelProps {
  versionId: string;
  onJump: (anchor: Anchor) => void;
}

/** In the bar over a document: how many of its citations are worth a look, and each of them. */
export function CitationCheckPanel({ versionId, onJump }: CitationCheckPanelProps) {
  const text = useText();
  const words = text.law.check;
  const check = useCitationChecks((state) => state.checks[versionId]);
  useEffect(() => attempt(() => wantCheck(versionId)), [versionId]);
  if (!check) return null;
  const listed = check.value ? suspects(check.value) : [];
  return (
    <Popover
      label={words.label}
      trigger={
        <Button
          tone="quiet"
          size="small"
          icon={check.value && listed.length === 0 ? 'check' : 'quote'}
        >
          {words.button(listed.length)}
        </Button>
      }
    >
      <div className="flex w-100 flex-col gap-2">
        {check.value ? (
          <Report report={check.value} listed={listed} onJump={onJump} />
        ) : (
          <>
            <p className="font-semibold">{words.failed}</p>
            <p className="text-ink-2">{errorText(check.failure, text)}</p>
            <Button size="small" onPress={() => attempt(() => wantCheck(versionId))}>
              {text.common.retry}
            </Button>
          </>
        )}
      </div>
    </Popover>
  );
}

interface ReportProps {
  report: CitationReport;
  listed: readonly Checked[];
  onJump: (anchor: Anchor) => void;
}

function Report({ report, listed, onJump }: ReportProps) {
  const words = useText().law.check;
  const all = report.citations.length;
  const lead =
    all === 0
      ? words.none
      : listed.length === 0
        ? words.clear(all)
        : words.lead(listed.length, all);
  return (
    <>
      <p className="text-ink-2">{lead}</p>
      {listed.length > 0 && (
        <ul className="flex flex-col gap-1">
          {listed.map((citation) => (
            <li key={`${citation.part}/${citation.start}/${citation.end}/${citation.quote}`}>
              <Suspect citation={citation} onJump={onJump} />
            </li>
          ))}
        </ul>
      )}
      <p className="text-xs text-ink-3">{words.day(report.day, report.heldTexts)}</p>
    </>
  );
}

function Suspect({ citation, onJump }: { citation: Checked; onJump: (anchor: Anchor) => void }) {
  const text = useText();
  const words = text.law.check;
  const { anchor, quote, law, remark } = citation;
  const content = (
    <>
      <span className="flex items-start gap-2">
        <span lang="zh-CN" className="min-w-0 flex-1 font-text text-md break-words">
          {quote}
          {!quote.includes(law) && <span className="pl-1.5 text-xs text-ink-3">{law}</span>}
        </span>
        <Chip tone="suggest">
          {isGone(citation) ? words.gone : words.statuses[citation.status]}
        </Chip>
      </span>
      <span className="block text-xs text-ink-2">{saidOfCitation(citation, text)}</span>
      {remark !== null && <span className="block text-xs text-ink-3">{remark}</span>}
    </>
  );
  const frame = 'block w-full rounded border border-dotted border-suggest px-2 py-1 text-left';
  if (anchor === null) return <div className={frame}>{content}</div>;
  return (
    <AriaButton
      slot="close"
      aria-label={`${words.jump(quote)} ${saidOfCitation(citation, text)}`}
      className={`${frame} cursor-pointer data-hovered:bg-hover data-pressed:bg-indigo-soft`}
      onPress={() => onJump(anchor)}
    >
      {content}
    </AriaButton>
  );
}
