import type { HandoffImport } from '#shared/domain/handoff/handoffReport.ts';
import { exchangeHref } from '../../app/exchangeRoutes.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CountsTable } from './CountsTable.tsx';
import { summaryLines } from './previewCounts.ts';
import { closeSummary, readTexts, useReceive } from './receiveStore.ts';
import { Section } from './Section.tsx';

/** What an import did, to read and to copy. */
export function ImportSummary({ report }: { report: HandoffImport }) {
  const text = useText();
  const words = text.exchange.summary;
  const isTextLeft = useReceive((state) => state.isTextLeft);
  const lines = summaryLines(report, text);
  const handleCopy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(`${lines.join('\n')}\n`);
      showToast({ tone: 'success', message: ({ exchange }) => exchange.summary.copied });
    });
  return (
    <Section
      title={words.title}
      aside={<IconButton icon="close" label={words.close} onPress={closeSummary} />}
    >
      <ul role="status">
        {lines.map((line, index) => (
          <li key={line} className={index === 0 ? 'font-semibold' : 'break-all'}>
            {line}
          </li>
        ))}
      </ul>
      <CountsTable projects={report.projects} />
      <div className="flex items-center gap-2">
        <Button icon="copy" onPress={handleCopy}>
          {words.copy}
        </Button>
        {isTextLeft && (
          <Button onPress={() => attempt(readTexts)}>{text.exchange.receive.readNow}</Button>
        )}
        <a
          className="px-2 text-indigo"
          href={exchangeHref({ page: 'exchange', room: 'log', projectId: null })}
        >
          {text.exchange.rooms.log} · {text.exchange.log.undo}
        </a>
      </div>
    </Section>
  );
}
