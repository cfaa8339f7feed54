import type { ReactNode } from 'react';

interface SettingsSectionProps {
  title: string;
  children: ReactNode;
}

/** A heading at the left, what belongs to it at the right. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  return (
    <section
      aria-label={title}
      className="grid grid-cols-[10rem_minmax(0,1fr)] gap-6 border-t border-line py-5 first:border-t-0"
    >
      <h2 className="text-md font-semibold">{title}</h2>
      <div className="flex max-w-120 flex-col gap-3">{children}</div>
    </section>
  );
}
