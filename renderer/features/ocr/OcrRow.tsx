import { doubtfulConfidence } from '#shared/domain/recognition/recognition.ts';
import type {
  DocumentRecognition,
  RecognitionAction,
  RecognitionStatus,
} from '#shared/domain/recognition/recognitionStatus.ts';
import { attempt, failureText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { controlOcr } from './ocrStore.ts';

interface OcrRowProps {
  one: DocumentRecognition;
  current: RecognitionStatus['current'];
}

/** One document with scanned pages: how far it is, what could not be read, and what can be asked. */
export function OcrRow({ one, current }: OcrRowProps) {
  const text = useText();
  const words = text.ocr;
  const total = one.done + one.waiting + one.failures.length;
  const page = current?.versionId === one.versionId ? current.page : null;
  const state = one.waiting === 0 ? words.states.done : words.states[one.state ?? 'none'];
  const sure = one.confidence === null ? [] : [words.confidence(Math.round(one.confidence))];
  const isDoubtful = one.confidence !== null && one.confidence < doubtfulConfidence;
  const said = [page === null ? state : words.current(page), ...sure];
  return (
    <li className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-1">
      <span className="truncate" title={one.title}>
        {one.title}
      </span>
      <div className="flex min-w-0 items-center gap-3">
        <div className="w-28 flex-none">
          <ProgressBar
            label={words.progressOf(one.title)}
            isLabelHidden
            value={one.done + one.failures.length}
            total={total}
          />
        </div>
        <span className="truncate text-xs text-ink-2">
          {[words.counts(one.done, one.waiting, one.failures.length), ...said].join(' · ')}
          {isDoubtful && <span className="text-amber">{` · ${words.lowConfidence}`}</span>}
        </span>
      </div>
      <RowActions one={one} />
      {one.failures.length > 0 && (
        <ul className="col-span-3 text-xs text-cinnabar">
          {one.failures.map((failure) => (
            <li key={failure.page}>
              {words.failed(
                failure.page,
                failureText({ code: failure.code, params: { file: one.title } }, text),
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function RowActions({ one }: { one: DocumentRecognition }) {
  const words = useText().ocr;
  const ask = (action: RecognitionAction) => () => attempt(() => controlOcr(one.versionId, action));
  const isQueued = one.state === 'queued' && one.waiting > 0;
  return (
    <span className="flex justify-end gap-2">
      {isQueued && (
        <>
          <Button size="small" aria-label={words.pauseOf(one.title)} onPress={ask('pause')}>
            {words.pause}
          </Button>
          <Button size="small" aria-label={words.cancelOf(one.title)} onPress={ask('cancel')}>
            {words.cancel}
          </Button>
        </>
      )}
      {!isQueued && one.waiting > 0 && (
        <Button size="small" aria-label={words.runOf(one.title)} onPress={ask('run')}>
          {one.state === 'paused' ? words.resume : words.run}
        </Button>
      )}
      {one.waiting === 0 && one.failures.length > 0 && (
        <Button size="small" aria-label={words.runOf(one.title)} onPress={ask('run')}>
          {words.retry}
        </Button>
      )}
      {one.waiting === 0 && one.done > 0 && (
        <Button size="small" aria-label={words.againOf(one.title)} onPress={ask('again')}>
          {words.again}
        </Button>
      )}
    </span>
  );
}
