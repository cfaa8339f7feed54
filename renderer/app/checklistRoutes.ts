/** The rooms of checklists, under the library's address. */
export type ChecklistRoute =
  | {
      readonly page: 'library';
      readonly checklistId: string | null;
      /** The version to show; the current one without. */
      readonly version?: string;
      /** The item to open; its checklist is opened with it. */
      readonly item?: string;
    }
  | { readonly page: 'draft'; readonly draftId: string }
  | { readonly page: 'checklistComparison'; readonly fromId: string; readonly toId: string };

type Parts = readonly (string | undefined)[];

/** Reads what stands after `#/library/`, where it is no room of the law. */
export function parseChecklistRoute(parts: Parts, query: URLSearchParams): ChecklistRoute {
  const [room, first, second] = parts;
  if (room === 'draft' && first) return { page: 'draft', draftId: first };
  if (room === 'versions' && first && second)
    return { page: 'checklistComparison', fromId: first, toId: second };
  const [version, item] = [query.get('version'), query.get('item')];
  return {
    page: 'library',
    checklistId: room || null,
    ...(version !== null && { version }),
    ...(item !== null && { item }),
  };
}

export function checklistHref(route: ChecklistRoute): string {
  const path = (...parts: string[]): string =>
    ['#/library', ...parts.map(encodeURIComponent)].join('/');
  switch (route.page) {
    case 'library': {
      const { checklistId, version, item } = route;
      const query = new URLSearchParams({
        ...(version !== undefined && { version }),
        ...(item !== undefined && { item }),
      }).toString();
      return [path(...(checklistId === null ? [] : [checklistId])), query]
        .filter((part) => part !== '')
        .join('?');
    }
    case 'draft':
      return path('draft', route.draftId);
    case 'checklistComparison':
      return path('versions', route.fromId, route.toId);
    default:
      return assertNever(route);
  }
}

const checklistPages: readonly string[] = ['library', 'draft', 'checklistComparison'];

export function isChecklistRoute(route: { readonly page: string }): route is ChecklistRoute {
  return checklistPages.includes(route.page);
}

function assertNever(route: never): never {
  throw new Error(`no address for ${JSON.stringify(route)}`);
}
