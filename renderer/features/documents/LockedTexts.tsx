import { useEffect } from 'react';
import { useText } from '../../app/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LockedContext } from '../../ui/locked.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { followUnreadTexts, openLocked, useUnreadTexts } from './unreadTextsStore.ts';

/** Documents that came from a colleague without their password: what is missing until it is given, and where to give it. */
export function LockedTexts({ projectId }: { readonly projectId: string }) {
  const words = useText().documents.locked;
  const unread = useUnreadTexts((state) => state.unread);
  useEffect(() => void followUnreadTexts(projectId), [projectId]);
  const locked = unread.filter((one) => one.reason === 'password');
  if (locked.length === 0) return null;
  return (
    // Reading is open on a copy that is only read.
    <LockedContext value={false}>
      <section aria-label={words.title} className="flex-none border-b border-line bg-panel">
        <div className="flex h-9 items-center gap-3 px-4">
          <Icon name="warning" className="text-amber" />
          <h2 className="font-semibold">{words.title}</h2>
          <span className="truncate text-ink-2">{words.lead}</span>
        </div>
        <ul className="max-h-44 overflow-auto pb-2">
          {locked.map((one) => (
            <li
              key={one.versionId}
              className="grid min-h-7 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-3 px-4 py-0.5"
            >
              <span className="break-all" title={one.fileName}>
                {words.version(one.title, one.versionNumber)}
              </span>
              <PasswordForm
                file={one.title}
                submitLabel={words.open}
                onPassword={(password) => openLocked(one, password)}
              />
            </li>
          ))}
        </ul>
      </section>
    </LockedContext>
  );
}
