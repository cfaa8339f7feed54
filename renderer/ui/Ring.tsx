interface RingProps {
  /** Spoken name: "审查进度 58/94". */
  label: string;
  done: number;
  total: number;
  tone?: 'indigo' | 'teal';
}

const radius = 8;
const circumference = 2 * Math.PI * radius;

/** How much of a whole is done, at a glance; the figures stand beside it. */
export function Ring({ label, done, total, tone = 'indigo' }: RingProps) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <svg width="20" height="20" role="img" aria-label={label}>
      <circle cx="10" cy="10" r={radius} fill="none" stroke="var(--track)" strokeWidth="3" />
      {share > 0 && (
        <circle
          cx="10"
          cy="10"
          r={radius}
          fill="none"
          stroke={tone === 'teal' ? 'var(--teal)' : 'var(--indigo)'}
          strokeWidth="3"
          strokeDasharray={`${share * circumference} ${circumference}`}
          transform="rotate(-90 10 10)"
        />
      )}
    </svg>
  );
}
