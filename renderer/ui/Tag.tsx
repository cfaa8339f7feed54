import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

interface TagProps {
  children: ReactNode;
  tone?: 'cinnabar' | 'amber' | 'teal' | 'indigo' | 'neutral';
}

const tones = {
  cinnabar: 'border-cinnabar text-cinnabar',
  amber: 'border-amber text-amber',
  teal: 'border-teal text-teal',
  indigo: 'border-indigo text-indigo',
  neutral: 'border-line-2 text-ink-2',
};

/** A stamped word: a severity, a state. */
export function Tag({ children, tone = 'neutral' }: TagProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 shrink-0 items-center rounded-sm border px-1.5 text-xs whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
