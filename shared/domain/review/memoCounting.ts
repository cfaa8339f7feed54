import { memoDocumentZh } from '../../i18n/messages/memoDocument.ts';
import type { MemoModel } from './memo.ts';
import type { Severity } from './verdict.ts';

const words = memoDocumentZh.conclusion;

/** What a memo counts before the lawyer concludes: items by verdict, findings by severity, and that counting decides nothing. */
export function memoCounting({ items, counts, undetermined, findings }: MemoModel): string {
  const of = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return [
    words.items(
      items.length,
      counts.met,
      counts.partial,
      counts['not-met'],
      counts['not-applicable'],
      counts['needs-material'],
      counts.unreviewed,
    ),
    undetermined === 0 ? '' : words.undetermined(undetermined),
    words.findings(findings.length, of('重大'), of('较大'), of('一般')),
    words.neutral,
  ].join('');
}
