import { useText } from '../../app/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type IconName, iconShapes } from '../../ui/iconShapes.ts';
import { Specimen } from './Specimen.tsx';

const surfaces = [
  'bg-desk',
  'bg-panel',
  'bg-paper',
  'bg-page',
  'bg-indigo',
  'bg-indigo-soft',
  'bg-cinnabar',
  'bg-cinnabar-soft',
  'bg-teal',
  'bg-teal-soft',
  'bg-amber',
  'bg-amber-soft',
] as const;

export function SurfaceSpecimens() {
  const words = useText().common.development;
  const names = Object.keys(iconShapes) as IconName[]; // keys of the sprite itself
  return (
    <>
      <Specimen title={words.sections.icons}>
        <div className="flex flex-wrap gap-3 text-ink-2">
          {names.map((name) => (
            <span key={name} title={name}>
              <Icon name={name} />
            </span>
          ))}
        </div>
      </Specimen>
      <Specimen title={words.sections.colours}>
        <div className="grid grid-cols-6 gap-1">
          {surfaces.map((surface) => (
            <span key={surface} title={surface} className={`h-7 border border-line ${surface}`} />
          ))}
        </div>
      </Specimen>
      <Specimen title={words.sections.type}>
        <p className="text-2xl font-semibold">{words.uiType}</p>
        <p className="text-xl">{words.uiType}</p>
        <p className="text-md">{words.uiType}</p>
        <p>{words.uiType}</p>
        <p className="text-xs text-ink-2">{words.uiType}</p>
        <p className="text-2xs text-ink-3">{words.uiType}</p>
        <p className="font-text text-md">{words.lawType}</p>
      </Specimen>
    </>
  );
}
