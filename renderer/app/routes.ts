import { create } from 'zustand';
import {
  checklistHref,
  type ChecklistRoute,
  isChecklistRoute,
  parseChecklistRoute,
} from './checklistRoutes.ts';
import { exchangeHref, type ExchangeRoute, parseExchangeRoute } from './exchangeRoutes.ts';
import { isLawRoute, type LawRoute, lawHref, parseLawRoute } from './lawRoutes.ts';

export const projectTabs = ['overview', 'documents', 'review', 'findings', 'memo'] as const;
export type ProjectTab = (typeof projectTabs)[number];

export type Route =
  | { readonly page: 'projects' }
  | {
      readonly page: 'project';
      readonly projectId: string;
      readonly tab: ProjectTab;
      /** What is open inside the tab: `item`, `version`, `evidence`. */
      readonly at: Readonly<Record<string, string>>;
    }
  | ChecklistRoute
  | LawRoute
  | ExchangeRoute
  | { readonly page: 'settings' }
  | { readonly page: 'development' };

/** Reads a fragment; what cannot be read is the project list. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, first, second, third] = path.split('/').map(decodePart);
  if (page === 'project' && first) {
    const tab = projectTabs.find((name) => name === second) ?? 'overview';
    return { page, projectId: first, tab, at: Object.fromEntries(new URLSearchParams(query)) };
  }
  if (page === 'library') {
    const asked = new URLSearchParams(query);
    const parts = [first, second, third];
    return parseLawRoute(parts, asked) ?? parseChecklistRoute(parts, asked);
  }
  if (page === 'exchange') return parseExchangeRoute(first, new URLSearchParams(query));
  if (page === 'settings' || page === 'development') return { page };
  return { page: 'projects' };
}

/** The fragment of a route: a link's address. */
export function hrefOf(route: Route): string {
  if (isLawRoute(route)) return lawHref(route);
  if (isChecklistRoute(route)) return checklistHref(route);
  switch (route.page) {
    case 'projects':
      return '#/projects';
    case 'project': {
      const query = new URLSearchParams(route.at).toString();
      const path = `#/project/${encodeURIComponent(route.projectId)}/${route.tab}`;
      return query === '' ? path : `${path}?${query}`;
    }
    case 'exchange':
      return exchangeHref(route);
    case 'settings':
    case 'development':
      return `#/${route.page}`;
    default:
      return assertNever(route);
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return ''; // a broken escape: as if it were not there
  }
}

function assertNever(route: never): never {
  throw new Error(`no address for ${JSON.stringify(route)}`);
}

export const useRoute = create<{ readonly route: Route }>()(() => ({
  route: parseRoute(location.hash),
}));

/** Follows the address for the life of the page. */
export function followAddress(): void {
  window.addEventListener('hashchange', () => {
    useRoute.setState({ route: parseRoute(location.hash) });
  });
}

/** Goes there; `replace` leaves no step back. */
export function navigate(route: Route, options?: { replace?: boolean }): void {
  if (options?.replace) {
    history.replaceState(null, '', hrefOf(route));
    useRoute.setState({ route });
  } else {
    location.hash = hrefOf(route);
  }
}

/** The project that is open, if one is. */
export function openProjectId(): string | null {
  const { route } = useRoute.getState();
  return route.page === 'project' ? route.projectId : null;
}
