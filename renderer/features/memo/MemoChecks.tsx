import { checksNeedingReason, type MemoCheck } from '#shared/domain/review/memo.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { acknowledge, giveReason, useMemos } from './memoStore.ts';

/** Items linked from a check before the rest is counted only. */
const shownItems = 12;

/** What stands against issuing, with one click to each item; warnings are ticked off one by one. */
export function MemoChecks({
  projectId,
  checks,
}: {
  readonly projectId: string;
  readonly checks: readonly MemoCheck[];
}) {
  const words = useText().memo.checks;
  return (
    <section className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <h2 className="text-md">{words.title}</h2>
      {checks.length === 0 && (
        <p className="flex items-center gap-2 text-teal">
          <Icon name="check" /> {words.clear}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {checks.map((check) => (
          <li key={`${check.level}/${check.code}`}>
            <Check projectId={projectId} check={check} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Check({ projectId, check }: { readonly projectId: string; readonly check: MemoCheck }) {
  const words = useText().memo.checks;
  const isRead = useMemos((state) => state.acknowledged.includes(check.code));
  const isError = check.level === 'error';
  return (
    <div
      className={`rounded border-l-3 bg-paper px-2.5 py-1.5 ${isError ? 'border-cinnabar' : 'border-amber'}`}
    >
      <p className="flex items-start gap-1.5">
        <Icon
          name={isError ? 'error' : 'warning'}
          className={`mt-0.5 ${isError ? 'text-cinnabar' : 'text-amber'}`}
        />
        <span className="min-w-0 flex-1">{words.codes[check.code](check.count)}</span>
        <span className={`text-xs ${isError ? 'text-cinnabar' : 'text-ink-3'}`}>
          {isError ? words.error : words.warning}
        </span>
      </p>
      <CheckLinks projectId={projectId} check={check} />
      {!isError && (
        <Checkbox isSelected={isRead} onChange={(next) => acknowledge(check.code, next)}>
          {words.acknowledge}
        </Checkbox>
      )}
      {isRead && checksNeedingReason.includes(check.code) && <Reason code={check.code} />}
    </div>
  );
}

/** A citation that is out of date or does not resolve is issued only with the lawyer's reason. */
function Reason({ code }: { readonly code: MemoCheck['code'] }) {
  const words = useText().law.memo;
  const reason = useMemos((state) => state.reasons[code] ?? '');
  return (
    <TextArea
      label={words.reason}
      description={words.reasonHow}
      value={reason}
      onChange={(next) => giveReason(code, next)}
    />
  );
}

function CheckLinks({
  projectId,
  check,
}: {
  readonly projectId: string;
  readonly check: MemoCheck;
}) {
  const words = useText().memo.checks;
  const numbers = useMemos((state) => state.itemNumbers);
  const linkClass = 'rounded-sm text-indigo hover:underline';
  const hasDocuments = check.code === 'no-documents' || check.code === 'unreadable-pages';
  if (hasDocuments) {
    return (
      <p className="pl-5.5 text-xs">
        <a
          className={linkClass}
          href={hrefOf({ page: 'project', projectId, tab: 'documents', at: {} })}
        >
          {words.openDocuments}
        </a>
      </p>
    );
  }
  const shown = check.itemIds.slice(0, shownItems);
  return (
    <p className="flex flex-wrap gap-x-2 pl-5.5 text-xs">
      {shown.map((itemId) => (
        <a
          key={itemId}
          className={linkClass}
          href={hrefOf({ page: 'project', projectId, tab: 'review', at: { item: itemId } })}
          aria-label={words.open(numbers[itemId] ?? itemId)}
        >
          {numbers[itemId] ?? itemId}
        </a>
      ))}
      {check.itemIds.length > shown.length && (
        <span className="text-ink-3">{words.more(check.itemIds.length - shown.length)}</span>
      )}
    </p>
  );
}
