export const exchangeRooms = ['send', 'receive', 'folder', 'people', 'log'] as const;
export type ExchangeRoom = (typeof exchangeRooms)[number];

/** The rooms of the hand-off; `projectId` is the project that is to be sent. */
export interface ExchangeRoute {
  readonly page: 'exchange';
  readonly room: ExchangeRoom;
  readonly projectId: string | null;
}

/** Reads what stands after `#/exchange`; an unknown room is the first. */
export function parseExchangeRoute(
  room: string | undefined,
  query: URLSearchParams,
): ExchangeRoute {
  return {
    page: 'exchange',
    room: exchangeRooms.find((name) => name === room) ?? 'send',
    projectId: query.get('project') || null,
  };
}

export function exchangeHref({ room, projectId }: ExchangeRoute): string {
  const path = `#/exchange/${room}`;
  return projectId === null
    ? path
    : `${path}?${new URLSearchParams({ project: projectId }).toString()}`;
}
