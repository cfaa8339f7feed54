import { useText } from '../../app/language.ts';
import { classNames } from '../../ui/classNames.ts';
import { TextField } from '../../ui/TextField.tsx';
import { passphraseMinLength, passphraseStrength, type Strength } from './passphraseStrength.ts';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

interface NewPassphraseFieldsProps {
  labels: readonly [first: string, again: string];
  value: NewPassphrase;
  onChange: (value: NewPassphrase) => void;
  /** Whether the person has tried to go on: only then is what is missing called wrong. */
  isChecked: boolean;
}

/** A passphrase chosen anew, typed twice, with a word on its strength. */
export function NewPassphraseFields({
  labels,
  value,
  onChange,
  isChecked,
}: NewPassphraseFieldsProps) {
  const text = useText();
  const words = text.workspace.firstRun;
  const { passphrase, again } = value;
  const isShort = [...passphrase].length < passphraseMinLength;
  const differs = passphrase !== again;
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <TextField
          label={labels[0]}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={(next) => onChange({ passphrase: next, again })}
          description={words.passphraseHint}
          error={isChecked && isShort ? words.passphraseShort(passphraseMinLength) : null}
        />
        {passphrase !== '' && <StrengthBar strength={passphraseStrength(passphrase)} />}
      </div>
      <TextField
        label={labels[1]}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(next) => onChange({ passphrase, again: next })}
        error={isChecked && differs ? words.passphraseDiffers : null}
      />
    </>
  );
}

export function isPassphraseReady({ passphrase, again }: NewPassphrase): boolean {
  return [...passphrase].length >= passphraseMinLength && passphrase === again;
}

const looks: Record<Strength, { steps: number; bar: string; text: string }> = {
  weak: { steps: 1, bar: 'bg-cinnabar', text: 'text-cinnabar' },
  fair: { steps: 2, bar: 'bg-amber', text: 'text-amber' },
  strong: { steps: 3, bar: 'bg-teal', text: 'text-teal' },
};

function StrengthBar({ strength }: { strength: Strength }) {
  const { strength: words } = useText().workspace;
  const look = looks[strength];
  const hints = { weak: words.weakHint, fair: words.fairHint, strong: words.strongHint };
  return (
    <p role="status" className="flex items-center gap-2 text-xs">
      <span aria-hidden="true" className="flex gap-0.5">
        {[1, 2, 3].map((step) => (
          <span
            key={step}
            className={classNames(
              'h-1 w-7 rounded-full',
              step <= look.steps ? look.bar : 'bg-track',
            )}
          />
        ))}
      </span>
      <span className={look.text}>
        <span className="sr-only">{words.label} </span>
        {words[strength]}
      </span>
      <span className="text-ink-3">{hints[strength]}</span>
    </p>
  );
}
