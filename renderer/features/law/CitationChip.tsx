import { type ReactNode, useEffect } from 'react';
import { Link, Tooltip, TooltipTrigger } from 'react-aria-components';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { classNames } from '../../ui/classNames.ts';
import { targetOf, type Cited, type CiteTarget } from './citeTarget.ts';
import { outdatedKey, useOutdated, wantOutdated } from './outdated.ts';
import { shownKey, useShownArticles, wantArticle } from './shownArticles.ts';
import { useStatutes, wantStatutes } from './statutesStore.ts';

interface CitationChipProps {
  cited: Cited;
  /** `paper`: in the ink of a printed page, which keeps its colours in every theme. */
  look?: 'screen' | 'paper';
  /** What the place where it stands knows of it, under the article's text. */
  facts?: ReactNode;
}

/** A citation: the article's text on hover and focus, the reader on click, and a mark where the law has moved on. */
export function CitationChip({ cited, look = 'screen', facts }: CitationChipProps) {
  const text = useText();
  const words = text.law.citation;
  const statutes = useStatutes((state) => state.statutes.value);
  const outdated = useOutdated((state) => state.outdated?.get(outdatedKey(cited)));
  useEffect(() => {
    wantStatutes();
    wantOutdated();
  }, []);
  const target = targetOf(statutes, cited);
  return (
    <span className="min-w-0">
      <TooltipTrigger delay={350} closeDelay={120}>
        <Link
          href={target.href}
          aria-label={(target.version ? words.open : words.openMissing)(cited.cite)}
          className={classNames(
            'cursor-pointer rounded-sm no-underline outline-offset-1',
            look === 'paper'
              ? 'text-inherit [border-bottom:1px_dotted_currentColor]'
              : 'border-b text-indigo data-hovered:border-indigo-strong',
            look === 'screen' && (target.version ? 'border-indigo' : 'border-dotted border-indigo'),
          )}
        >
          {cited.cite}
        </Link>
        <Tooltip
          placement="bottom start"
          offset={4}
          className="fade-in flex max-h-[60vh] w-108 max-w-[92vw] flex-col gap-1 overflow-hidden rounded-md border border-line-2 bg-paper px-3 py-2 text-ink shadow-overlay"
        >
          <Preview cited={cited} target={target} />
          {outdated && (
            <p className="text-xs text-amber">
              {words.marks[outdated.kind]}
              {outdated.current !== null && ` · ${words.now(outdated.current)}`}
            </p>
          )}
          {facts}
        </Tooltip>
      </TooltipTrigger>
      {outdated && (
        <span
          className={classNames(
            'ml-1.5 rounded-sm border px-1 text-2xs whitespace-nowrap',
            look === 'paper' ? 'border-current opacity-80' : 'border-amber text-amber',
          )}
        >
          {words.marks[outdated.kind]}
        </span>
      )}
    </span>
  );
}

function Preview({ cited, target }: { cited: Cited; target: CiteTarget }) {
  const words = useText().law.citation;
  const { version, article } = target;
  if (version === null) {
    return (
      <>
        <p className="font-semibold">{cited.cite}</p>
        <p className="text-amber">
          {target.isOtherHeld && cited.lawVersion !== null
            ? words.notHeldVersion(cited.lawVersion)
            : words.notHeld}
        </p>
        <p className="text-xs text-ink-2">{words.howToImport}</p>
      </>
    );
  }
  return (
    <>
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 font-semibold">{cited.cite}</span>
        <span className="flex-none text-xs text-ink-3">{words.version(version.versionDate)}</span>
      </p>
      {article === null ? (
        <p className="text-xs text-ink-2">{words.wholeLaw}</p>
      ) : (
        <Words target={{ ...target, version, article }} />
      )}
    </>
  );
}

type HeldTarget = {
  readonly version: NonNullable<CiteTarget['version']>;
  readonly article: NonNullable<CiteTarget['article']>;
};

/** Longest text shown beside a citation; the reader has the rest. */
const mostShown = 900;

function Words({ target: { version, article } }: { target: HeldTarget }) {
  const text = useText();
  const shown = useShownArticles((state) => state.articles[shownKey(version.id, article)]);
  const { number, branch } = article;
  useEffect(
    () => attempt(() => wantArticle(version, { number, branch })),
    [version, number, branch],
  );
  if (!shown) return <p className="text-xs text-ink-3">{text.law.citation.reading}</p>;
  if (!shown.value) return <p className="text-xs text-amber">{errorText(shown.failure, text)}</p>;
  const { divisions, text: words } = shown.value;
  const isCut = words.length > mostShown;
  return (
    <>
      {divisions.length > 0 && <p className="text-2xs text-ink-3">{divisions.join(' › ')}</p>}
      <p lang="zh-CN" className="overflow-hidden font-text text-md whitespace-pre-line">
        {isCut ? `${words.slice(0, mostShown)}…` : words}
      </p>
    </>
  );
}
