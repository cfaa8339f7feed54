import { useEffect, useState } from 'react';
import {
  keptInWorkspace,
  type RecognitionModel,
} from '#shared/domain/recognition/recognitionStatus.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { client, keepsFolders } from '../../client/client.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { chooseModel, forgetModel } from '../ocr/ocrStore.ts';
import { SettingsSection } from './SettingsSection.tsx';

const placeOf = ({ folder }: RecognitionModel, kept: string): string =>
  folder === keptInWorkspace ? kept : folder;

async function readModel(): Promise<RecognitionModel | null> {
  return (await client('ocr.status', { projectId: null })).model;
}

/** The folder with the model that recognises scanned pages. */
export function OcrSection() {
  const words = useText().ocr;
  const [model, setModel] = useState<RecognitionModel | null>(null);
  useEffect(() => attempt(async () => setModel(await readModel())), []);
  const choose = keepsFolders ? words.chooseModel : words.chooseModelFile;
  const handleChoose = () =>
    attempt(async () => {
      if (!(await chooseModel())) return;
      const chosen = await readModel();
      setModel(chosen);
      if (chosen)
        showToast({ tone: 'success', message: ({ ocr }) => ocr.modelChosen(chosen.name) });
    });
  const handleForget = () =>
    attempt(async () => {
      await forgetModel();
      setModel(null);
    });
  return (
    <SettingsSection title={words.settingsTitle}>
      <p className="text-ink-2">{words.settingsHint}</p>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-y-1.5">
        <dt className="text-ink-3">{words.settingsFolder}</dt>
        <dd className="min-w-0 break-all">
          {model === null ? words.noModelChosen : placeOf(model, words.keptInWorkspace)}
        </dd>
        {model !== null && (
          <>
            <dt className="text-ink-3">{words.settingsModel}</dt>
            <dd title={model.sha256}>{`${model.name} · ${model.sha256.slice(0, 8)}`}</dd>
          </>
        )}
      </dl>
      <div className="flex gap-2">
        <Button icon="folder" onPress={handleChoose}>
          {model === null ? choose : words.changeModel}
        </Button>
        {model !== null && <Button onPress={handleForget}>{words.forgetModel}</Button>}
      </div>
    </SettingsSection>
  );
}
