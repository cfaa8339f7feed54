import type { HandoffExport, HandoffLogEntry } from '#shared/domain/handoff/handoffReport.ts';
import { attempt } from '../../app/errorText.ts';
import { formatBytes } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { markSent } from './logStore.ts';
import { Section } from './Section.tsx';
import { discardPackage, savePackage, useSend } from './sendStore.ts';

interface BuiltPackageProps {
  built: HandoffExport;
  log: readonly HandoffLogEntry[];
}

/** What a package holds and how large it is, before it becomes a file. */
export function BuiltPackage({ built, log }: BuiltPackageProps) {
  const text = useText();
  const words = text.exchange.send;
  const language = useLanguage((state) => state.language);
  const isSaved = useSend((state) => state.bytes !== null);
  const entry = log.find((one) => one.packageId === built.packageId);
  const { changes, contents, contentBytes } = built.counts;
  const facts: readonly (readonly [string, string])[] = [
    [words.size, formatBytes(language, built.sizeBytes)],
    [words.projects, built.projects.map((project) => project.name).join(' · ')],
    [words.changes, words.changeCount(changes)],
    [words.contents, words.contentCount(contents, formatBytes(language, contentBytes))],
    [words.protectedAs, built.isEncrypted ? words.isEncrypted : words.isPlain],
    ...(built.newOwner === null
      ? []
      : [[words.newOwner, text.exchange.person(built.newOwner)] as const]),
    [words.sha256, built.sha256],
  ];
  return (
    <Section title={isSaved ? words.savedTitle : words.ready}>
      <p className="font-semibold break-all">{built.fileName}</p>
      <dl className="grid grid-cols-[11rem_minmax(0,1fr)] gap-y-1.5">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="break-all tabular-nums select-text">{value}</dd>
          </div>
        ))}
      </dl>
      {changes === 0 && <Banner>{words.nothingNew}</Banner>}
      {built.missingContents > 0 && (
        <Banner tone="warning">{words.missing(built.missingContents)}</Banner>
      )}
      {!isSaved && built.newOwner !== null && <p className="text-ink-2">{words.discardKeeps}</p>}
      {isSaved && entry?.sentAt === null && <p className="text-ink-2">{words.notSent}</p>}
      <div className="flex gap-2">
        <Button tone="primary" icon="save" autoFocus onPress={savePackage}>
          {words.save}
        </Button>
        {isSaved && entry?.sentAt === null && (
          <Button onPress={() => attempt(() => markSent(entry))}>{words.markSent}</Button>
        )}
        <Button onPress={discardPackage}>{isSaved ? text.common.close : words.discard}</Button>
      </div>
    </Section>
  );
}
