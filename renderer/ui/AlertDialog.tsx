import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components';
import { Button } from './Button.tsx';
import { DialogOverlay } from './Dialog.tsx';

interface AlertDialogProps {
  isOpen: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  title: string;
  confirmLabel: string;
  cancelLabel: string;
  isDangerous?: boolean;
  isPending?: boolean;
  children: ReactNode;
}

/** Asks before something that is not undone by one key. The harmless answer has the focus. */
export function AlertDialog({
  isOpen,
  onCancel,
  onConfirm,
  title,
  confirmLabel,
  cancelLabel,
  isDangerous = false,
  isPending = false,
  children,
}: AlertDialogProps) {
  return (
    <DialogOverlay isOpen={isOpen} onClose={onCancel} isDismissable={false}>
      <AriaDialog
        role="alertdialog"
        className="flex w-100 max-w-[94vw] flex-col gap-2 rounded-md border border-line-2 bg-panel p-4 shadow-overlay outline-none"
      >
        <Heading slot="title" className="text-md font-semibold">
          {title}
        </Heading>
        <div className="text-ink-2">{children}</div>
        <div className="mt-2 flex justify-end gap-2">
          <Button onPress={onCancel} autoFocus>
            {cancelLabel}
          </Button>
          <Button
            tone={isDangerous ? 'danger' : 'primary'}
            onPress={onConfirm}
            isPending={isPending}
          >
            {confirmLabel}
          </Button>
        </div>
      </AriaDialog>
    </DialogOverlay>
  );
}
