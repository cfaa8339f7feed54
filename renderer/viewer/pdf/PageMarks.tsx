import { useMemo } from 'react';
import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { badgesFor } from '../markBadge.ts';
import type { ReaderHint, ReaderMark } from '../reader.ts';
import { boxesOnPage, spreadBadges, type FractionBox } from './markBoxes.ts';

/** A quote to draw attention to for a moment; `turn` changes with every jump so that the same quote flashes again. */
export type Flash = { readonly boxes: readonly FractionBox[]; readonly turn: number };

type Props = {
  readonly page: number;
  readonly viewport: PageViewport;
  readonly marks: readonly ReaderMark[];
  readonly hints: readonly ReaderHint[];
  readonly flash: Flash | null;
  readonly height: number;
  readonly badgeLabel: (number: string) => string;
  readonly onBadge: (itemId: string) => void;
};

const percent = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;
const geometry = (box: FractionBox) => ({
  left: percent(box.left),
  top: percent(box.top),
  width: percent(box.width),
  height: percent(box.height),
});
/** Badge height with its gap, in CSS pixels. */
const badgeStep = 20;

/** Evidence on one page: boxes under the text layer, item numbers at the right edge over it. */
export function PageMarks({
  page,
  viewport,
  marks,
  hints,
  flash,
  height,
  badgeLabel,
  onBadge,
}: Props) {
  const placed = useMemo(
    () => marks.map((mark) => ({ mark, boxes: boxesOnPage(mark.anchor.rects, page, viewport) })),
    [marks, page, viewport],
  );
  const badges = badgesFor(
    placed.flatMap(({ mark, boxes }) =>
      boxes[0] === undefined ? [] : [{ mark, top: boxes[0].top * height }],
    ),
    badgeStep,
  );
  const tops = spreadBadges(
    badges.map((badge) => badge.top),
    badgeStep,
  );
  return (
    <>
      <div className="pdf-marks" aria-hidden="true">
        {placed.flatMap(({ mark, boxes }) =>
          boxes.map((box, index) => (
            <div
              key={`${mark.evidenceId}:${index}`}
              className="reader-mark"
              data-stance={mark.stance}
              data-current={mark.isCurrent}
              style={geometry(box)}
            />
          )),
        )}
        {hints.flatMap((hint) =>
          boxesOnPage(hint.anchor.rects, page, viewport).map((box, index) => (
            <div key={`${hint.id}:${index}`} className="reader-hint" style={geometry(box)} />
          )),
        )}
        {flash?.boxes.map((box, index) => (
          <div key={`${flash.turn}:${index}`} className="reader-flash" style={geometry(box)} />
        ))}
      </div>
      {badges.map((badge, index) => (
        <button
          key={`${badge.itemId}:${badge.top}`}
          type="button"
          className="reader-badge"
          data-stance={badge.stance}
          data-current={badge.isCurrent}
          style={{ top: tops[index] }}
          aria-label={badgeLabel(badge.number)}
          onClick={() => onBadge(badge.itemId)}
        >
          {badge.number}
        </button>
      ))}
    </>
  );
}
