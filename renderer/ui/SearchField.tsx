import type { Ref } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { inputClass } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';

interface SearchFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/** Narrows what is shown as one types; Escape empties it. */
export function SearchField({ label, placeholder, value, onChange, ref }: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className="group relative flex min-w-0 items-center"
    >
      <Icon name="search" size={14} className="pointer-events-none absolute left-2 text-ink-3" />
      <Input
        {...(ref && { ref })}
        {...(placeholder && { placeholder })}
        className={classNames(inputClass, 'h-7 pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden')}
      />
      <Button className="absolute right-1 flex size-5 items-center justify-center rounded-sm text-ink-3 group-data-empty:hidden data-hovered:text-ink">
        <Icon name="close" size={12} />
      </Button>
    </AriaSearchField>
  );
}
