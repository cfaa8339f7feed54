import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ReaderPlace } from '../reader.ts';

/** Begins at the block at which the lawyer left the document. */
export function useBeginning(
  scroller: RefObject<HTMLDivElement | null>,
  begin: ReaderPlace | null,
): void {
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    const target = scroller.current;
    if (target === null || hasBegun.current) return;
    hasBegun.current = true;
    if (begin === null) return;
    const block = target.querySelector(`[data-part="${begin.part}"]`)?.closest('.sheet-block');
    if (block === null || block === undefined) return;
    block.scrollIntoView({ block: 'start' });
    target.scrollBy({ top: begin.share * block.getBoundingClientRect().height });
  }, [scroller, begin]);
}

/** Tells which block stands at the top of the view, whenever scrolling rests for a frame. */
export function usePlace(
  scroller: RefObject<HTMLDivElement | null>,
  onPlace: (place: ReaderPlace) => void,
): void {
  useEffect(() => {
    const target = scroller.current;
    if (target === null) return undefined;
    let waiting = 0;
    const read = (): void => {
      const place = placeInView(target);
      if (place !== null) onPlace(place);
    };
    const readSoon = (): void => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(read);
    };
    target.addEventListener('scroll', readSoon, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      target.removeEventListener('scroll', readSoon);
    };
  }, [scroller, onPlace]);
}

function placeInView(scroller: HTMLElement): ReaderPlace | null {
  const view = scroller.getBoundingClientRect();
  const block = document
    .elementFromPoint(view.left + view.width / 2, view.top + 4)
    ?.closest<HTMLElement>('.sheet-block');
  const run = block?.querySelector<HTMLElement>('[data-part]') ?? null;
  if (block === null || block === undefined || run === null) return null;
  const box = block.getBoundingClientRect();
  return {
    part: Number(run.dataset['part']),
    share: (view.top - box.top) / Math.max(1, box.height),
  };
}
