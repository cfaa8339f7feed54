/** A count with its noun in English: `1 page`, `2 pages`; `many` where adding an s does not do. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
