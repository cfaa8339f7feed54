import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { whenDataChanges } from '../client/changes.ts';
import { inTurn, type Resource, unread } from '../client/resource.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { errorText } from './errorText.ts';
import { useText } from './language.ts';

interface ReadPartProps<T> {
  /** Reads what is shown; keep it stable, and give the part another key with another one. */
  read: () => Promise<T>;
  /** Said when it could not be read. */
  failed: string;
  children: (value: T) => ReactNode;
}

/** Shows something once it has been read, and again whenever records change; says why where it cannot. */
export function ReadPart<T>({ read, failed, children }: ReadPartProps<T>) {
  const text = useText();
  const [{ value, failure }, setResource] = useState<Resource<T>>(unread);
  const load = useMemo(
    () =>
      inTurn(() =>
        read().then(
          (next) => setResource({ value: next, failure: null }),
          (error: unknown) => setResource((before) => ({ value: before.value, failure: error })),
        ),
      ),
    [read],
  );
  useEffect(() => {
    void load();
    return whenDataChanges(() => void load());
  }, [load]);
  if (failure !== null) {
    return (
      <div className="p-4">
        <Banner
          tone="error"
          title={failed}
          actions={
            <>
              <Button size="small" onPress={() => history.back()}>
                {text.law.reader.back}
              </Button>
              <Button size="small" onPress={() => void load()}>
                {text.common.retry}
              </Button>
            </>
          }
        >
          {errorText(failure, text)}
        </Banner>
      </div>
    );
  }
  if (value === null) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  return children(value);
}
