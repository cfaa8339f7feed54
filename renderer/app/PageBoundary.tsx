import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useText } from './language.ts';

interface PageBoundaryProps {
  children: ReactNode;
}

/** Keeps the frame standing when a page fails: what happened, what is kept, what to do. */
export class PageBoundary extends Component<PageBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <PageFailed onReopen={() => this.setState({ hasFailed: false })} />;
  }
}

function PageFailed({ onReopen }: { onReopen: () => void }) {
  const text = useText();
  return (
    <EmptyState
      icon="error"
      title={text.common.pageFailed}
      actions={<Button onPress={onReopen}>{text.common.reopenPage}</Button>}
    >
      {text.common.pageFailedHint}
    </EmptyState>
  );
}
