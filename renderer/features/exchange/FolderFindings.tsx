import type {
  FolderPackage,
  FolderProblem,
  FolderStranger,
  SharedFolderStatus,
} from '#shared/domain/handoff/sharedFolder.ts';
import { attempt, failureText } from '../../app/errorText.ts';
import { formatMoment } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { FingerprintLines } from './FingerprintLines.tsx';
import { askTrust } from './peopleStore.ts';
import { Section } from './Section.tsx';
import { openWaiting } from './sharedFolderStore.ts';

/** What the last look found: packages to look at, questions, what was not taken, and what is only to be known. */
export function FolderFindings({ status }: { status: SharedFolderStatus }) {
  return (
    <>
      <WaitingPackages packages={status.waiting} />
      <Strangers strangers={status.strangers} />
      <Problems problems={status.problems} />
      <Remarks status={status} />
    </>
  );
}

const nameOf = (file: string): string => file.split('/').at(-1) ?? file;

function WaitingPackages({ packages }: { packages: readonly FolderPackage[] }) {
  const text = useText();
  const words = text.sharedFolder;
  if (packages.length === 0) return null;
  return (
    <Section title={words.waiting(packages.length)}>
      {packages.length > 1 && <p className="text-ink-2">{words.waitingNote}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {packages.map((one) => (
          <WaitingPackage key={one.file} waiting={one} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingPackage({ waiting }: { waiting: FolderPackage }) {
  const text = useText();
  const words = text.sharedFolder;
  const language = useLanguage((state) => state.language);
  const person = text.exchange.person(waiting.sender.person);
  const { total, new: fresh, changed, conflicts } = waiting;
  return (
    <li className="flex items-start gap-4 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-3">
          <span className="font-semibold">{person}</span>
          <span>{waiting.projects.map((project) => project.name).join(' · ')}</span>
          <span className="text-xs leading-5 text-ink-3 tabular-nums">
            {formatMoment(language, waiting.createdAt)}
          </span>
        </p>
        <p className="text-ink-2 tabular-nums">
          {words.packageLine(total, fresh, changed, conflicts)}
        </p>
        <p className="text-amber">
          {waiting.reasons.map((reason) => words.reasons[reason]).join(' · ')}
        </p>
        {waiting.notices.map((notice) => (
          <p key={`${notice.code} ${notice.detail}`} className="text-ink-2">
            {text.handoff.notices[notice.code]}
          </p>
        ))}
      </div>
      <Button
        size="small"
        icon="eye"
        aria-label={words.lookAt(person)}
        onPress={() => attempt(() => openWaiting(waiting.file))}
      >
        {words.look}
      </Button>
    </li>
  );
}

function Strangers({ strangers }: { strangers: readonly FolderStranger[] }) {
  const text = useText();
  const words = text.sharedFolder;
  if (strangers.length === 0) return null;
  return (
    <Section title={words.strangers(strangers.length)}>
      <p className="text-ink-2">{words.strangersNote}</p>
      <ul className="flex flex-col divide-y divide-line">
        {strangers.map(({ file, sender }) => (
          <li key={file} className="flex items-start gap-4 py-2 first:pt-0 last:pb-0">
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <p className="flex flex-wrap gap-x-3">
                <span className="font-semibold">{text.exchange.person(sender.person)}</span>
                <span className="text-ink-3">{nameOf(file)}</span>
              </p>
              <FingerprintLines fingerprint={sender.fingerprint} />
            </div>
            <Button
              size="small"
              icon="key"
              aria-label={words.compareWith(text.exchange.person(sender.person))}
              onPress={() => askTrust(sender)}
            >
              {words.compare}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Problems({ problems }: { problems: readonly FolderProblem[] }) {
  const text = useText();
  const words = text.sharedFolder;
  if (problems.length === 0) return null;
  return (
    <Section title={words.problems(problems.length)}>
      <ul className="flex flex-col divide-y divide-line">
        {problems.map(({ file, failure, tries }) => (
          <li key={file} className="py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-semibold break-all">{nameOf(file)}</span>
              {tries > 1 && <span className="text-ink-3">{words.tries(tries)}</span>}
            </p>
            <p className="text-ink-2">{failureText(failure, text)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What needs no doing, in one line each. */
function Remarks({ status }: { status: SharedFolderStatus }) {
  const words = useText().sharedFolder;
  const language = useLanguage((state) => state.language);
  const lines = [
    ...status.clocks.map(({ kind, person, createdAt }) =>
      words.clocks[kind](person, formatMoment(language, createdAt)),
    ),
    ...(status.arriving.length > 0 ? [words.arriving(status.arriving.length)] : []),
    ...(status.duplicates.length > 0 ? [words.duplicates(status.duplicates.length)] : []),
    ...(status.notForUs > 0 ? [words.notForUs(status.notForUs)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 px-4 text-ink-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
