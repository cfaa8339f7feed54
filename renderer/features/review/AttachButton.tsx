import { useEffect, useRef, useState, type ReactNode } from 'react';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { attachSelection } from './attachSelection.ts';
import { useReview } from './reviewStore.ts';

type Props = { readonly versionId: string; readonly children: ReactNode };

/** Where the button stands, in CSS pixels inside the column. */
type Spot = { readonly left: number; readonly top: number };

const buttonWidthPx = 124;
const buttonHeightPx = 30;

/** Offers to attach the selected text right where it was selected. It never takes the focus, so the selection stays. */
export function AttachButton({ versionId, children }: Props) {
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const spot = useSpot(frame, versionId);
  const hasItem = useReview((state) => state.itemId !== null);
  const isLocked = useIsLocked();
  return (
    <div ref={frame} className="relative flex min-h-0 flex-1 flex-col">
      {children}
      {spot !== null && hasItem && !isLocked && (
        <button
          type="button"
          tabIndex={-1}
          style={spot}
          // Pressing must not move the selection; the click still arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => attempt(attachSelection)}
          className="fade-in absolute z-10 flex h-7.5 cursor-default items-center gap-1.5 rounded border border-line-2 bg-paper px-2.5 text-ink shadow-overlay select-none hover:border-indigo hover:text-indigo"
        >
          <Icon name="quote" size={14} />
          {text.review.evidence.attach}
          <Kbd keys="E" />
        </button>
      )}
    </div>
  );
}

function useSpot(frame: React.RefObject<HTMLDivElement | null>, versionId: string): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const target = frame.current;
    if (target === null) return undefined;
    const owner = new AbortController();
    const { signal } = owner;
    let isDown = false;
    let waiting = 0;
    const read = (): void => setSpot(isDown ? null : spotFor(target, versionId));
    const readSoon = (): void => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(read);
    };
    target.addEventListener('pointerdown', () => ((isDown = true), readSoon()), { signal });
    document.addEventListener('pointerup', () => ((isDown = false), readSoon()), { signal });
    document.addEventListener('selectionchange', readSoon, { signal });
    target.addEventListener('scroll', readSoon, { signal, capture: true, passive: true });
    return () => {
      owner.abort();
      cancelAnimationFrame(waiting);
    };
  }, [frame, versionId]);
  return spot;
}

function spotFor(frame: HTMLElement, versionId: string): Spot | null {
  const { reader } = useReview.getState();
  const passage = reader?.versionId === versionId ? reader.handle.selection() : null;
  if (passage === null) return null;
  const bounds = frame.getBoundingClientRect();
  const left = passage.box.right - bounds.left + 4;
  const top = passage.box.bottom - bounds.top + 4;
  if (top < 0 || top > bounds.height) return null;
  return {
    left: Math.max(4, Math.min(left, bounds.width - buttonWidthPx - 20)),
    top: Math.max(4, Math.min(top, bounds.height - buttonHeightPx - 8)),
  };
}
