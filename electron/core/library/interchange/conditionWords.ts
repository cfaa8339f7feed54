import { type Condition, parseWhen } from '#shared/domain/library/condition.ts';
import { checklistWorkbookZh } from '#shared/i18n/messages/checklistWorkbook.ts';

/** A condition in words for people who do not know the ids of traits; the text itself where it cannot be read. */
export function conditionInWords(when: string, labels: ReadonlyMap<string, string>): string {
  const parsed = parseWhen(when);
  return 'fault' in parsed ? when : inWords(parsed.condition, labels);
}

function inWords(condition: Condition, labels: ReadonlyMap<string, string>): string {
  const words = checklistWorkbookZh.condition;
  if (condition.op === 'always') return words.always;
  if (condition.op === 'trait') return labels.get(condition.id) ?? condition.id;
  if (condition.op === 'not') return words.not(grouped(condition.of, labels));
  return condition.of.map((part) => grouped(part, labels)).join(words[condition.op]);
}

function grouped(condition: Condition, labels: ReadonlyMap<string, string>): string {
  const inner = inWords(condition, labels);
  const isCompound = condition.op === 'and' || condition.op === 'or';
  return isCompound ? checklistWorkbookZh.condition.group(inner) : inner;
}
