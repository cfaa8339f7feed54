import type { ReactNode } from 'react';

interface SpecimenProps {
  title: string;
  children: ReactNode;
}

/** One kind of control in its states. */
export function Specimen({ title, children }: SpecimenProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 border-t border-line py-3">
      <h3 className="text-xs font-normal text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
