import type { TraitSuggestion } from '#shared/contract/rooms/project.ts';
import type { Trait, TraitAnswers } from '#shared/domain/library/checklistItem.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useLanguage, useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { unsearchedWords } from '../documents/placeWords.ts';
import { answerTrait, reloadReport, suggestionFor, useTraits } from './traitsStore.ts';

interface TraitDetailProps {
  projectId: string;
  trait: Trait | null;
  traits: readonly Trait[];
  answers: TraitAnswers;
}

/** What the documents say about the trait one stands on, and what was and was not searched. */
export function TraitDetail({ projectId, trait, traits, answers }: TraitDetailProps) {
  const text = useText();
  const words = text.projects.traits;
  const language = useLanguage((state) => state.language);
  const suggestion = useTraits(suggestionFor(trait?.id ?? null));
  const nameOf = (other: Trait) => (language === 'en' ? other.labelEn : other.labelZh);
  const implied = traits.filter((other) => trait?.implies.includes(other.id));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-3.5 py-3">
      {trait && (
        <>
          <div>
            <h2 className="text-lg font-semibold">{nameOf(trait)}</h2>
            <p className="text-ink-2">{language === 'en' ? trait.questionEn : trait.question}</p>
            <TraitNote note={language === 'en' ? trait.noteEn : trait.note} />
            <p className="mt-1 text-xs text-ink-3">{words.usedBy(trait.usedByItems)}</p>
            {implied.length > 0 && (
              <p className="text-xs text-ink-3">
                {words.implies(implied.map(nameOf).join(text.common.columnSeparator))}
              </p>
            )}
          </div>
          {suggestion ? (
            <Suggestion
              projectId={projectId}
              suggestion={suggestion}
              isAdopted={answers[trait.id] === true}
            />
          ) : (
            <NoSuggestion />
          )}
        </>
      )}
      <span className="flex-1" />
      <Searched />
    </div>
  );
}

/** What the library says on how to answer, where it says something. */
function TraitNote({ note }: { note: string }) {
  return note === '' ? null : <p className="mt-1 text-ink-2">{note}</p>;
}

interface SuggestionProps {
  projectId: string;
  suggestion: TraitSuggestion;
  isAdopted: boolean;
}

function Suggestion({ projectId, suggestion, isAdopted }: SuggestionProps) {
  const text = useText();
  const words = text.projects.traits;
  return (
    <section aria-label={words.suggestion} className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2 text-xs text-suggest">
        <span className="min-w-0">
          {`${words.suggestion} · ${suggestion.strength === 'strong' ? words.strong : words.weak}`}
          <span className="block text-ink-3">
            {words.terms(suggestion.terms.join(text.common.columnSeparator))}
          </span>
        </span>
        {!isAdopted && (
          <Button
            size="small"
            keys="A"
            isWriting
            onPress={() => attempt(() => answerTrait(suggestion.traitId, true))}
          >
            {words.adopt}
          </Button>
        )}
      </div>
      {suggestion.passages.map((passage) => (
        <blockquote
          key={`${passage.versionId} ${passage.page} ${passage.blockPath} ${passage.quote}`}
          className="border-l-3 border-dotted border-suggest py-1 pl-2.5"
        >
          <p className="font-text text-md break-words">
            <Highlighted quote={passage.quote} term={passage.term} />
          </p>
          <a
            href={hrefOf({
              page: 'project',
              projectId,
              tab: 'review',
              at: {
                version: passage.versionId,
                ...(passage.page !== null && { page: String(passage.page) }),
              },
            })}
            className="text-xs text-ink-3 no-underline hover:text-indigo hover:underline"
          >
            {words.place(passage.documentTitle, passage.page)}
          </a>
        </blockquote>
      ))}
    </section>
  );
}

function Highlighted({ quote, term }: { quote: string; term: string }) {
  const at = quote.indexOf(term);
  if (at < 0) return quote;
  return (
    <>
      {quote.slice(0, at)}
      <mark className="rounded-sm bg-amber-soft text-ink">{term}</mark>
      {quote.slice(at + term.length)}
    </>
  );
}

function NoSuggestion() {
  const words = useText().projects.traits;
  const report = useTraits((state) => state.report);
  if (report.failure !== null) return null;
  if (!report.value) return <p className="text-ink-3">{words.searching}</p>;
  const hasDocuments = report.value.searched.documents > 0;
  return <p className="text-ink-2">{hasDocuments ? words.noSuggestion : words.noDocuments}</p>;
}

/** What was searched, and what could not be. */
function Searched() {
  const text = useText();
  const words = text.projects.traits;
  const report = useTraits((state) => state.report);
  if (report.failure !== null) {
    return (
      <Banner
        tone="error"
        actions={
          <Button size="small" onPress={() => void reloadReport()}>
            {text.common.retry}
          </Button>
        }
      >
        {errorText(report.failure, text)}
      </Banner>
    );
  }
  if (!report.value || report.value.searched.documents === 0) return null;
  const { documents, parts, unsearchable } = report.value.searched;
  return (
    <div className="border-t border-line pt-2 text-xs text-ink-3">
      <p>{words.searched(documents, parts)}</p>
      {unsearchable.length === 0 ? (
        <p>{words.allSearched}</p>
      ) : (
        <Disclosure title={<span className="text-amber">{words.notSearched}</span>} isOpenAtFirst>
          <ul>
            {unsearchable.map(({ documentTitle, where, warnings }) => (
              <li key={documentTitle}>
                {words.unsearchable(documentTitle, unsearchedWords(where, warnings, text))}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
