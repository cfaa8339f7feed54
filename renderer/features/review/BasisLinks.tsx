import { Button } from 'react-aria-components';
import type { Basis } from '#shared/domain/checklistItem.ts';
import { useText } from '../../app/language.ts';
import { Popover } from '../../ui/Popover.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** The legal basis of an item; each opens what it was checked against. */
export function BasisLinks({ basis }: { readonly basis: readonly Basis[] }) {
  return (
    <ul className="flex flex-col items-start gap-1">
      {basis.map((each) => (
        <li key={`${each.code}/${each.cite}`} className="max-w-full">
          <BasisLink basis={each} />
        </li>
      ))}
    </ul>
  );
}

function BasisLink({ basis }: { readonly basis: Basis }) {
  const words = useText().review.basis;
  return (
    <Popover
      label={words.label(basis.cite)}
      trigger={
        <Button className="inline-flex max-w-full cursor-pointer items-baseline gap-1.5 rounded-sm text-left text-indigo outline-offset-1">
          <span className="min-w-0 border-b border-indigo data-hovered:border-indigo-strong">
            {basis.cite}
          </span>
          {!basis.verified && (
            <span className="shrink-0 text-2xs text-amber">{words.unverified}</span>
          )}
        </Button>
      }
    >
      <div className="flex max-w-80 flex-col gap-1.5">
        <p className="font-semibold">{basis.cite}</p>
        <div className="flex flex-wrap gap-1">
          <Tag>{words.roles[basis.role]}</Tag>
          <Tag tone={basis.verified ? 'teal' : 'amber'}>
            {basis.verified ? words.verified : words.unverified}
          </Tag>
        </div>
        <p className="text-xs text-ink-2">
          {basis.lawVersion === null ? words.textNotHeld : words.version(basis.lawVersion)}
        </p>
        {basis.keyword !== null && (
          <p className="text-xs text-ink-2">{words.keyword(basis.keyword)}</p>
        )}
        {basis.reason !== null && <p className="text-xs text-ink-2">{basis.reason}</p>}
      </div>
    </Popover>
  );
}
