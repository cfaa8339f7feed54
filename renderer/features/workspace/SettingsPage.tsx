import { languages } from '#shared/i18n/catalogue.ts';
import { attempt } from '../../app/errorText.ts';
import { setLanguage, useLanguage, useText } from '../../app/language.ts';
import { setTheme, themes, useTheme } from '../../app/theme.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChangePassphraseForm } from './ChangePassphraseForm.tsx';
import { OcrSection } from './OcrSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { VerifySection } from './VerifySection.tsx';
import { WorkspaceFacts } from './WorkspaceFacts.tsx';
import { lockWorkspace, takeStatus, useWorkspace } from './workspaceStore.ts';

export function SettingsPage() {
  const text = useText();
  const words = text.workspace.settings;
  const status = useWorkspace((state) => state.status);
  if (!status) return null;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="mx-auto w-full max-w-200 px-6 py-6">
        <h1 className="mb-3 text-xl font-semibold">{words.title}</h1>
        <div className="rounded border border-line bg-paper px-6">
          <PersonSection
            key={`${status.person}\n${status.firm}`}
            person={status.person}
            firm={status.firm}
          />
          <AppearanceSection />
          <LockSection isEncrypted={status.isEncrypted} minutes={status.idleLockMinutes} />
          {status.isEncrypted && (
            <SettingsSection title={words.passphrase.title}>
              <ChangePassphraseForm />
            </SettingsSection>
          )}
          <OcrSection />
          <WorkspaceFacts />
          <VerifySection />
        </div>
      </div>
    </div>
  );
}

function AppearanceSection() {
  const text = useText();
  const words = text.workspace.settings.appearance;
  const language = useLanguage((state) => state.language);
  const theme = useTheme((state) => state.theme);
  return (
    <SettingsSection title={words.title}>
      <div className="flex flex-col gap-1">
        <span className="text-xs text-ink-2">{words.language}</span>
        <RadioSegments
          label={words.language}
          segments={languages.map((id) => ({ id, label: text.common.languages[id] }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-xs text-ink-2">{words.theme}</span>
        <RadioSegments
          label={words.theme}
          segments={themes.map((id) => ({ id, label: text.common.themes[id] }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
    </SettingsSection>
  );
}

const idleChoices = [5, 10, 15, 30, 60, 120, 240, 480];

function LockSection({ isEncrypted, minutes }: { isEncrypted: boolean; minutes: number }) {
  const text = useText();
  const words = text.workspace.settings.lock;
  const choices = [...new Set([...idleChoices, minutes])].sort((a, b) => a - b);
  const handleChange = (chosen: string) =>
    attempt(async () => {
      takeStatus(
        await client('workspace.setIdleLock', {
          commandId: newCommandId(),
          minutes: Number(chosen),
        }),
      );
    });
  return (
    <SettingsSection title={words.title}>
      {isEncrypted ? (
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <Select
              label={words.idle}
              options={choices.map((choice) => ({
                id: String(choice),
                label: words.minutes(choice),
              }))}
              value={String(minutes)}
              onChange={handleChange}
            />
          </div>
          <Button icon="lock" onPress={() => attempt(lockWorkspace)}>
            {words.now}
          </Button>
        </div>
      ) : (
        <p className="text-ink-2">{words.plain}</p>
      )}
    </SettingsSection>
  );
}
