export type QuoteState = 'same' | 'moved' | 'lost' | 'found';

/** How many quotes of a text that is read again stand, stand elsewhere, are lost, or are found once more. */
export function quoteCounts(line: {
  readonly quotes: readonly { readonly state: QuoteState }[];
}): Record<QuoteState, number> {
  const counts = { same: 0, moved: 0, lost: 0, found: 0 };
  for (const { state } of line.quotes) counts[state] += 1;
  return counts;
}
