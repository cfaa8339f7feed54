import type { ReactNode } from 'react';
import { languages } from '#shared/i18n/catalogue.ts';
import { setLanguage, useLanguage, useText } from '../../app/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';

interface DeskSheetProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** One sheet of paper on an empty desk: what must be settled before work begins. */
export function DeskSheet({ title, lead, children }: DeskSheetProps) {
  const text = useText();
  return (
    <div className="flex h-full flex-col overflow-auto bg-desk">
      <header className="no-print flex h-11 flex-none items-center justify-between px-3.5">
        <span className="flex items-center gap-2 font-semibold text-ink-2">
          <Icon name="seal" className="text-indigo" />
          {text.words.appName}
        </span>
        <LanguageChoice />
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[3vh] pb-8">
        <div className="w-135 max-w-full bg-paper px-12 py-10 shadow-page print:shadow-none">
          <h1 className="text-2xl font-semibold">{title}</h1>
          {lead && <p className="mt-1 text-ink-2">{lead}</p>}
          <div className="mt-6 flex flex-col gap-4">{children}</div>
        </div>
      </main>
    </div>
  );
}

function LanguageChoice() {
  const text = useText();
  const language = useLanguage((state) => state.language);
  return (
    <RadioSegments
      label={text.workspace.settings.appearance.language}
      size="small"
      segments={languages.map((id) => ({ id, label: text.common.languages[id] }))}
      value={language}
      onChange={setLanguage}
    />
  );
}
