import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RereadLines } from './RereadLines.tsx';
import { closeReread, type RereadDialogState, replaceChosen, useReread } from './rereadStore.ts';

/** What reading again would change, before anything is replaced. */
export function RereadDialog() {
  const dialog = useReread((state) => state.dialog);
  const text = useText();
  const words = text.documents.reread;
  if (dialog === null) return null;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={closeReread}
      title={words.title}
      closeLabel={text.common.close}
      width="wide"
      actions={<Actions dialog={dialog} />}
    >
      {dialog.job === null ? (
        <Comparison dialog={dialog} />
      ) : (
        <div className="flex flex-col gap-3 py-2">
          <p role="status">{dialog.phase === 'comparing' ? words.comparing : words.replacing}</p>
          <ProgressBar
            label={dialog.job.label === '' ? words.title : dialog.job.label}
            value={dialog.job.total === 0 ? null : dialog.job.done}
            total={dialog.job.total}
            valueText={words.running(dialog.job.done, dialog.job.total)}
          />
        </div>
      )}
    </Dialog>
  );
}

function Actions({ dialog }: { dialog: RereadDialogState }) {
  const words = useText().documents.reread;
  if (dialog.job !== null) return <Button onPress={closeReread}>{words.cancel}</Button>;
  const canReplace = dialog.lines.some((line) => line.state === 'compared');
  return (
    <>
      <Button onPress={closeReread}>{canReplace ? words.cancel : words.close}</Button>
      {canReplace && (
        <Button tone="primary" isDisabled={dialog.chosen.size === 0} onPress={replaceChosen}>
          {words.replace(dialog.chosen.size)}
        </Button>
      )}
    </>
  );
}

function Comparison({ dialog }: { dialog: RereadDialogState }) {
  const words = useText().documents.reread;
  const failed = dialog.lines.filter((line) => line.state === 'failed').length;
  if (dialog.lines.length === 0) return <p>{words.nothing}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{words.explained}</p>
      {failed > 0 && (
        <p role="status" className="text-amber">
          {words.failedCount(failed)}
        </p>
      )}
      <RereadLines lines={dialog.lines} chosen={dialog.chosen} />
    </div>
  );
}
