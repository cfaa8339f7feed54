import type { ReactNode } from 'react';
import { useText } from './language.ts';
import { FrameFooter } from './FrameFooter.tsx';
import { FrameHeader } from './FrameHeader.tsx';

/** Header, the page, footer. */
export function Frame({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div className="flex h-full flex-col">
      <a
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        className="sr-only focus:not-sr-only focus:absolute focus:z-60 focus:m-2 focus:rounded focus:bg-paper focus:p-2"
      >
        {text.common.skipToContent}
      </a>
      <FrameHeader />
      {/* Clipped, not hidden: what is hidden can still be scrolled by the focus, and the header would leave. */}
      <main
        id="content"
        tabIndex={-1}
        className="relative flex min-h-0 flex-1 flex-col overflow-clip"
      >
        {children}
      </main>
      <FrameFooter />
    </div>
  );
}
