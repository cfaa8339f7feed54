import { useEffect, useState } from 'react';
import type { WorkspaceInfo } from '#shared/contract/rooms/workspace.ts';
import { attempt } from '../../app/errorText.ts';
import { formatBytes, formatNumber } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** Where the data lives and how much there is. */
export function WorkspaceFacts() {
  const text = useText();
  const words = text.workspace.settings.workspace;
  const language = useLanguage((state) => state.language);
  const [info, setInfo] = useState<WorkspaceInfo | null>(null);
  useEffect(() => attempt(async () => setInfo(await client('workspace.info', {}))), []);
  if (!info) {
    return (
      <SettingsSection title={words.title}>
        <p className="text-ink-3">{text.common.loading}</p>
      </SettingsSection>
    );
  }
  const handleCopy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(info.folder);
      showToast({ tone: 'success', message: ({ common }) => common.copied });
    });
  const counts = Object.entries(words.counts) as [keyof WorkspaceInfo['counts'], string][]; // the catalogue names every count
  return (
    <SettingsSection title={words.title}>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-y-1.5">
        <Fact label={words.folder}>
          <span className="min-w-0 break-all">{info.folder}</span>
          <IconButton icon="copy" label={words.copyFolder} onPress={handleCopy} />
        </Fact>
        <Fact label={words.encryption}>{info.isEncrypted ? words.encrypted : words.plain}</Fact>
        <Fact label={words.size}>{formatBytes(language, info.sizeBytes)}</Fact>
        <Fact label={words.schema}>{info.schemaVersion}</Fact>
        <Fact label={words.device}>
          <span className="font-mono text-xs break-all">{info.deviceId}</span>
        </Fact>
      </dl>
      <dl className="grid grid-cols-4 gap-px overflow-hidden rounded border border-line bg-line">
        {counts.map(([key, label]) => (
          <div key={key} className="flex flex-col-reverse bg-paper px-3 py-2">
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="text-lg">{formatNumber(language, info.counts[key])}</dd>
          </div>
        ))}
      </dl>
    </SettingsSection>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="flex min-h-7 items-center gap-1">{children}</dd>
    </>
  );
}
