const dragging = 'is-selecting-in-reader';

/** While a selection is dragged from a reader, nothing around it can be selected, so that the drag ends in the document. */
export function keepDragsInside(root: HTMLElement): () => void {
  const owner = new AbortController();
  const { signal } = owner;
  const { classList } = document.documentElement;
  const end = (): void => classList.remove(dragging);
  root.addEventListener('pointerdown', () => classList.add(dragging), { signal });
  document.addEventListener('pointerup', end, { signal });
  document.addEventListener('pointercancel', end, { signal });
  window.addEventListener('blur', end, { signal });
  return () => {
    owner.abort();
    end();
  };
}
