import { useEffect, useState } from 'react';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { closeToast, type Toast, useToasts } from './toasts.ts';

const looks = {
  info: { name: 'info', tone: 'text-indigo' },
  success: { name: 'check', tone: 'text-teal' },
  warning: { name: 'warning', tone: 'text-amber' },
  error: { name: 'error', tone: 'text-cinnabar' },
} as const;

/** Where notices appear: above the footer, out of the way of the document. */
export function ToastRegion({ text }: { text: Messages }) {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section
      aria-label={text.common.notices}
      aria-live="polite"
      className="pointer-events-none fixed bottom-9 left-1/2 z-60 flex -translate-x-1/2 flex-col items-center gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} text={text} />
      ))}
    </section>
  );
}

function ToastCard({ toast, text }: { toast: Toast; text: Messages }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (toast.stayMs === null || isHeld) return undefined;
    const timer = setTimeout(() => closeToast(toast.id), toast.stayMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  const look = looks[toast.tone];
  return (
    <div
      role={toast.tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="fade-in pointer-events-auto flex max-w-150 items-start gap-2 rounded-md border border-line-2 bg-paper py-1 pr-1 pl-3 shadow-overlay"
    >
      <Icon name={look.name} className={classNames('mt-1.5', look.tone)} />
      <p className="py-1">{toast.message(text)}</p>
      {toast.action && (
        <Button
          tone="quiet"
          size="regular"
          onPress={() => {
            toast.action?.run();
            closeToast(toast.id);
          }}
        >
          {toast.action.label(text)}
        </Button>
      )}
      <IconButton icon="close" label={text.common.close} onPress={() => closeToast(toast.id)} />
    </div>
  );
}
