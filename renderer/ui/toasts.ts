import { create } from 'zustand';
import type { Messages } from '#shared/i18n/catalogue.ts';

/** Words put together when they are shown, so that they follow the language. */
type ToastWords = (text: Messages) => string;

export interface ToastAction {
  readonly label: ToastWords;
  readonly run: () => void;
  /** Whether it takes back or does again what was done last, and so means something else once more is written. */
  readonly isOfLastCommand?: true;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly message: ToastWords;
  readonly action?: ToastAction;
  /** The page it was shown on: the address up to its query. */
  readonly page: string;
  /** How long it stays; null, as for errors: on every page, until closed. */
  readonly stayMs: number | null;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const maxToasts = 4;
const defaultStayMs = 6000;
let lastId = 0;

export const useToasts = create<ToastState>()(() => ({ toasts: [] }));

/** Shows a short notice, which leaves after a while or with its page; one with an action stays longer. Returns its id. */
export function showToast(toast: {
  tone?: Toast['tone'];
  message: ToastWords;
  action?: Toast['action'];
  stayMs?: number | null;
}): number {
  lastId += 1;
  const tone = toast.tone ?? 'info';
  const entry: Toast = {
    id: lastId,
    tone,
    message: toast.message,
    page: pageOf(location.hash),
    ...(toast.action && { action: toast.action }),
    stayMs:
      toast.stayMs !== undefined
        ? toast.stayMs
        : tone === 'error'
          ? null
          : toast.action
            ? 2 * defaultStayMs
            : defaultStayMs,
  };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, entry].slice(-maxToasts) }));
  return entry.id;
}

/** Takes away what was said on another page than this address and does not wait to be closed. */
export function leaveToastsBehind(hash: string): void {
  const page = pageOf(hash);
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.filter((toast) => toast.stayMs === null || toast.page === page),
  }));
}

/** Once something else is written, no notice offers to take back what it tells of: it would take back the other. */
export function letGoOfLastCommand(): void {
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.map(({ action, ...toast }) =>
      action && !action.isOfLastCommand ? { ...toast, action } : toast,
    ),
  }));
}

function pageOf(hash: string): string {
  return hash.split('?')[0] ?? '';
}

/** Takes every notice away: when the workspace closes, none may go on naming what is in it. */
export function closeToasts(): void {
  useToasts.setState({ toasts: [] });
}

export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
