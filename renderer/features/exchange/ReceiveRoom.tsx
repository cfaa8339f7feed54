import { type FormEvent, useState } from 'react';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Exchange } from './exchangeStore.ts';
import { ImportSummary } from './ImportSummary.tsx';
import { OpenConflicts } from './OpenConflicts.tsx';
import { PackagePreview } from './PackagePreview.tsx';
import { closePreview, openPackage, pickPackage, stopReading, useReceive } from './receiveStore.ts';
import { Section } from './Section.tsx';
import { WaitingParts } from './WaitingParts.tsx';

/** A package from the file to the records, and what is left to decide or to wait for. */
export function ReceiveRoom({ exchange }: { exchange: Exchange }) {
  const preview = useReceive((state) => state.preview);
  const imported = useReceive((state) => state.imported);
  const isAtWork = useReceive(
    ({ asking, failure, isOpening }) => asking !== null || failure !== null || isOpening,
  );
  // What is left to decide comes before the next package, but never between a person and the one they opened.
  const isOpenFirst = preview !== null || isAtWork;
  const open = preview ? (
    <PackagePreview key={preview.openId} preview={preview} contacts={exchange.contacts} />
  ) : (
    <OpenAPackage />
  );
  return (
    <>
      <RunningImport />
      {imported && <ImportSummary report={imported} />}
      {isOpenFirst && open}
      <OpenConflicts conflicts={exchange.conflicts} />
      <WaitingParts parts={exchange.waiting} />
      {!isOpenFirst && open}
    </>
  );
}

function RunningImport() {
  const words = useText().exchange.receive;
  const job = useReceive((state) => state.job);
  if (!job) return null;
  const isReading = job.total > 0;
  return (
    <div className="flex items-end gap-4">
      <div className="min-w-0 flex-1">
        <ProgressBar
          label={isReading ? words.readingText : words.importing}
          value={isReading ? job.done : null}
          total={job.total}
          {...(isReading && { valueText: words.running(job.done, job.total) })}
        />
      </div>
      {isReading && <Button onPress={stopReading}>{words.later}</Button>}
    </div>
  );
}

function OpenAPackage() {
  const text = useText();
  const words = text.exchange.receive;
  const { asking, failure, isOpening } = useReceive();
  return (
    <>
      {failure !== null && (
        <Banner
          tone="error"
          title={words.failed}
          actions={<Button onPress={closePreview}>{text.common.close}</Button>}
        >
          {errorText(failure, text)}
        </Banner>
      )}
      {asking ? (
        <PassphraseForm key={asking.source} {...asking} />
      ) : (
        <div className="rounded border border-line bg-paper">
          <EmptyState
            icon="drop"
            title={isOpening ? words.opening : text.exchange.commands.receive}
            actions={
              <Button tone="primary" icon="folder" isDisabled={isOpening} onPress={pickPackage}>
                {words.pick}
              </Button>
            }
          >
            {words.lead}
          </EmptyState>
        </div>
      )}
    </>
  );
}

interface PassphraseFormProps {
  source: string;
  hint: string;
  isWrong: boolean;
}

function PassphraseForm({ source, hint, isWrong }: PassphraseFormProps) {
  const text = useText();
  const words = text.exchange.receive;
  const isOpening = useReceive((state) => state.isOpening);
  const [passphrase, setPassphrase] = useState('');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && !isOpening) attempt(() => openPackage(source, passphrase));
  };
  return (
    <Section title={words.passphraseTitle}>
      <form className="flex max-w-120 flex-col gap-3" onSubmit={handleSubmit} noValidate>
        <p className="text-ink-2">
          {hint === '' ? words.passphraseNoHint : words.passphraseHint(hint)}
        </p>
        <TextField
          label={words.passphrase}
          type="password"
          autoComplete="off"
          autoFocus
          maxLength={1000}
          value={passphrase}
          onChange={setPassphrase}
          error={isWrong && !isOpening ? words.passphraseWrong : null}
        />
        <div className="flex gap-2">
          <Button type="submit" tone="primary" isDisabled={passphrase === '' || isOpening}>
            {isOpening ? words.opening : words.open}
          </Button>
          <Button onPress={closePreview}>{text.common.cancel}</Button>
        </div>
      </form>
    </Section>
  );
}
