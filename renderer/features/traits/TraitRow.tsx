import type { Trait, TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import { attempt } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RadioSegments } from '../../ui/RadioSegments.tsx';
import { conflictsWith, impliedBy } from './traitAnswers.ts';
import { traitRowId } from './traitKeyboard.ts';
import { answerTrait, setCurrentTrait, suggestionFor, useTraits } from './traitsStore.ts';

type Answer = 'yes' | 'no' | 'unknown';

interface TraitRowProps {
  trait: Trait;
  traits: readonly Trait[];
  answers: TraitAnswers;
}

/** One question with its three answers; what follows from other answers is said beneath. */
export function TraitRow({ trait, traits, answers }: TraitRowProps) {
  const text = useText();
  const words = text.projects.traits;
  const language = useLanguage((state) => state.language);
  const isCurrent = useTraits((state) => state.current === trait.id);
  const suggestion = useTraits(suggestionFor(trait.id));
  const given = answers[trait.id];
  const answer: Answer = given === undefined ? 'unknown' : given ? 'yes' : 'no';
  const label = language === 'en' ? trait.labelEn : trait.labelZh;
  const handleChange = (next: Answer) =>
    attempt(() => answerTrait(trait.id, next === 'unknown' ? null : next === 'yes'));
  return (
    <div
      id={traitRowId(trait.id)}
      data-trait={trait.id}
      onFocus={() => setCurrentTrait(trait.id)}
      onClick={() => setCurrentTrait(trait.id)}
      className={classNames(
        'grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 border-b border-line py-1.5 pr-3 pl-4',
        isCurrent && 'bg-indigo-soft shadow-[inset_3px_0_var(--indigo)]',
      )}
    >
      <div className="min-w-0">
        <p className={classNames(answer === 'yes' && 'font-semibold')}>{label}</p>
        <p className="text-xs text-ink-3">
          {language === 'en' ? trait.questionEn : trait.question}
        </p>
        <TraitNotes trait={trait} traits={traits} answers={answers} />
      </div>
      <span>
        {suggestion && answer === 'unknown' && (
          <span className="inline-flex h-5 items-center rounded-full border border-dotted border-suggest px-2 text-xs text-suggest">
            {words.passages(suggestion.passages.length)}
          </span>
        )}
      </span>
      <RadioSegments
        label={words.answerOf(label)}
        size="small"
        segments={[
          { id: 'yes', label: words.yes, tone: 'indigo' },
          { id: 'no', label: words.no, tone: 'neutral' },
          { id: 'unknown', label: words.unknown, tone: 'neutral' },
        ]}
        value={answer}
        onChange={handleChange}
      />
    </div>
  );
}

function TraitNotes({ trait, traits, answers }: TraitRowProps) {
  const text = useText();
  const words = text.projects.traits;
  const language = useLanguage((state) => state.language);
  const labelsOf = (list: readonly Trait[]) =>
    list
      .map((other) => (language === 'en' ? other.labelEn : other.labelZh))
      .join(text.common.columnSeparator);
  const conflicts = conflictsWith(trait, traits, answers);
  const sources = answers[trait.id] === true ? impliedBy(trait, traits, answers) : [];
  if (conflicts.length > 0) {
    return (
      <p role="alert" className="mt-0.5 flex items-start gap-1 text-xs text-amber">
        <Icon name="warning" size={14} className="mt-0.5" />
        {words.contradicts(labelsOf(conflicts))}
      </p>
    );
  }
  return sources.length > 0 ? (
    <p className="mt-0.5 text-xs text-indigo">{words.impliedBy(labelsOf(sources))}</p>
  ) : null;
}
