import { Fragment } from 'react';
import type { Fingerprint } from '#shared/domain/handoff/handoffReport.ts';
import { useText } from '../../app/language.ts';

/** A key as two people compare it, in figures and as it is read aloud. */
export function FingerprintLines({ fingerprint }: { fingerprint: Fingerprint }) {
  const words = useText().exchange.people;
  return (
    <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-y-1">
      <dt className="text-ink-3">{words.fingerprint}</dt>
      <dd className="font-mono tabular-nums select-text">
        <Groups text={fingerprint.digits} />
      </dd>
      <dt className="text-ink-3">{words.chinese}</dt>
      <dd lang="zh-CN" className="select-text">
        <Groups text={fingerprint.chinese} />
      </dd>
    </dl>
  );
}

/** A line may end between groups, never inside one. */
function Groups({ text }: { text: string }) {
  return text.split(' ').map((group, index) => (
    <Fragment key={index}>
      <span className="whitespace-nowrap">{group}</span>{' '}
    </Fragment>
  ));
}
