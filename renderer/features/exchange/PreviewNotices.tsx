import type { HandoffPreview } from '#shared/domain/handoff/handoffReport.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { GapLines } from './GapLines.tsx';

/** What deserves a look before a package is taken in: files, gaps, what this version does not know. */
export function PreviewNotices({ preview }: { preview: HandoffPreview }) {
  const text = useText();
  const words = text.exchange.receive;
  const { contents, unknown, gaps, parked, notices } = preview;
  const unknownChanges = unknown.reduce((sum, one) => sum + one.changes, 0);
  return (
    <>
      <p className="text-ink-2">{words.contents(contents.new, contents.identical)}</p>
      {preview.identical === preview.total && <Banner>{words.nothingNew}</Banner>}
      {contents.missing > 0 && (
        <Banner tone="warning">{words.contentsMissing(contents.missing)}</Banner>
      )}
      {gaps.length > 0 && (
        <Banner tone="warning" title={words.parked(parked)}>
          <GapLines gaps={gaps} />
        </Banner>
      )}
      {unknownChanges > 0 && (
        <Banner title={words.unknown(unknownChanges)}>
          <ul>
            {unknown.map(({ entity, field, changes }) => (
              <li key={`${entity} ${field}`}>{words.unknownField(entity, field, changes)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {notices.map(({ code, detail }) => (
        <Banner key={`${code} ${detail}`} tone="warning" title={text.handoff.notices[code]}>
          {detail}
        </Banner>
      ))}
    </>
  );
}
