import { useText } from '../../app/language.ts';
import { NavTabs } from '../../ui/NavTabs.tsx';

/** The two halves of the library. */
export function LibraryTabs({ current }: { current: 'checklists' | 'statutes' }) {
  const words = useText().law.tabs;
  return (
    <div className="flex h-10 flex-none items-center border-b border-line bg-panel px-2">
      <NavTabs
        label={words.label}
        current={current}
        tabs={[
          { id: 'checklists', label: words.checklists, href: '#/library' },
          { id: 'statutes', label: words.statutes, href: '#/library/statutes' },
        ]}
      />
    </div>
  );
}
