import { useEffect, useState } from 'react';
import type { RecognitionStatus } from '#shared/domain/recognition/recognitionStatus.ts';
import { attempt, failureText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { keepsFolders } from '../../client/client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { OcrRow } from './OcrRow.tsx';
import { chooseModel, controlOcr, followOcr, useOcr } from './ocrStore.ts';

const waitingIn = (status: RecognitionStatus): number =>
  status.documents.reduce((sum, one) => sum + one.waiting, 0);

/** Scanned pages of the project: what cannot be searched and what to do about it, or how far recognition is. */
export function OcrPanel({ projectId }: { projectId: string }) {
  const text = useText();
  const status = useOcr((state) => (state.projectId === projectId ? state.status.value : null));
  useEffect(() => attempt(() => followOcr(projectId)), [projectId]);
  if (status === null || status.documents.length === 0) return null;
  const waiting = waitingIn(status);
  if (status.model === null && waiting > 0) {
    return (
      <div className="flex-none border-b border-line bg-panel p-3">
        <Banner
          tone="warning"
          title={text.ocr.noModelTitle(waiting)}
          actions={
            <Button size="small" icon="folder" onPress={() => attempt(chooseModel)}>
              {keepsFolders ? text.ocr.chooseModel : text.ocr.chooseModelFile}
            </Button>
          }
        >
          {keepsFolders ? text.ocr.noModel : text.ocr.noModelFile}
        </Banner>
      </div>
    );
  }
  return <Queue status={status} waiting={waiting} />;
}

function Queue({ status, waiting }: { status: RecognitionStatus; waiting: number }) {
  const text = useText();
  const words = text.ocr;
  const [isOpen, setIsOpen] = useState(waiting > 0);
  const done = status.documents.reduce((sum, one) => sum + one.done, 0);
  const isQueued = status.documents.some((one) => one.state === 'queued' && one.waiting > 0);
  const said = [
    ...(waiting > 0 ? [words.summary(waiting)] : []),
    ...(done > 0 ? [words.summaryDone(done)] : []),
  ];
  return (
    <section aria-label={words.title} className="flex-none border-b border-line bg-panel">
      <div className="flex min-h-10 items-center gap-3 px-4">
        <Icon name="eye" size={14} className="text-ink-3" />
        <h2 className="font-semibold">{words.title}</h2>
        <span role="status" className="min-w-0 flex-1 truncate text-ink-2">
          {said.join(' · ')}
        </span>
        {waiting > 0 && (
          <Button
            size="small"
            onPress={() => attempt(() => controlOcr(null, isQueued ? 'pause' : 'run'))}
          >
            {isQueued ? words.pauseAll : words.runAll}
          </Button>
        )}
        <Button size="small" onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? words.hide : words.show}
        </Button>
      </div>
      {status.problem !== null && (
        <div className="px-4 pb-2">
          <Banner
            tone="error"
            title={words.problem}
            actions={
              <Button size="small" icon="folder" onPress={() => attempt(chooseModel)}>
                {keepsFolders ? words.chooseModel : words.chooseModelFile}
              </Button>
            }
          >
            {failureText(status.problem, text)}
          </Banner>
        </div>
      )}
      {isOpen && (
        <ul className="max-h-52 overflow-auto pb-2">
          {status.documents.map((one) => (
            <OcrRow key={one.versionId} one={one} current={status.current} />
          ))}
        </ul>
      )}
    </section>
  );
}
