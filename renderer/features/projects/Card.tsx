import type { ReactNode } from 'react';

interface CardProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A sheet of the overview. */
export function Card({ title, aside, children }: CardProps) {
  return (
    <section aria-label={title} className="rounded border border-line bg-paper">
      <div className="flex min-h-9 items-center justify-between gap-3 border-b border-line pr-2 pl-4">
        <h2 className="font-semibold">{title}</h2>
        <div className="flex items-center gap-2 text-xs text-ink-3">{aside}</div>
      </div>
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}
