import { classNames } from './classNames.ts';

export interface NavTab {
  id: string;
  label: string;
  count?: number | undefined;
  href: string;
}

interface NavTabsProps {
  label: string;
  tabs: readonly NavTab[];
  current: string;
}

/** The rooms of one thing, as links: the address says where one is. */
export function NavTabs({ label, tabs, current }: NavTabsProps) {
  return (
    <nav aria-label={label} className="flex gap-0.5">
      {tabs.map((tab) => (
        <a
          key={tab.id}
          href={tab.href}
          aria-current={tab.id === current ? 'page' : undefined}
          className={classNames(
            'flex h-7.5 items-center gap-1 rounded px-2.5 whitespace-nowrap no-underline',
            tab.id === current
              ? 'bg-indigo-soft font-semibold text-indigo'
              : 'text-ink-2 hover:bg-hover hover:text-ink',
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span>{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
