import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';

interface LibraryFactProps {
  label: string;
  value: string;
  canCopy?: boolean;
}

/** A name and its value in a list of facts; a hash can be copied whole. */
export function LibraryFact({ label, value, canCopy = false }: LibraryFactProps) {
  const words = useText().projects.library;
  const handleCopy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(value);
      showToast({ tone: 'success', message: (text) => text.common.copied });
    });
  return (
    <>
      <dt>{label}</dt>
      <dd className="flex min-h-6 items-center gap-1">
        <span className={canCopy ? 'min-w-0 truncate font-mono' : undefined}>{value}</span>
        {canCopy && <IconButton icon="copy" label={words.copyHash} onPress={handleCopy} />}
      </dd>
    </>
  );
}
