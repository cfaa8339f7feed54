import { useState } from 'react';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { ItemChange } from '#shared/domain/library/checklistVersion.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';
import { useText } from '../../app/language.ts';
import { classNames } from '../../ui/classNames.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { SideBySide } from '../law/SideBySide.tsx';

const tones = { same: 'neutral', changed: 'amber', added: 'indigo', removed: 'cinnabar' } as const;

interface ItemChangesProps {
  changes: readonly ItemChange[];
  older: string;
  newer: string;
}

/** What became of items between two versions; the words of each side on request. */
export function ItemChanges({ changes, older, newer }: ItemChangesProps) {
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.itemId} className="border-b border-line">
          <Change change={change} older={older} newer={newer} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change, older, newer }: { change: ItemChange; older: string; newer: string }) {
  const text = useText();
  const words = text.checklists.comparison;
  const [isOpen, setIsOpen] = useState(change.kind === 'changed');
  const item = change.after ?? change.before;
  return (
    <article className="px-3 py-1.5">
      <h3 className="flex flex-wrap items-center gap-2 text-base font-normal">
        <IconButton
          icon={isOpen ? 'chevronDown' : 'chevronRight'}
          label={words.show}
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        />
        <span className="w-10 flex-none text-xs text-ink-3">{item?.number}</span>
        <span className="min-w-0 flex-1">{item?.title ?? change.itemId}</span>
        {change.fields.length > 0 && (
          <span className="text-xs text-ink-3">
            {words.fieldsChanged(
              change.fields
                .map((field) => fieldName(field, text))
                .join(text.common.columnSeparator),
            )}
          </span>
        )}
        {change.isMoved && <Tag>{words.moved}</Tag>}
        <Tag tone={tones[change.kind]}>{words.kinds[change.kind]}</Tag>
      </h3>
      {isOpen && <ChangedFields change={change} older={older} newer={newer} />}
    </article>
  );
}

/** Every field that differs, side by side; all of them where only one side has the item. */
export function ChangedFields({
  change: { before, after, fields, kind },
  older,
  newer,
  isStacked = false,
}: {
  change: Pick<ItemChange, 'before' | 'after' | 'fields' | 'kind'>;
  older: string;
  newer: string;
  /** For a narrow column. */
  isStacked?: boolean;
}) {
  const text = useText();
  const shown = fields.length > 0 ? fields : ['question', 'obligation', 'basis'];
  return (
    <div className={classNames('flex flex-col gap-2 pt-1 pb-2', !isStacked && 'pl-9')}>
      {shown.map((field) => (
        <section key={field}>
          <h4 className="text-xs font-normal text-ink-3">{fieldName(field, text)}</h4>
          <SideBySide
            change={{
              kind: kind === 'added' ? 'new' : kind === 'removed' ? 'deleted' : 'changed',
              oldText: before === null ? null : valueText(before, field, text),
              newText: after === null ? null : valueText(after, field, text),
            }}
            older={older}
            newer={newer}
            isStacked={isStacked}
          />
        </section>
      ))}
    </div>
  );
}

function fieldName(field: string, { checklists }: Messages): string {
  return checklists.fields[field] ?? field;
}

/** A field of an item as a person reads it. */
function valueText(item: ChecklistItem, field: string, text: Messages): string {
  const words = text.checklists;
  switch (field) {
    case 'basis':
      return item.basis
        .map(({ cite, role, verified, keyword, reason }) =>
          [
            cite,
            words.basis.roles[role],
            verified ? words.basis.verified : '',
            keyword ?? reason ?? '',
          ]
            .filter(Boolean)
            .join(' · '),
        )
        .join('\n');
    case 'penalty':
      return [
        item.penalty.stateOrgan,
        item.penalty.enterprise,
        item.penalty.cites.join(text.common.columnSeparator),
      ].join('\n');
    case 'docTypes':
      return item.docTypes
        .map((code) => text.words.docTypes[code])
        .join(text.common.columnSeparator);
    case 'nature':
      return text.words.natures[item.nature];
    case 'severity':
      return text.words.severities[item.severity];
    case 'needsConfirmation':
      return item.needsConfirmation
        ? text.projects.library.needsConfirmation
        : words.comparison.noWords;
    default:
      return plainText(Object.entries(item).find(([name]) => name === field)?.[1], words);
  }
}

function plainText(value: unknown, words: Messages['checklists']): string {
  return typeof value === 'string' && value !== '' ? value : words.comparison.noWords;
}
