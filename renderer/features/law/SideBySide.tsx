import { useMemo } from 'react';
import type { ComparedArticle } from '#shared/domain/law/statuteReport.ts';
import { useText } from '../../app/language.ts';
import { classNames } from '../../ui/classNames.ts';
import { diffText, type DiffPiece } from './textDiff.ts';
import './law.css';

interface SideBySideProps {
  change: Pick<ComparedArticle, 'oldText' | 'newText' | 'kind'>;
  /** What stands over each side. */
  older: string;
  newer: string;
  /** One above the other, where there is no room beside. */
  isStacked?: boolean;
}

/** The old words beside the new ones, with what was taken out and what was put in. */
export function SideBySide({ change, older, newer, isStacked = false }: SideBySideProps) {
  const words = useText().law.comparison;
  const { oldText, newText, kind } = change;
  const pieces = useMemo(
    () => (oldText === null || newText === null ? null : diffText(oldText, newText)),
    [oldText, newText],
  );
  const missing = (isAbsent: boolean): string => (isAbsent ? words.none : words.textMissing);
  return (
    <div className={classNames('law-diff grid', isStacked ? 'gap-1' : 'grid-cols-2 gap-4')}>
      <Side
        title={older}
        pieces={
          pieces?.flatMap(({ kind, older: said }) => (said === '' ? [] : { kind, said })) ??
          plain(oldText)
        }
        empty={missing(kind === 'new')}
      />
      <Side
        title={newer}
        pieces={
          pieces?.flatMap(({ kind, newer: said }) => (said === '' ? [] : { kind, said })) ??
          plain(newText)
        }
        empty={missing(kind === 'deleted')}
      />
    </div>
  );
}

interface SidePiece {
  readonly kind: DiffPiece['kind'];
  readonly said: string;
}

function plain(text: string | null): SidePiece[] {
  return text === null || text === '' ? [] : [{ kind: 'same', said: text }];
}

function Side({
  title,
  pieces,
  empty,
}: {
  title: string;
  pieces: readonly SidePiece[];
  empty: string;
}) {
  return (
    <div className="min-w-0">
      <h4 className="mb-0.5 text-xs font-normal text-ink-3">{title}</h4>
      {pieces.length === 0 ? (
        <p className="text-ink-3">{empty}</p>
      ) : (
        <p lang="zh-CN" className="font-text text-md leading-6.5 break-words whitespace-pre-line">
          {pieces.map(({ kind, said }, index) => {
            const key = `${index}${kind}`;
            if (kind === 'deleted') return <del key={key}>{said}</del>;
            if (kind === 'inserted') return <ins key={key}>{said}</ins>;
            return <span key={key}>{said}</span>;
          })}
        </p>
      )}
    </div>
  );
}
