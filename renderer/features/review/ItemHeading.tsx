import type { Why } from '#shared/contract/rooms/review.ts';
import type { ChecklistItem, Trait } from '#shared/domain/library/checklistItem.ts';
import type { Language, Messages } from '#shared/i18n/catalogue.ts';
import type { Severity } from '#shared/domain/review/verdict.ts';
import { attempt } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { answerTrait } from './reviewCommands.ts';
import { useReview } from './reviewStore.ts';
import { awaitedTrait } from './selectors.ts';

const tones: Readonly<Record<Severity, 'cinnabar' | 'amber' | 'neutral'>> = {
  重大: 'cinnabar',
  较大: 'amber',
  一般: 'neutral',
};

type Props = { readonly item: ChecklistItem; readonly why: Why };

/** Number, gravity, why the item applies, and what about it is not confirmed. */
export function ItemHeading({ item, why }: Props) {
  const text = useText();
  const words = text.review.card;
  const language = useLanguage((state) => state.language);
  const traits = useReview((state) => state.traits);
  return (
    <>
      <div className="flex items-start gap-1.5 text-xs text-ink-3">
        <span className="leading-5">{item.number}</span>
        <Tag tone={tones[item.severity]}>{text.words.severities[item.severity]}</Tag>
        {item.needsConfirmation && <Tag tone="amber">{words.unconfirmed}</Tag>}
        <span className="min-w-0 flex-1 leading-5">{whyText(why, traits, text, language)}</span>
        <span className="flex gap-1">
          <Kbd keys="K" />
          <Kbd keys="J" />
        </span>
      </div>
      {item.needsConfirmation && item.confirmationNote !== null && (
        <p className="rounded bg-amber-soft px-2 py-1 text-xs text-ink">
          {words.unconfirmedFor(item.confirmationNote)}
        </p>
      )}
      <TraitQuestion why={why} traits={traits} />
    </>
  );
}

function TraitQuestion({ why, traits }: { readonly why: Why; readonly traits: readonly Trait[] }) {
  const words = useText().review.card;
  const language = useLanguage((state) => state.language);
  const traitId = awaitedTrait({ why });
  if (traitId === null) return null;
  const trait = traits.find((each) => each.id === traitId);
  const question = language === 'en' ? trait?.questionEn : trait?.question;
  return (
    <div className="flex flex-col gap-1.5 rounded border border-dotted border-suggest px-2.5 py-2">
      <p className="text-xs text-ink-2">{words.undetermined}</p>
      <p>{question ?? traitId}</p>
      <div className="flex gap-2">
        <Button size="small" isWriting onPress={() => attempt(() => answerTrait(traitId, true))}>
          {words.yes}
        </Button>
        <Button size="small" isWriting onPress={() => attempt(() => answerTrait(traitId, false))}>
          {words.no}
        </Button>
      </div>
    </div>
  );
}

/** The traits whose answers decide that the item applies, in words. */
function whyText(why: Why, traits: readonly Trait[], text: Messages, language: Language): string {
  const words = text.review.card;
  const decisive = why.traits.filter((each) => each.answer === each.needed);
  if (why.applies === 'undetermined') return '';
  if (decisive.length === 0) return words.always;
  const labels = decisive.map(({ id, needed }) => {
    const trait = traits.find((each) => each.id === id);
    const label = (language === 'en' ? trait?.labelEn : trait?.labelZh) ?? id;
    return needed ? label : words.notTrait(label);
  });
  return words.because(new Intl.ListFormat(language, { type: 'unit' }).format(labels));
}
