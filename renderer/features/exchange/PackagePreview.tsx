import { useState } from 'react';
import type { ContactEntry, OpenedHandoff, Sender } from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { CountsTable } from './CountsTable.tsx';
import { DifferenceLines } from './DifferenceLines.tsx';
import { DisputeLines } from './DisputeLines.tsx';
import { FingerprintLines } from './FingerprintLines.tsx';
import { askTrust } from './peopleStore.ts';
import { addsUp, senderNow } from './previewCounts.ts';
import { PreviewNotices } from './PreviewNotices.tsx';
import { closePreview, importPackage, type Rule, useReceive } from './receiveStore.ts';
import { Section } from './Section.tsx';

interface PackagePreviewProps {
  preview: OpenedHandoff;
  contacts: readonly ContactEntry[];
}

const rules: readonly Rule[] = ['ask', 'mine', 'theirs', 'newer'];

/** Who sent it and what it would do; nothing is written before it is confirmed here. */
export function PackagePreview({ preview, contacts }: PackagePreviewProps) {
  const text = useText();
  const words = text.exchange.receive;
  const isImporting = useReceive((state) => state.job !== null);
  const chosen = useReceive((state) => Object.keys(state.choices).length);
  const left = preview.disputes.length - chosen;
  const [rule, setRule] = useState<Rule>('ask');
  const status = senderNow(preview.sender, contacts);
  const isTrusted = status === 'trusted' || status === 'own';
  const isSound = addsUp(preview);
  return (
    <>
      <Section title={words.from}>
        <SenderFacts preview={preview} />
        <SenderQuestion sender={preview.sender} status={status} />
      </Section>
      <Section
        title={words.projects}
        aside={<span className="text-ink-2">{words.sum(preview.total)}</span>}
      >
        <CountsTable projects={preview.projects} />
        {!isSound && <Banner tone="error">{words.mismatch}</Banner>}
        <PreviewNotices preview={preview} />
        <DifferenceLines preview={preview} />
      </Section>
      {preview.disputes.length > 0 && (
        <Section
          title={words.conflicts(preview.disputes.length)}
          aside={<span className="text-ink-2">{words.left(left)}</span>}
        >
          <DisputeLines disputes={preview.disputes} rule={rule} />
          <div className="flex flex-col gap-1 border-t border-line pt-3">
            <p aria-hidden="true" className="text-ink-3">
              {words.rule}
            </p>
            <div className="max-w-160">
              <RadioSegments
                label={words.rule}
                segments={rules.map((id) => ({ id, label: words.rules[id] }))}
                value={rule}
                onChange={setRule}
              />
            </div>
          </div>
          <p className="text-ink-2">{words.ruleNotes[rule]}</p>
        </Section>
      )}
      <div className="flex gap-2">
        <Button
          tone="primary"
          isDisabled={!isTrusted || !isSound || isImporting}
          onPress={() => attempt(() => importPackage(rule))}
        >
          {words.import}
        </Button>
        <Button isDisabled={isImporting} onPress={closePreview}>
          {words.close}
        </Button>
      </div>
    </>
  );
}

function SenderFacts({ preview }: { preview: OpenedHandoff }) {
  const text = useText();
  const words = text.exchange.receive;
  const language = useLanguage((state) => state.language);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold">{text.exchange.person(preview.sender.person)}</span>
        <span className="text-ink-2">
          {words.made} {formatMoment(language, preview.createdAt)}
        </span>
        <span className="text-ink-2">{preview.isEncrypted ? words.encrypted : words.plain}</span>
      </p>
      <FingerprintLines fingerprint={preview.sender.fingerprint} />
    </>
  );
}

function SenderQuestion({ sender, status }: { sender: Sender; status: Sender['status'] }) {
  const text = useText();
  const words = text.exchange.receive;
  const name = text.exchange.person(sender.person);
  if (status === 'trusted') return null;
  if (status === 'own') return <Banner>{words.ownTitle}</Banner>;
  return (
    <Banner
      tone="warning"
      title={status === 'revoked' ? words.revokedTitle(name) : words.unknownTitle(name)}
      actions={<Button onPress={() => askTrust({ ...sender, status })}>{words.verify}</Button>}
    >
      {words.unknownNote}
    </Banner>
  );
}
