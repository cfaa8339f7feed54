import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** Name of the closing button. */
  closeLabel: string;
  width?: 'narrow' | 'regular' | 'wide';
  /** Buttons of the last row, the main one last. */
  actions?: ReactNode;
  /** Off where a click beside the dialog must not lose what was typed. */
  isDismissable?: boolean;
  children: ReactNode;
}

const widths = { narrow: 'w-100', regular: 'w-135', wide: 'w-195' };

/** A question or a form above the desk. Escape closes it, the focus goes back to where it came from. */
export function Dialog({
  isOpen,
  onClose,
  title,
  closeLabel,
  width = 'regular',
  actions,
  isDismissable = true,
  children,
}: DialogProps) {
  return (
    <DialogOverlay isOpen={isOpen} onClose={onClose} isDismissable={isDismissable}>
      <AriaDialog
        className={classNames(
          'flex max-h-[85vh] max-w-[94vw] flex-col rounded-md border border-line-2 bg-panel shadow-overlay outline-none',
          widths[width],
        )}
      >
        <div className="flex h-11 flex-none items-center justify-between border-b border-line pr-2 pl-4">
          <Heading slot="title" className="text-md font-semibold">
            {title}
          </Heading>
          <IconButton icon="close" label={closeLabel} keys="Esc" onPress={onClose} />
        </div>
        <div className="min-h-0 flex-1 overflow-auto px-4 py-3">{children}</div>
        {actions && (
          <div className="flex flex-none justify-end gap-2 border-t border-line px-4 py-2.5">
            {actions}
          </div>
        )}
      </AriaDialog>
    </DialogOverlay>
  );
}

interface DialogOverlayProps {
  isOpen: boolean;
  onClose: () => void;
  isDismissable?: boolean;
  /** Near the upper edge, for what one types into at once. */
  isHigh?: boolean;
  children: ReactNode;
}

/** The dimmed desk under anything modal. */
export function DialogOverlay({
  isOpen,
  onClose,
  isDismissable = true,
  isHigh = false,
  children,
}: DialogOverlayProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={classNames(
        'fade-in fixed inset-0 z-50 flex justify-center bg-scrim',
        isHigh ? 'items-start pt-[12vh]' : 'items-center',
      )}
    >
      <Modal className="outline-none">{children}</Modal>
    </ModalOverlay>
  );
}
