import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';

interface EmptyStateProps {
  icon?: IconName;
  title: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** What stands where a list has nothing yet: why, and what to do. */
export function EmptyState({ icon = 'file', title, actions, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <Icon name={icon} size={32} className="text-line-2" />
      <p className="text-md font-semibold text-ink">{title}</p>
      {children && <div className="max-w-115 text-ink-2">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
