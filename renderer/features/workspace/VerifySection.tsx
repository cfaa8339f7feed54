import { useState } from 'react';
import type { VerifyReport } from '#shared/contract/rooms/workspace.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { client } from '../../client/client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Checks the workspace on request, and says what was found. */
export function VerifySection() {
  const text = useText();
  const words = text.workspace.settings.verify;
  const [report, setReport] = useState<VerifyReport | null>(null);
  const [isPending, setIsPending] = useState(false);
  const handleRun = () =>
    attempt(async () => {
      setIsPending(true);
      setReport(null);
      try {
        setReport(await client('workspace.verify', {}));
      } finally {
        setIsPending(false);
      }
    });
  return (
    <SettingsSection title={words.title}>
      <p className="text-ink-2">{words.hint}</p>
      <div>
        <Button onPress={handleRun} isPending={isPending}>
          {isPending ? words.running : words.run}
        </Button>
      </div>
      {report && <VerifyResult report={report} />}
    </SettingsSection>
  );
}

function VerifyResult({ report }: { report: VerifyReport }) {
  const text = useText();
  const words = text.workspace.settings.verify;
  if (report.ok)
    return (
      <>
        <Banner tone="success">{words.sound}</Banner>
        {report.notices?.map((one) => (
          <Banner key={one.project} tone="warning">
            {text.exchange.owner.unfinishedIn(one.project, text.exchange.person(one.person))}
          </Banner>
        ))}
      </>
    );
  return (
    <Banner tone="error" title={words.problems(report.problems.length)}>
      <ul className="mt-1 list-disc pl-5">
        {report.problems.map((problem) => (
          <li key={`${problem.part} ${problem.detail}`}>
            {`${words.parts[problem.part]} · ${problem.detail}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
