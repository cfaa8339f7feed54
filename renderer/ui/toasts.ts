import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** How long it stays; errors stay until closed. */
  readonly stayMs: number | null;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const maxToasts = 4;
const defaultStayMs = 6000;
let lastId = 0;

export const useToasts = create<ToastState>()(() => ({ toasts: [] }));

/** Shows a short notice; one with an action stays longer. Returns its id. */
export function showToast(toast: {
  tone?: Toast['tone'];
  message: string;
  action?: Toast['action'];
  stayMs?: number | null;
}): number {
  lastId += 1;
  const tone = toast.tone ?? 'info';
  const entry: Toast = {
    id: lastId,
    tone,
    message: toast.message,
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

/** Takes every notice away: when the workspace closes, none may go on naming what is in it. */
export function closeToasts(): void {
  useToasts.setState({ toasts: [] });
}

export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
