import type { ReactNode } from 'react';
import type { Basis, Checklist, ChecklistItem } from '#shared/domain/checklistItem.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow, useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { showToast } from '../../ui/toasts.ts';

interface ItemDetailProps {
  item: ChecklistItem;
  checklist: Checklist;
}

/** Every word of an item, and which version of the list it stands in. */
export function ItemDetail({ item, checklist }: ItemDetailProps) {
  const text = useText();
  const words = text.projects.library;
  return (
    <article className="mx-auto flex max-w-180 flex-col gap-4 px-6 py-5">
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
        <Fact label={words.version} value={checklist.version} />
        <Fact label={words.effective} value={checklist.effectiveDate} />
        <Fact label={words.reviewed} value={checklist.reviewedOn} />
        <Fact label={words.hash} value={item.hash} canCopy />
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
      <span className="font-text text-md text-indigo">{basis.cite}</span>
      {basis.lawVersion !== null && (
        <span className="text-xs text-ink-3">{words.basisVersion(basis.lawVersion)}</span>
      )}
      {!basis.verified && <Tag tone="amber">{words.basisUnverified}</Tag>}
      {basis.reason !== null && <span className="text-xs text-ink-3">{basis.reason}</span>}
    </li>
  );
}

interface FactProps {
  label: string;
  value: string;
  canCopy?: boolean;
}

function Fact({ label, value, canCopy = false }: FactProps) {
  const words = useText().projects.library;
  const handleCopy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(value);
      showToast({ tone: 'success', message: textNow().common.copied });
    });
  return (
    <>
      <dt>{label}</dt>
      <dd className="flex min-h-6 items-center gap-1">
        <span className={canCopy ? 'min-w-0 truncate font-mono' : undefined}>{value}</span>
        {canCopy && <IconButton icon="copy" label={words.copyHash} onPress={handleCopy} />}
      </dd>
    </>
  );
}
