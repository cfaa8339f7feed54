import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export const inputClass =
  'w-full rounded border border-line-2 bg-paper px-2 text-ink outline-none data-hovered:border-ink-3 data-focused:border-indigo data-focus-visible:outline-2 data-focus-visible:outline-offset-0 data-focus-visible:outline-focus data-invalid:border-cinnabar data-disabled:opacity-50 read-only:border-line read-only:bg-desk data-hovered:read-only:border-line';

interface FieldLabelProps {
  label: string;
  /** Stands at the right of the label: a count, a hint on keys. */
  aside?: ReactNode;
  isHidden?: boolean;
}

export function FieldLabel({ label, aside, isHidden = false }: FieldLabelProps) {
  if (isHidden) return null;
  return (
    <span className="flex items-baseline justify-between gap-2 text-xs text-ink-2">
      <Label>{label}</Label>
      {aside && <span className="text-ink-3">{aside}</span>}
    </span>
  );
}

interface FieldNotesProps {
  description?: ReactNode;
  error?: string | null | undefined;
}

/** What helps to fill the field in, and what is wrong with it. */
export function FieldNotes({ description, error }: FieldNotesProps) {
  return (
    <>
      {description && (
        <Text slot="description" className="text-xs text-ink-3">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1 text-xs text-cinnabar">
        {error && (
          <>
            <Icon name="error" size={14} className="mt-0.5" />
            {error}
          </>
        )}
      </FieldError>
    </>
  );
}
