import { app, session, type WebContents } from 'electron';
import { isDeskUrl, scheme } from './origin.ts';

/** Schemes that a page may load from: the app itself and what it holds in memory. Everything else never leaves the machine. */
const localSchemes: ReadonlySet<string> = new Set([`${scheme}:`, 'blob:', 'data:', 'devtools:']);

/** Chromium's own background traffic, switched off before it starts; every host name is made unknown besides. */
export function silenceChromium(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** All a page may ask for: putting text on the clipboard when the person presses Copy. Reading it stays refused. */
const isGranted = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isDeskUrl(origin);

/** Refuses permissions, every request off the machine and every download that the page did not make itself. */
export function guardSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => {
    decide(isGranted(permission, requestingUrl));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    isGranted(permission, origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.webRequest.onBeforeRequest((details, decide) => {
    const isLocal = URL.canParse(details.url) && localSchemes.has(new URL(details.url).protocol);
    decide({ cancel: !isLocal });
  });
  defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${scheme}:`)) event.preventDefault();
  });
}

/** Keeps every page of the app where it is: no other origin, no new window, no webview. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isDeskUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
