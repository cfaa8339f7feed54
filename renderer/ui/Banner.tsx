import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';

export type BannerTone = 'info' | 'warning' | 'error' | 'success';

interface BannerProps {
  tone?: BannerTone;
  title?: string;
  actions?: ReactNode;
  children?: ReactNode;
}

const tones = {
  info: { box: 'border-line-2 bg-panel', icon: 'text-indigo', name: 'info' },
  success: { box: 'border-teal bg-teal-soft', icon: 'text-teal', name: 'check' },
  warning: { box: 'border-amber bg-amber-soft', icon: 'text-amber', name: 'warning' },
  error: { box: 'border-cinnabar bg-cinnabar-soft', icon: 'text-cinnabar', name: 'error' },
} as const;

/** Says what happened where it matters, and what can be done. Errors are announced at once. */
export function Banner({ tone = 'info', title, actions, children }: BannerProps) {
  const look = tones[tone];
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2 rounded border px-3 py-2', look.box)}
    >
      <Icon name={look.name} className={classNames('mt-0.5', look.icon)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold text-ink">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 gap-2">{actions}</div>}
    </div>
  );
}
