/** Marks a string as SQL for editors and readers; parameters are always bound, never interpolated. */
export function sql(strings: TemplateStringsArray): string {
  return strings.join('');
}
