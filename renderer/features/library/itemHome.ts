import { useEffect, useState } from 'react';
import { attempt } from '../../app/errorText.ts';
import { client } from '../../client/client.ts';

/** The checklist that an item belongs to; null until it is known, and where no item is asked for. */
export function useItemHome(itemId: string | null): string | null {
  const [home, setHome] = useState<string | null>(null);
  useEffect(() => {
    if (itemId === null) return;
    attempt(async () => setHome((await client('library.item', { itemId })).checklist));
  }, [itemId]);
  return itemId === null ? null : home;
}
