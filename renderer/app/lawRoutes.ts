/** The rooms of the law, under the library's address. */
export type LawRoute =
  /** The catalogue; `law` is the code or version chosen in it. */
  | { readonly page: 'statutes'; readonly law: string | null }
  /** The text of a version; `article` as `23`, with a 之 number as `120-1`. */
  | { readonly page: 'statute'; readonly versionId: string; readonly article: string | null }
  | { readonly page: 'comparison'; readonly fromId: string; readonly toId: string }
  /** What new versions touch; `law` narrows it to one. */
  | { readonly page: 'impact'; readonly law: string | null };

type Parts = readonly (string | undefined)[];

/** Reads what stands after `#/library/`; null where it is a checklist. */
export function parseLawRoute(parts: Parts, query: URLSearchParams): LawRoute | null {
  const [room, first, second] = parts;
  if (room === 'statutes') return { page: 'statutes', law: query.get('law') };
  if (room === 'impact') return { page: 'impact', law: query.get('law') };
  if (room === 'statute' && first)
    return { page: 'statute', versionId: first, article: query.get('article') };
  if (room === 'comparison' && first && second)
    return { page: 'comparison', fromId: first, toId: second };
  return null;
}

export function lawHref(route: LawRoute): string {
  const path = (...parts: string[]): string =>
    ['#/library', ...parts.map(encodeURIComponent)].join('/');
  const asked = (name: string, value: string | null): string =>
    value === null ? '' : `?${new URLSearchParams({ [name]: value }).toString()}`;
  switch (route.page) {
    case 'statutes':
    case 'impact':
      return path(route.page) + asked('law', route.law);
    case 'statute':
      return path('statute', route.versionId) + asked('article', route.article);
    case 'comparison':
      return path('comparison', route.fromId, route.toId);
    default:
      return assertNever(route);
  }
}

const lawPages: readonly string[] = ['statutes', 'statute', 'comparison', 'impact'];

export function isLawRoute(route: { readonly page: string }): route is LawRoute {
  return lawPages.includes(route.page);
}

function assertNever(route: never): never {
  throw new Error(`no address for ${JSON.stringify(route)}`);
}
