import { type Condition, parseWhen } from '#shared/domain/library/condition.ts';
import type { Trait } from '#shared/domain/library/checklistItem.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';

/** A condition as a person reads it: 处理个人信息 且 非“上云”; null where it cannot be read. */
export function conditionInWords(
  when: string,
  traits: readonly Trait[],
  language: Language,
  { checklists: { condition: words } }: Messages,
): string | null {
  const parsed = parseWhen(when);
  if ('fault' in parsed) return null;
  const labels = new Map(
    traits.map(({ id, labelZh, labelEn }) => [id, language === 'en' ? labelEn : labelZh]),
  );
  const say = (condition: Condition, isInside: boolean): string => {
    switch (condition.op) {
      case 'always':
        return words.always;
      case 'trait':
        return labels.get(condition.id) ?? condition.id;
      case 'not':
        return words.not(say(condition.of, false));
      case 'and':
      case 'or': {
        const joined = condition.of.map((part) => say(part, true)).join(words[condition.op]);
        return isInside ? `（${joined}）` : joined;
      }
      default:
        return condition satisfies never;
    }
  };
  return say(parsed.condition, false);
}
