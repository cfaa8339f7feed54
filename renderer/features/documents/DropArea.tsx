import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { attempt } from '../../app/errorText.ts';
import { sourcesOfDrop } from '../../client/client.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useIsLocked } from '../../ui/locked.ts';

interface DropAreaProps {
  /** Said while files hover over it. */
  label: string;
  /** Takes the one-time tokens of what was dropped, and the names of the files. */
  onSources: (sources: readonly string[], names: readonly string[]) => Promise<void>;
  children: ReactNode;
}

/** The whole page takes files that are dropped on it. Buttons and keys do the same for those who do not drag. */
export function DropArea({ label, onSources, children }: DropAreaProps) {
  const isLocked = useIsLocked();
  const [isOver, setIsOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setIsOver(false);
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    leave();
    if (isLocked) return;
    const sources = sourcesOfDrop(event.dataTransfer); // inside the handler: the entries are gone after it
    const names = [...event.dataTransfer.files].map((file) => file.name);
    attempt(async () => onSources(await sources, names));
  };
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={(event) => {
        if (isLocked || !hasFiles(event)) return;
        depth.current += 1;
        setIsOver(true);
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDrop={handleDrop}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-10 flex items-center justify-center gap-3 rounded-md border-2 border-dashed border-indigo bg-indigo-soft text-lg font-semibold text-indigo opacity-95">
          <Icon name="drop" size={32} />
          {label}
        </div>
      )}
    </div>
  );
}
