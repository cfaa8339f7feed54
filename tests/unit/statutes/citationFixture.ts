import { checkCitations } from '#shared/domain/law/citationCheck.ts';
import type { CitationContext } from '#shared/domain/law/citationContext.ts';
import { library, names } from './lawNamesFixture.ts';

/** The catalogue alone: what the app knows before any text is imported. */
export const bare: CitationContext = {
  names,
  instruments: library.instruments,
  renumbering: library.renumbering,
  held: [],
  day: '2026-11-23',
};

/** What is said of each citation of a text, a line each: quote, verdict, reason, what it is now. */
export function verdicts(text: string, context = bare, titles: readonly string[] = []): string[] {
  return checkCitations([{ text }], context, titles).map(
    ({ quote, status, reason, current }) =>
      `${quote} ${status}${reason === null ? '' : `:${reason}`}${current === null ? '' : ` → ${current}`}`,
  );
}
