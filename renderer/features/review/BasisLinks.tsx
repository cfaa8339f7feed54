import type { Basis } from '#shared/domain/library/checklistItem.ts';
import { useText } from '../../app/language.ts';
import { CitationChip } from '../law/CitationChip.tsx';

/** The legal basis of an item; each shows its article and leads to it. */
export function BasisLinks({ basis }: { readonly basis: readonly Basis[] }) {
  const words = useText().review.basis;
  return (
    <ul className="flex flex-col items-start gap-1">
      {basis.map((each) => (
        <li key={`${each.code}/${each.cite}`} className="max-w-full">
          <CitationChip cited={each} facts={<BasisFacts basis={each} />} />
          {!each.verified && <span className="ml-1.5 text-2xs text-amber">{words.unverified}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the library says of a basis, beside the words of the law. */
export function BasisFacts({ basis }: { readonly basis: Basis }) {
  const words = useText().review.basis;
  const facts = [
    words.roles[basis.role],
    basis.verified ? words.verified : words.unverified,
    ...(basis.lawVersion === null ? [] : [words.version(basis.lawVersion)]),
    ...(basis.keyword === null ? [] : [words.keyword(basis.keyword)]),
  ];
  return (
    <div className="border-t border-line pt-1 text-xs text-ink-2">
      <p>{facts.join(' · ')}</p>
      {basis.reason !== null && <p>{basis.reason}</p>}
    </div>
  );
}
