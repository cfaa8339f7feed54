import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  title: ReactNode;
  /** Stands at the right of the title. */
  aside?: ReactNode;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** A part that can be folded away. */
export function Disclosure({ title, aside, isOpenAtFirst = false, children }: DisclosureProps) {
  return (
    <AriaDisclosure defaultExpanded={isOpenAtFirst} className="group">
      <Button
        slot="trigger"
        className="flex min-h-7 w-full cursor-default items-center gap-1.5 rounded text-left text-xs text-ink-2 data-hovered:text-ink"
      >
        <Icon
          name="chevronRight"
          size={12}
          className="transition-transform duration-100 group-data-expanded:rotate-90"
        />
        <span className="flex-1">{title}</span>
        {aside && <span className="text-ink-3">{aside}</span>}
      </Button>
      <DisclosurePanel>
        <div className="pt-1 pb-2 pl-4.5">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
