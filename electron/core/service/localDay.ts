/** The calendar day where the lawyer sits, YYYY-MM-DD: a memo written in the morning in China bears that morning's date. */
export function localDay(nowMs: number): string {
  const at = new Date(nowMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
