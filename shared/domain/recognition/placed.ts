import type { PageText } from '../text/text.ts';
import { doubtfulConfidence } from './recognition.ts';
import type { RecognisedPage } from './recognisedPage.ts';

/** A page with recognised text in the place of its own, and flagged so. */
export function withRecognisedText(page: PageText, recognised: RecognisedPage): PageText {
  // Stretches of the old text name nothing in the new one.
  const { furniture: _, ...kept } = page;
  const flags = page.flags.filter((flag) => flag === 'truncated');
  const said = recognised.confidence < doubtfulConfidence ? (['doubtful'] as const) : [];
  return {
    ...kept,
    flags: [...flags, 'recognised' as const, ...said],
    text: recognised.text,
    runs: recognised.runs,
  };
}

/** Whether what was recognised of a page goes on standing although the page was read anew. */
export function standsRecognised(page: PageText, recognised: string): boolean {
  const hidden = ['no-text', 'unusable-text', 'page-failed'] as const;
  const isHidden = page.flags.some((flag) => hidden.some((one) => one === flag));
  // A stamp or a page number over a scan is text, and not the page's.
  return isHidden || page.text.trim().length * 2 < recognised.length;
}
