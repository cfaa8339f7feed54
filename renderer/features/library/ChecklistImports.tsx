import type { ChecklistImport } from '#shared/domain/library/checklistVersion.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { RunningJobs } from '../../ui/RunningJobs.tsx';
import { problemPlace, problemText } from '../checklists/problemText.ts';
import {
  acceptSigner,
  cancelChecklistImport,
  clearChecklistImports,
  rejectSigner,
  useChecklistImports,
} from './checklistImportStore.ts';

/** The import that is running, and what became of each file. */
export function ChecklistImports() {
  const text = useText();
  const words = text.checklists.imports;
  const { job, files, question } = useChecklistImports();
  return (
    <>
      <RunningJobs
        jobs={job === null ? [] : [job]}
        words={text.law.import}
        onCancel={cancelChecklistImport}
      />
      <AlertDialog
        isOpen={question !== null}
        title={words.askTitle}
        confirmLabel={words.accept}
        cancelLabel={words.reject}
        onCancel={rejectSigner}
        onConfirm={acceptSigner}
      >
        {question !== null && (
          <>
            <p className="font-semibold">{question.file}</p>
            <p className="my-1 break-all select-text">
              {words.signedBy(question.person, question.fingerprint)}
            </p>
          </>
        )}
        <p>{words.askHow}</p>
      </AlertDialog>
      {files.length > 0 && (
        <section
          aria-label={words.title}
          className="flex max-h-[45%] flex-none flex-col gap-2 overflow-y-auto border-b border-line bg-panel px-4 py-2"
        >
          <div className="flex items-center justify-between">
            <h2 className="text-xs font-normal text-ink-3">{words.title}</h2>
            <IconButton icon="close" label={words.clear} onPress={clearChecklistImports} />
          </div>
          {files.map((file, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same file may be imported twice
            <FileResult key={`${file.fileName}/${files.length - index}`} file={file} />
          ))}
        </section>
      )}
    </>
  );
}

function FileResult({ file }: { file: ChecklistImport }) {
  const text = useText();
  const words = text.checklists.imports;
  const { problems, drafts, versions, fileName, counts, signer } = file;
  if (problems.length > 0) {
    return (
      <Banner tone="error" title={words.refused(fileName)}>
        <p>{words.refusedHow(problems.length)}</p>
        <ul className="mt-1 flex flex-col gap-0.5">
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)} className="flex gap-3">
              <span className="w-60 flex-none text-ink-2">{problemPlace(problem, text)}</span>
              <span className="min-w-0 flex-1">{problemText(problem, text)}</span>
            </li>
          ))}
        </ul>
      </Banner>
    );
  }
  const said = words.counts(counts.same, counts.changed, counts.added, counts.removed);
  return (
    <Banner tone="success" title={titleOf(file, words)}>
      <p className="flex flex-wrap gap-x-4">
        {drafts.length > 0 && <span>{said}</span>}
        {signer !== null && <span>{words.signedBy(signer.person, signer.fingerprint)}</span>}
        {drafts.map((draftId) => (
          <a
            key={draftId}
            className="rounded-sm text-indigo hover:underline"
            href={hrefOf({ page: 'draft', draftId })}
          >
            {words.openDraft}
          </a>
        ))}
        {versions.length === 0 && drafts.length === 0 && <span>{said}</span>}
      </p>
    </Banner>
  );
}

function titleOf(
  { fileName, drafts, versions }: ChecklistImport,
  words: ReturnType<typeof useText>['checklists']['imports'],
): string {
  if (drafts.length > 0) return words.draftMade(fileName);
  return versions.length > 0
    ? words.versionsMade(fileName, versions.length)
    : words.identical(fileName);
}
