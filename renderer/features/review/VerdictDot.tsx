import type { Verdict } from '#shared/domain/review/verdict.ts';
import { useText } from '../../app/language.ts';

const colours: Readonly<Record<Verdict, string>> = {
  unreviewed: 'text-line-2',
  met: 'text-teal',
  partial: 'text-amber',
  'not-met': 'text-cinnabar',
  'not-applicable': 'text-ink-3',
  'needs-material': 'text-amber',
};

/** A verdict as a sign that is told by its shape as well as by its colour. */
export function VerdictDot({ verdict }: { readonly verdict: Verdict }) {
  const { verdicts } = useText().words;
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      role="img"
      aria-label={verdicts[verdict]}
      className={`shrink-0 ${colours[verdict]}`}
    >
      <Shape verdict={verdict} />
    </svg>
  );
}

function Shape({ verdict }: { readonly verdict: Verdict }) {
  const ring = (
    <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
  );
  const onFill = { fill: 'none', stroke: 'var(--paper)', strokeWidth: 1.4 } as const;
  switch (verdict) {
    case 'met':
      return (
        <>
          <circle cx="6" cy="6" r="5.5" fill="currentColor" />
          <path d="M3.6 6.2l1.7 1.7 3.1-3.5" {...onFill} />
        </>
      );
    case 'not-met':
      return (
        <>
          <rect x="0.75" y="0.75" width="10.5" height="10.5" rx="2" fill="currentColor" />
          <path d="M4 4l4 4M8 4l-4 4" {...onFill} />
        </>
      );
    case 'partial':
      return (
        <>
          {ring}
          <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />
        </>
      );
    case 'not-applicable':
      return (
        <>
          {ring}
          <path d="M3 9l6-6" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </>
      );
    case 'needs-material':
      return (
        <>
          {ring}
          <circle cx="6" cy="6" r="1.6" fill="currentColor" />
        </>
      );
    case 'unreviewed':
      return ring;
    default:
      return assertNever(verdict);
  }
}

function assertNever(verdict: never): never {
  throw new Error(`no sign for ${String(verdict)}`);
}
