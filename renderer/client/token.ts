const storageKey = 'desk.token';

/**
 * The key to the loopback host: it arrives once in the fragment (`#token=…`), is kept for this tab, and is taken out of
 * the address so that it is neither seen nor copied with it.
 */
export function takeToken(location: Location, storage: Storage, history: History): string {
  const match = /(?:^#|[?&])token=([^&]+)/.exec(location.hash);
  const given = match?.[1];
  if (given === undefined) return storage.getItem(storageKey) ?? '';
  const token = decodeURIComponent(given);
  storage.setItem(storageKey, token);
  const rest = location.hash.startsWith('#/') ? (location.hash.split('?')[0] ?? '#/') : '#/';
  history.replaceState(null, '', rest);
  return token;
}
