import { useEffect } from 'react';
import { useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LockedContext } from '../../ui/locked.ts';
import { compareAgain, followOlder, useReread } from './rereadStore.ts';
import { RereadDialog } from './RereadDialog.tsx';

/** Says that texts were given by an older reader, and offers to read them again. */
export function OlderTexts({ projectId }: { projectId: string }) {
  const words = useText().documents.reread;
  const count = useReread((state) => (state.projectId === projectId ? state.older.length : 0));
  useEffect(() => followOlder(projectId), [projectId]);
  return (
    <>
      {count > 0 && (
        <section
          aria-label={words.title}
          className="flex min-h-10 flex-none items-center gap-3 border-b border-line bg-panel px-4"
        >
          <Icon name="clock" size={14} className="text-ink-3" />
          <span role="status" className="min-w-0 flex-1 text-ink-2">
            {words.older(count)}
          </span>
          <Button size="small" onPress={() => compareAgain(projectId, null)}>
            {words.all}
          </Button>
        </section>
      )}
      {/* The text is derived: it is read again on a copy that is only read, too. */}
      <LockedContext value={false}>
        <RereadDialog />
      </LockedContext>
    </>
  );
}
