import { Button } from 'react-aria-components';
import { useText } from '../../app/language.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { maxZoom, minZoom, zoomStep, type Zoom } from '../../viewer/reader.ts';

type Props = {
  readonly factor: number;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
};

const buttonClass =
  'inline-flex h-6 min-w-6 cursor-default items-center justify-center rounded-full text-xs text-ink-2 data-hovered:bg-hover data-hovered:text-ink data-disabled:opacity-40';

/** Smaller, larger, and back to the width of the column. */
export function ZoomControl({ factor, zoom, onZoom }: Props) {
  const words = useText().review.document;
  return (
    <div className="flex flex-none items-center rounded-full border border-line-2 bg-paper">
      <Tooltip text={words.zoomOut}>
        <Button
          aria-label={words.zoomOut}
          isDisabled={factor <= minZoom}
          onPress={() => onZoom(zoomStep(factor, -1))}
          className={buttonClass}
        >
          <Sign path="M3 8h10" />
        </Button>
      </Tooltip>
      <Tooltip text={words.fitWidth}>
        <Button
          aria-label={`${words.zoom(Math.round(factor * 100))} ${words.fitWidth}`}
          onPress={() => onZoom('fit')}
          className={`${buttonClass} w-10 ${zoom === 'fit' ? '' : 'text-indigo'}`}
        >
          {words.zoom(Math.round(factor * 100))}
        </Button>
      </Tooltip>
      <Tooltip text={words.zoomIn}>
        <Button
          aria-label={words.zoomIn}
          isDisabled={factor >= maxZoom}
          onPress={() => onZoom(zoomStep(factor, 1))}
          className={buttonClass}
        >
          <Sign path="M3 8h10M8 3v10" />
        </Button>
      </Tooltip>
    </div>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="0 0 16 16">
      <path d={path} stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
