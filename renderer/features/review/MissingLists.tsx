import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useReview } from './reviewStore.ts';

/** Checklists of the project that cannot be read, so that nobody takes the list below for the whole. */
export function MissingLists() {
  const words = useText().checklists.updates;
  const missing = useReview((state) => state.lists).filter(({ fault }) => fault !== null);
  if (missing.length === 0) return null;
  return (
    <div className="flex-none p-1.5">
      <Banner tone="warning" title={words.missing}>
        {missing.map(({ checklistId, version, fault }) => (
          <p key={checklistId}>
            {fault === 'item-taken'
              ? words.taken(checklistId, version)
              : words.missingHow(checklistId, version)}
          </p>
        ))}
      </Banner>
    </div>
  );
}
