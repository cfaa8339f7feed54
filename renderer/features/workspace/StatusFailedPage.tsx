import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DeskSheet } from './DeskSheet.tsx';
import { loadStatus } from './workspaceStore.ts';

/** The workspace is there but cannot be opened: newer, damaged, in use, or the core does not answer. */
export function StatusFailedPage({ failure }: { failure: unknown }) {
  const text = useText();
  return (
    <DeskSheet title={text.workspace.statusFailed}>
      <Banner tone="error">{errorText(failure, text)}</Banner>
      <Button size="large" onPress={() => void loadStatus()}>
        {text.common.retry}
      </Button>
    </DeskSheet>
  );
}
