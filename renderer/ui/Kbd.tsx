import { classNames } from './classNames.ts';

interface KbdProps {
  /** Keys joined by `+`: `Ctrl+K`, `J`, `?`. */
  keys: string;
  isOnAccent?: boolean;
}

/** Keys as they stand on the keyboard, shown where they act. */
export function Kbd({ keys, isOnAccent = false }: KbdProps) {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-0.5">
      {splitKeys(keys).map((key) => (
        <kbd
          key={key}
          className={classNames(
            'inline-block min-w-4 rounded-sm border border-b-2 px-1 py-px text-center font-ui text-2xs leading-3.5',
            isOnAccent
              ? 'border-current bg-transparent text-current opacity-85'
              : 'border-line-2 bg-paper text-ink-2',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

function splitKeys(keys: string): string[] {
  return keys === '+' ? ['+'] : keys.split('+').filter((key) => key !== '');
}
