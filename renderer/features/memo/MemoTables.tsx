import { Fragment } from 'react';
import type { MemoModel } from '#shared/domain/review/memo.ts';
import { memoDay } from '#shared/domain/review/memoDay.ts';
import { memoDocumentZh as words } from '#shared/i18n/messages/memoDocument.ts';
import { memoPlace } from '#shared/domain/review/memoPlace.ts';

/** What was read, the law it was read against, and the checklists used. */
export function MemoBasis({ model }: { readonly model: MemoModel }) {
  return (
    <>
      <h3>{words.headings.documents}</h3>
      <Documents documents={model.documents} />
      <h3>{words.headings.instruments}</h3>
      <Instruments instruments={model.instruments} checkedOn={model.lawCheckedOn} />
      <h3>{words.headings.checklists}</h3>
      <Checklists checklists={model.checklists} />
    </>
  );
}

function Head({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Documents({ documents }: { readonly documents: MemoModel['documents'] }) {
  const { columns } = words.documents;
  if (documents.length === 0) return <p>{words.documents.none}</p>;
  return (
    <table>
      <Head columns={columns} />
      <tbody>
        {documents.map((document, index) => (
          <Fragment key={`${document.sha256}/${document.title}`}>
            <tr>
              <td>{index + 1}</td>
              <td>{document.title}</td>
              <td>{document.type ?? words.documents.noType}</td>
              <td>{words.documents.version(document.versionNumber)}</td>
              <td>{document.pages ?? words.documents.noPages}</td>
              <td className="memo-hash">{document.sha256}</td>
            </tr>
            {document.unreadable.length > 0 && (
              <tr>
                <td colSpan={columns.length}>
                  {words.documents.unreadable(document.unreadable.join(words.comma))}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Instruments({
  instruments,
  checkedOn,
}: {
  readonly instruments: MemoModel['instruments'];
  readonly checkedOn: string | undefined;
}) {
  if (instruments.length === 0) return <p>{words.instruments.none}</p>;
  return (
    <>
      {checkedOn !== undefined && <p>{words.instruments.checkedOn(memoDay(checkedOn))}</p>}
      <ol className="memo-counted">
        {instruments.map(({ title, lawVersion, verified }) => (
          <li key={`${title}/${lawVersion ?? ''}`}>
            {/《|^[A-Za-z]/.test(title) ? title : `《${title}》`}
            {lawVersion !== null && words.instruments.version(memoDay(lawVersion))}
            {!verified && words.instruments.unverified}
          </li>
        ))}
      </ol>
    </>
  );
}

function Checklists({ checklists }: { readonly checklists: MemoModel['checklists'] }) {
  if (checklists.length === 0) return <p>{words.checklists.none}</p>;
  return (
    <table>
      <Head columns={words.checklists.columns} />
      <tbody>
        {checklists.map((checklist) => (
          <tr key={checklist.hash}>
            <td>{checklist.title}</td>
            <td>{checklist.version}</td>
            <td className="memo-hash">{checklist.hash}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every item with its verdict, the note and the places it rests on, by checklist. */
export function MemoItems({ items }: { readonly items: MemoModel['items'] }) {
  const { columns } = words.items;
  if (items.length === 0) return <p>{words.items.none}</p>;
  return (
    <table>
      <Head columns={columns} />
      <tbody>
        {items.map((item, index) => (
          <Fragment key={item.number}>
            {items[index - 1]?.checklistTitle !== item.checklistTitle && (
              <tr>
                <th colSpan={columns.length} scope="rowgroup">
                  {item.checklistTitle}
                </th>
              </tr>
            )}
            <ItemRow item={item} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({ item }: { readonly item: MemoModel['items'][number] }) {
  const places = [...new Set(item.quotes.map(memoPlace))].join(words.semicolon);
  return (
    <tr>
      <td>{item.number}</td>
      <td>
        {item.title}
        {item.needsConfirmation && words.items.unconfirmed}
      </td>
      <td>{words.items.verdicts[item.verdict]}</td>
      <td>
        {item.note}
        {places !== '' && <div>{words.items.places(places)}</div>}
      </td>
    </tr>
  );
}
