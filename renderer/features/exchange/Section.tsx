import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled sheet of the hand-off's rooms. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section aria-label={title} className="rounded border border-line bg-paper">
      <div className="flex min-h-10 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
        <h2 className="text-md font-semibold">{title}</h2>
        {aside}
      </div>
      <div className="flex flex-col gap-3 px-4 py-3">{children}</div>
    </section>
  );
}
