import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; label: string; content: ReactNode }[];
  selected?: Id;
  onSelect?: (id: Id) => void;
}

/** Panels of one thing, one shown at a time. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="flex min-h-0 flex-1 flex-col"
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key);
        if (chosen) onSelect?.(chosen.id);
      }}
    >
      <TabList aria-label={label} className="flex h-9 flex-none gap-1 border-b border-line px-2">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="flex cursor-default items-center px-2 text-ink-2 -outline-offset-2 data-hovered:text-ink data-selected:font-semibold data-selected:text-indigo data-selected:shadow-[inset_0_-2px_var(--indigo)]"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          className="min-h-0 flex-1 overflow-auto p-3 -outline-offset-2"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
