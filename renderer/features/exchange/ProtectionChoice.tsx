import type { ContactEntry } from '#shared/domain/handoff/handoffReport.ts';
import { exchangeHref } from '../../app/exchangeRoutes.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { passphraseMinLength } from '../workspace/passphraseStrength.ts';
import { Section } from './Section.tsx';
import { type DraftProblem, type SendDraft, withEntry } from './sendDraft.ts';

interface ProtectionChoiceProps {
  draft: SendDraft;
  contacts: readonly ContactEntry[];
  problem: DraftProblem | null;
  onChange: (part: Partial<SendDraft>) => void;
}

/** Who will be able to read the package. */
export function ProtectionChoice(props: ProtectionChoiceProps) {
  const words = useText().exchange.send;
  const { draft, onChange } = props;
  return (
    <Section title={words.protection}>
      <div className="max-w-120">
        <RadioSegments
          label={words.protection}
          segments={(['people', 'passphrase', 'none'] as const).map((id) => ({
            id,
            label: words.protections[id],
          }))}
          value={draft.protection}
          onChange={(protection) => onChange({ protection })}
        />
      </div>
      {draft.protection === 'people' && <Recipients {...props} />}
      {draft.protection === 'passphrase' && <PassphraseFields {...props} />}
      {draft.protection === 'none' && <Banner tone="warning">{words.plainNote}</Banner>}
    </Section>
  );
}

function Recipients({ draft, contacts, problem, onChange }: ProtectionChoiceProps) {
  const text = useText();
  const words = text.exchange.send;
  if (contacts.length === 0)
    return (
      <p className="text-ink-2">
        {words.noContacts}{' '}
        <a
          className="text-indigo"
          href={exchangeHref({ page: 'exchange', room: 'people', projectId: null })}
        >
          {words.toContacts}
        </a>
      </p>
    );
  return (
    <div role="group" aria-label={words.recipients} className="max-h-52 overflow-auto">
      {contacts.map((contact) => (
        <Checkbox
          key={contact.key}
          isSelected={draft.devices.includes(contact.device)}
          onChange={(isIn) => onChange({ devices: withEntry(draft.devices, contact.device, isIn) })}
        >
          {text.exchange.person(contact.person)}
          <span className="ml-2 font-mono text-xs text-ink-3">{contact.fingerprint.digits}</span>
        </Checkbox>
      ))}
      {problem === 'recipient' && (
        <p role="alert" className="text-cinnabar">
          {words.noRecipient}
        </p>
      )}
    </div>
  );
}

function PassphraseFields({ draft, problem, onChange }: ProtectionChoiceProps) {
  const text = useText();
  const words = text.exchange.send;
  const isShort = problem === 'passphrase';
  return (
    <div className="flex max-w-120 flex-col gap-3">
      <TextField
        label={words.passphrase}
        type="password"
        autoComplete="off"
        maxLength={1000}
        value={draft.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        description={words.passphraseNote}
        error={isShort ? text.workspace.firstRun.passphraseShort(passphraseMinLength) : null}
      />
      <TextField
        label={words.hint}
        maxLength={200}
        value={draft.hint}
        onChange={(hint) => onChange({ hint })}
        description={words.hintNote}
      />
    </div>
  );
}
