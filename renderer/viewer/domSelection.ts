import type { TextPoint } from '#shared/domain/text/anchor.ts';
import { passageBetween, pointInRun, type Passage, type RenderedRun } from './passage.ts';

/** A passage with the box of its last line in the window, so that a button can stand beside it. */
export type SelectedPassage = Passage & { readonly box: DOMRect };

/** Elements that carry text of record say so by these attributes: part, start and end offset. */
export function markAsRun(element: HTMLElement, run: RenderedRun): void {
  element.dataset['part'] = String(run.part);
  element.dataset['start'] = String(run.start);
  element.dataset['end'] = String(run.end);
}

function runOf(element: HTMLElement): RenderedRun {
  const { part, start, end } = element.dataset;
  return { part: Number(part), start: Number(start), end: Number(end) };
}

/** What is selected inside `root`, in points of the version's text; null when nothing of it is. */
export function readSelection(
  root: HTMLElement,
  parts: readonly { readonly text: string }[],
): SelectedPassage | null {
  const selection = root.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const touched = runsWithin(root, range);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const passage = passageBetween(parts, startPoint(first, range), endPoint(last, range));
  return passage === null ? null : { ...passage, box: lastLineBox(range) };
}

function runsWithin(root: HTMLElement, range: Range): HTMLElement[] {
  const runs: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('[data-start]')) {
    if (range.intersectsNode(element)) runs.push(element);
    else if (runs.length > 0) break;
  }
  return runs;
}

function startPoint(element: HTMLElement, range: Range): TextPoint {
  const run = runOf(element);
  return element.contains(range.startContainer)
    ? pointInRun(run, unitsBefore(element, range.startContainer, range.startOffset))
    : pointInRun(run, 0);
}

function endPoint(element: HTMLElement, range: Range): TextPoint {
  const run = runOf(element);
  return element.contains(range.endContainer)
    ? pointInRun(run, unitsBefore(element, range.endContainer, range.endOffset))
    : { part: run.part, offset: run.end };
}

function unitsBefore(element: HTMLElement, node: Node, offset: number): number {
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * Selects a passage again after its elements were drawn anew. Nothing is done when an end of it is not drawn.
 */
export function selectPassage(root: HTMLElement, passage: Pick<Passage, 'start' | 'end'>): void {
  const start = placeOf(root, passage.start, 'after');
  const end = placeOf(root, passage.end, 'before');
  if (start === null || end === null) return;
  root.ownerDocument
    .getSelection()
    ?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** The text node at a point; where two runs meet, the one `after` the point or `before` it. */
function placeOf(
  root: HTMLElement,
  point: TextPoint,
  side: 'after' | 'before',
): { readonly node: Node; readonly offset: number } | null {
  for (const element of root.querySelectorAll<HTMLElement>(`[data-part="${point.part}"]`)) {
    const run = runOf(element);
    const isInside =
      side === 'after'
        ? point.offset >= run.start && point.offset < run.end
        : point.offset > run.start && point.offset <= run.end;
    const node = element.firstChild;
    if (isInside && node !== null) return { node, offset: point.offset - run.start };
  }
  return null;
}

function lastLineBox(range: Range): DOMRect {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  return boxes.at(-1) ?? range.getBoundingClientRect();
}
