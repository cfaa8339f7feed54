import { compareText } from '../text/compareText.ts';
import type { Finding } from './assessment.ts';
import type { MemoModel } from './memo.ts';
import { verdictOf, type MemoSource, type MemoSourceItem } from './memoSource.ts';

/** Instruments of the open findings and of the items that were decided; an item that does not apply cites nothing. */
export function citedInstruments(
  source: MemoSource,
  written: readonly MemoSourceItem[],
  findings: readonly Finding[],
): MemoModel['instruments'] {
  const decided = written.filter(
    (entry) => !['unreviewed', 'not-applicable'].includes(verdictOf(entry)),
  );
  const known = new Map(
    source.instruments.map((instrument) => [instrument.code, instrument.title]),
  );
  const titles = new Map(source.items.flatMap((e) => e.item.basis.map((b) => [b.code, b.law])));
  const cited = [
    ...findings.flatMap((finding) => finding.citations),
    ...decided.flatMap((entry) => entry.item.basis),
  ];
  const byVersion = new Map<string, MemoModel['instruments'][number] & { code: string }>();
  for (const { code, cite, lawVersion, verified } of cited) {
    const key = `${code}\n${lawVersion ?? ''}`;
    const before = byVersion.get(key);
    byVersion.set(key, {
      code,
      title: known.get(code) ?? titles.get(code) ?? cite,
      lawVersion,
      verified: verified || before?.verified === true,
    });
  }
  const order = [...known.keys()];
  const place = (code: string): number => (known.has(code) ? order.indexOf(code) : order.length);
  return [...byVersion.values()]
    .sort((a, b) => place(a.code) - place(b.code) || compareText(a.code, b.code))
    .map(({ title, lawVersion, verified }) => ({ title, lawVersion, verified }));
}
