/**
 * Keeps a selection that is being dragged from jumping to the end of the page when the pointer crosses the space between
 * lines. A screen-filling element is moved right after the text under the pointer for the time of the drag; the idea is
 * pdf.js's (web/text_layer_builder). Chromium from 148 on needs no more than the element itself.
 */
export function guardDrags(root: HTMLElement): () => void {
  const owner = new AbortController();
  const options = { signal: owner.signal };
  let isDown = false;
  const rest = (): void => {
    isDown = false;
    for (const layer of root.querySelectorAll<HTMLElement>('.textLayer.selecting')) {
      layer.classList.remove('selecting');
      const end = endOf(layer);
      if (end === null) continue;
      end.removeAttribute('style');
      layer.append(end);
    }
  };
  root.addEventListener('pointerdown', () => (isDown = true), options);
  document.addEventListener('pointerup', rest, options);
  window.addEventListener('blur', rest, options);
  document.addEventListener('selectionchange', () => isDown && follow(root), options);
  return () => owner.abort();
}

function follow(root: HTMLElement): void {
  const selection = document.getSelection();
  const focus = selection?.focusNode ?? null;
  if (selection === null || focus === null || !root.contains(focus)) return;
  const run = focus instanceof HTMLElement ? focus : focus.parentElement;
  const layer = run?.closest<HTMLElement>('.textLayer') ?? null;
  if (run === null || layer === null || run.parentElement !== layer) return;
  const end = endOf(layer);
  if (end === null) return;
  layer.classList.add('selecting');
  end.style.width = '100%';
  end.style.height = '100%';
  end.style.userSelect = 'text';
  layer.insertBefore(end, isBackward(selection) ? run : run.nextSibling);
}

function isBackward(selection: Selection): boolean {
  const { anchorNode, focusNode } = selection;
  if (anchorNode === null || focusNode === null) return false;
  if (anchorNode === focusNode) return selection.focusOffset < selection.anchorOffset;
  return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function endOf(layer: HTMLElement): HTMLElement | null {
  return layer.querySelector<HTMLElement>('.endOfContent');
}
