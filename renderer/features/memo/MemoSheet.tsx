import type { ReactNode } from 'react';
import type { MemoModel } from '#shared/domain/review/memo.ts';
import { memoCounting } from '#shared/domain/review/memoCounting.ts';
import { memoDay } from '#shared/domain/review/memoDay.ts';
import { memoDocumentZh as words } from '#shared/i18n/messages/memoDocument.ts';
import { MemoFindings } from './MemoFindings.tsx';
import { MemoBasis, MemoItems } from './MemoTables.tsx';
import './memo.css';

/**
 * The memo as a sheet of paper, in the order and the words of the .docx. It is a Chinese legal document whatever language
 * the screen speaks.
 */
export function MemoSheet({ model }: { readonly model: MemoModel }) {
  const { project, traits } = model;
  const [titleLine, titleEnd] = words.title(project.name);
  const listed = (labels: readonly string[]): string =>
    labels.length === 0 ? words.project.none : words.project.listed(labels.join(words.comma));
  const given = (value: string | null): string =>
    (value ?? '').trim() === '' ? words.project.notGiven : (value ?? '').trim();
  return (
    <article lang="zh-CN" className="memo-sheet">
      {model.isDraft && <p className="memo-draft">{words.draftHeader}</p>}
      <h1>
        {titleLine}
        <br />
        {titleEnd}
      </h1>
      <p className="memo-number">{model.isDraft ? words.draftLine : (model.number ?? '')}</p>
      <p className="is-flush">
        {project.client.trim() === '' ? words.noAddressee : words.addressee(project.client.trim())}
      </p>
      <p>
        {words.introduction(
          model.reviewer,
          project.name,
          project.type.trim(),
          words.round(project.round),
          model.documents.length,
        )}
      </p>
      <Part title={words.headings.basis}>
        <MemoBasis model={model} />
      </Part>
      <Part title={words.headings.project}>
        <p>
          {words.project.facts(
            project.name,
            given(project.type),
            project.due === null ? words.project.notGiven : memoDay(project.due),
          )}
        </p>
        <Labelled label={words.project.yes}>{listed(traits.yes)}</Labelled>
        <Labelled label={words.project.no}>{listed(traits.no)}</Labelled>
        <Labelled label={words.project.unknown}>{listed(traits.unknown)}</Labelled>
      </Part>
      <Part title={words.headings.conclusion}>
        <Conclusion model={model} />
      </Part>
      <Part title={words.headings.findings}>
        <MemoFindings findings={model.findings} />
      </Part>
      <Part title={words.headings.material}>
        <Material model={model} />
      </Part>
      <Part title={words.headings.items}>
        <MemoItems items={model.items} />
      </Part>
      <Part title={words.headings.reservations}>
        <ol className="memo-counted">
          {words.reservations.map((reservation) => (
            <li key={reservation}>{reservation}</li>
          ))}
        </ol>
      </Part>
      <Signature model={model} />
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="memo-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <p>
      <b>{label}</b>
      {children}
    </p>
  );
}

function Conclusion({ model }: { readonly model: MemoModel }) {
  const conclusion = model.conclusion?.trim() ?? '';
  return (
    <>
      <p>{memoCounting(model)}</p>
      {conclusion === '' ? (
        <>
          <p>{words.conclusion.toFill}</p>
          {words.conclusion.choices.map((choice) => (
            <p key={choice}>{choice}</p>
          ))}
          <p>{words.conclusion.remark}</p>
        </>
      ) : (
        <Labelled label={words.conclusion.lawyer}>{conclusion}</Labelled>
      )}
    </>
  );
}

function Material({ model }: { readonly model: MemoModel }) {
  const all = [
    ...model.items
      .filter((item) => item.verdict === 'needs-material')
      .map((item) => words.material.item(item.title, item.number, item.note.trim())),
    ...model.documents
      .filter((document) => document.unreadable.length > 0)
      .map((each) => words.material.readable(each.title, each.unreadable.join(words.comma))),
    ...(model.traits.unknown.length === 0
      ? []
      : [words.material.traits(model.traits.unknown.join(words.comma))]),
  ];
  if (all.length === 0) return <p>{words.material.none}</p>;
  return (
    <ol className="memo-counted">
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}

function Signature({ model }: { readonly model: MemoModel }) {
  const firm = model.firm?.trim() ?? '';
  return (
    <div className="memo-signature">
      <p>{firm === '' ? words.signature.noFirm : words.signature.firm(firm)}</p>
      <p>{words.signature.lawyer(model.reviewer)}</p>
      <p>{words.signature.licence}</p>
      <p>{memoDay(model.date)}</p>
    </div>
  );
}
