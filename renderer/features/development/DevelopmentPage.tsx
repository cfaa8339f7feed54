import { useText } from '../../app/language.ts';
import { ChoiceSpecimens } from './ChoiceSpecimens.tsx';
import { FieldSpecimens } from './FieldSpecimens.tsx';
import { ListSpecimens } from './ListSpecimens.tsx';
import { NoticeSpecimens } from './NoticeSpecimens.tsx';
import { SurfaceSpecimens } from './SurfaceSpecimens.tsx';

const shown = ['light', 'dark', 'contrast'] as const;

/** Every control of the kit in every state, in the three themes at once. */
export function DevelopmentPage() {
  const text = useText();
  const words = text.common.development;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="px-4 py-3">
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <p className="text-ink-2">{words.lead}</p>
      </div>
      <div className="grid grid-cols-3">
        {shown.map((theme) => (
          <div key={theme} data-theme={theme} className="min-w-0 bg-panel px-4 pb-6 text-ink">
            <h2 className="py-2 text-md font-semibold">{text.common.themes[theme]}</h2>
            <FieldSpecimens />
            <ChoiceSpecimens />
            <NoticeSpecimens />
            <ListSpecimens />
            <SurfaceSpecimens />
          </div>
        ))}
      </div>
    </div>
  );
}
