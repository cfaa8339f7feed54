/** The one origin that the window ever shows. */
export const scheme = 'app';
export const deskHost = 'desk';
export const deskOrigin = `${scheme}://${deskHost}`;

/** Whether a URL is a page of the app itself, compared on its parsed parts: no prefix of a longer host passes. */
export function isDeskUrl(raw: string): boolean {
  if (!URL.canParse(raw)) return false;
  const url = new URL(raw);
  return url.protocol === `${scheme}:` && url.host === deskHost && url.username === '';
}
