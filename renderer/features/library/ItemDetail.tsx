import type { ReactNode } from 'react';
import type { Basis, ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { CitationChip } from '../law/CitationChip.tsx';
import { BasisFacts } from '../review/BasisLinks.tsx';
import { LibraryFact } from './LibraryFact.tsx';

/** Every word of an item, and the hash by which a change of any of them shows. */
export function ItemDetail({ item }: { item: ChecklistItem }) {
  const text = useText();
  const words = text.projects.library;
  return (
    <article className="mx-auto my-4 flex w-[94%] max-w-180 flex-col gap-4 bg-paper px-8 py-6 shadow-page">
      <header>
        <div className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
          <span>{item.number}</span>
          <Tag tone={item.severity === '重大' ? 'cinnabar' : 'neutral'}>
            {text.words.severities[item.severity]}
          </Tag>
          <Tag>{text.words.natures[item.nature]}</Tag>
          {item.needsConfirmation && <Tag tone="amber">{words.needsConfirmation}</Tag>}
        </div>
        <h1 className="mt-1 text-xl font-semibold">{item.question}</h1>
      </header>
      {item.confirmationNote !== null && <Banner tone="warning">{item.confirmationNote}</Banner>}
      <Part title={words.columns.basis}>
        <ul className="flex flex-col gap-1">
          {item.basis.map((basis) => (
            <BasisLine key={basis.cite} basis={basis} />
          ))}
        </ul>
      </Part>
      <Part title={words.obligation}>{item.obligation}</Part>
      <Part title={words.bearer}>{item.bearer}</Part>
      <Part title={words.lookFor}>{item.lookFor}</Part>
      <Part title={words.typicalFinding}>{item.typicalFinding}</Part>
      <Part title={words.recommendation}>{item.recommendation}</Part>
      <Part title={words.clause}>
        <span className="font-text text-md">{item.clause}</span>
      </Part>
      <Part title={words.penalty}>
        <p>{`${words.stateOrgan}：${item.penalty.stateOrgan}`}</p>
        <p>{`${words.enterprise}：${item.penalty.enterprise}`}</p>
      </Part>
      <Part title={words.docTypes}>
        {item.docTypes.map((code) => text.words.docTypes[code]).join(text.common.columnSeparator)}
      </Part>
      <Part title={words.when}>
        <span className="font-mono text-xs">{item.when}</span>
      </Part>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-y-0.5 border-t border-line pt-3 text-xs text-ink-3">
        <LibraryFact label={words.hash} value={item.hash} canCopy />
      </dl>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-0.5 text-xs font-normal text-ink-3">{title}</h2>
      <div className="whitespace-pre-line">{children}</div>
    </section>
  );
}

function BasisLine({ basis }: { basis: Basis }) {
  const words = useText().projects.library;
  return (
    <li className="flex flex-wrap items-baseline gap-2">
      <span className="font-text text-md">
        <CitationChip cited={basis} facts={<BasisFacts basis={basis} />} />
      </span>
      {basis.lawVersion !== null && (
        <span className="text-xs text-ink-3">{words.basisVersion(basis.lawVersion)}</span>
      )}
      {!basis.verified && <Tag tone="amber">{words.basisUnverified}</Tag>}
      {basis.reason !== null && <span className="text-xs text-ink-3">{basis.reason}</span>}
    </li>
  );
}
