import { useState } from 'react';
import { checksNeedingReason, type MemoCheck } from '#shared/domain/review/memo.ts';
import { memoMayIssue } from '#shared/domain/review/memoChecks.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type Reasons, saveMemo, useMemos, writeMemo } from './memoStore.ts';

/** Draft or issue; issuing waits until nothing stands against it and asks once more. */
export function MemoWriting({ checks }: { readonly checks: readonly MemoCheck[] }) {
  const text = useText();
  const words = text.memo;
  const acknowledged = useMemos((state) => state.acknowledged);
  const reasons = useMemos((state) => state.reasons);
  const isWriting = useMemos((state) => state.isWriting);
  const [isAsking, setIsAsking] = useState(false);
  const write = (isDraft: boolean): void =>
    attempt(async () => {
      const memo = await writeMemo(isDraft);
      if (memo === null) return;
      showToast({
        tone: 'success',
        message: (text) => text.memo.written(memo.fileName),
        action: {
          label: (text) => text.memo.list.download,
          run: () => attempt(() => saveMemo(memo)),
        },
      });
    });
  return (
    <section className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <p className="text-xs text-ink-2">{stateText(checks, acknowledged, reasons, text)}</p>
      <div className="flex gap-2">
        <Button
          tone="primary"
          isWriting
          isDisabled={!memoMayIssue(checks, acknowledged, reasons) || isWriting}
          onPress={() => setIsAsking(true)}
        >
          {words.issue}
        </Button>
        <Button isWriting isDisabled={isWriting} onPress={() => write(true)}>
          {words.writeDraft}
        </Button>
      </div>
      <AlertDialog
        isOpen={isAsking}
        title={words.issueTitle}
        confirmLabel={words.issue}
        cancelLabel={words.cancel}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          write(false);
        }}
      >
        {words.issueText}
      </AlertDialog>
    </section>
  );
}

function stateText(
  checks: readonly MemoCheck[],
  acknowledged: readonly MemoCheck['code'][],
  reasons: Reasons,
  text: Messages,
): string {
  const words = text.memo.checks;
  const errors = checks.filter((check) => check.level === 'error').length;
  const unread = checks.filter(
    (check) => check.level === 'warning' && !acknowledged.includes(check.code),
  ).length;
  if (errors > 0) return words.blocked(errors);
  if (unread > 0) return words.toAcknowledge(unread);
  const unexplained = checks.filter(
    ({ code }) => checksNeedingReason.includes(code) && !reasons[code]?.trim(),
  ).length;
  return unexplained > 0 ? text.law.memo.toExplain(unexplained) : words.clearHow;
}
