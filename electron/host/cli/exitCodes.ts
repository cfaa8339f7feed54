import type { ErrorCode } from '#shared/contract/errors.ts';

/** 0 done · 1 done, and the answer is no · 2 wrong usage · 3 input refused · 4 workspace locked, busy or newer · 5 internal fault. */
export const exit = { done: 0, no: 1, usage: 2, refused: 3, workspace: 4, fault: 5 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

export function exitCodeOf(code: ErrorCode): ExitCode {
  switch (code) {
    case 'bad-input':
    case 'unknown-channel':
      return exit.usage;
    case 'workspace-locked':
    case 'workspace-busy':
    case 'workspace-newer':
    case 'wrong-passphrase':
    case 'wrong-recovery-key':
    case 'passphrase-missing':
      return exit.workspace;
    case 'internal':
    case 'library-invalid':
    case 'worker-crashed':
      return exit.fault;
    default:
      return exit.refused;
  }
}
