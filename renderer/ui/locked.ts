import { createContext, use } from 'react';

/**
 * Whether what is shown may only be read: every field below is locked, and every button and menu entry that says it writes is
 * off. Whoever locks says once, in sight, why.
 */
export const LockedContext = createContext(false);

export function useIsLocked(): boolean {
  return use(LockedContext);
}
