import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { divisionDepth } from '#shared/domain/law/lawReading.ts';
import type { StatuteReading } from '#shared/domain/law/statuteReport.ts';
import { type Command, offerCommands } from '../../app/commands.ts';
import { attempt, errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ArticleText } from './ArticleText.tsx';
import { articleKey, searchArticles, type Hit, type ReadArticle } from './articleLines.ts';
import { citeTitleOf } from './citeNames.ts';
import { ReaderBar } from './ReaderBar.tsx';
import { ReaderContents, divisionHeading } from './ReaderContents.tsx';
import { useReadings, wantReading } from './readings.ts';
import { useStatutes, wantStatutes } from './statutesStore.ts';
import './law.css';

interface ReaderPageProps {
  versionId: string;
  /** The article to show: `23`, `120-1`. */
  article: string | null;
}

/** The text of one version of a law. */
export function ReaderPage({ versionId, article }: ReaderPageProps) {
  const text = useText();
  const reading = useReadings((state) => state.readings[versionId]);
  useEffect(() => {
    wantStatutes();
    attempt(() => wantReading(versionId));
  }, [versionId]);
  if (reading?.value) return <Reader reading={reading.value} article={article} />;
  if (!reading) return <p className="p-6 text-ink-3">{text.common.loading}</p>;
  return (
    <div className="p-4">
      <Banner
        tone="error"
        title={text.law.reader.failed}
        actions={
          <>
            <Button size="small" onPress={() => history.back()}>
              {text.law.reader.back}
            </Button>
            <Button size="small" onPress={() => attempt(() => wantReading(versionId))}>
              {text.common.retry}
            </Button>
          </>
        }
      >
        {errorText(reading.failure, text)}
      </Banner>
    </div>
  );
}

function Reader({ reading, article }: { reading: StatuteReading; article: string | null }) {
  const text = useText();
  const words = text.law.reader;
  const statutes = useStatutes((state) => state.statutes.value);
  const citeTitle = citeTitleOf(statutes, reading.version);
  const [typed, setTyped] = useState('');
  const [hitAt, setHitAt] = useState(0);
  const searched = useDeferredValue(typed);
  const hits = useMemo(() => searchArticles(reading.articles, searched), [reading, searched]);
  const hit = hits[hitAt] ?? null;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => offerCommands(findCommands(() => field.current?.select())), []);
  const sheet = useArticleInView(article, hit);
  const isMissing =
    article !== null && !reading.articles.some((one) => articleKey(one) === article);
  return (
    <>
      <ReaderBar
        version={reading.version}
        citeTitle={citeTitle}
        field={field}
        typed={typed}
        onType={(next) => {
          setTyped(next);
          setHitAt(0);
        }}
        hits={hits.length}
        hitAt={hitAt}
        onHit={setHitAt}
      />
      <div className="flex min-h-0 flex-1">
        <ReaderContents reading={reading} current={article} />
        <div
          ref={sheet}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller must take the arrow keys
          tabIndex={0}
          role="document"
          aria-label={words.text(reading.version.title)}
          className="law-scroller min-h-0 min-w-0 flex-1 overflow-y-auto bg-desk px-5 py-4"
        >
          {isMissing && (
            <div className="mx-auto mb-3 max-w-190">
              <Banner tone="warning">{words.articleMissing(article)}</Banner>
            </div>
          )}
          <article lang="zh-CN" className="law-sheet shadow-page">
            <h1>{reading.version.title}</h1>
            <p className="law-note">
              {text.law.statutes.versionOf(reading.version.versionDate)}
              {' · '}
              {words.articles(reading.version.articleCount)}
            </p>
            <Articles
              reading={reading}
              citeTitle={citeTitle}
              typed={searched}
              hits={hits}
              hit={hit}
            />
            {reading.appendix.length > 0 && (
              <section>
                <h2>{words.appendix}</h2>
                {reading.appendix.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </section>
            )}
          </article>
        </div>
      </div>
    </>
  );
}

interface ArticlesProps {
  reading: StatuteReading;
  citeTitle: string;
  typed: string;
  hits: readonly Hit[];
  /** The hit one has turned to. */
  hit: Hit | null;
}

function Articles({ reading, citeTitle, typed, hits, hit }: ArticlesProps) {
  const found = useMemo(() => new Set(hits.map(({ article }) => article)), [hits]);
  const headings = useMemo(() => headingsBefore(reading), [reading]);
  return reading.articles.map((article) => {
    const key = articleKey(article);
    return (
      <div key={key}>
        {(headings.get(article) ?? []).map((index) => (
          <h2 key={index} id={`division-${index}`} data-depth={depthOf(reading.divisions[index])}>
            {divisionHeading(reading.divisions[index])}
          </h2>
        ))}
        <ArticleText
          version={reading.version}
          article={article}
          citeTitle={citeTitle}
          // Articles without a hit are not drawn anew while one types.
          typed={found.has(key) ? typed : ''}
          currentHit={hit?.article === key ? hit : null}
        />
      </div>
    );
  });
}

function depthOf(division: StatuteReading['divisions'][number] | undefined): number {
  return division === undefined ? 0 : divisionDepth(division.rank);
}

/** The divisions that begin before each article, outermost first. */
function headingsBefore(reading: StatuteReading): ReadonlyMap<ReadArticle, readonly number[]> {
  const told = new Set<number>();
  return new Map(
    reading.articles.map((article) => {
      const begun: number[] = [];
      for (let at = article.division; at !== null && !told.has(at);) {
        told.add(at);
        begun.unshift(at);
        at = reading.divisions[at]?.parent ?? null;
      }
      return [article, begun];
    }),
  );
}

function findCommands(run: () => void): readonly Command[] {
  return [
    {
      id: 'statute.find',
      group: 'go',
      label: (words) => words.law.commands.findInText,
      shortcut: 'mod+f',
      isOnWhileTyping: true,
      run,
    },
  ];
}

/** Brings the article the address names into view and flashes it; then every hit one turns to. */
function useArticleInView(
  article: string | null,
  hit: Hit | null,
): React.RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = article === null ? null : sheet.current?.querySelector(`#article-${article}`);
    if (!target) return;
    target.scrollIntoView({ block: 'center' });
    target.classList.remove('law-flash');
    void (target instanceof HTMLElement && target.offsetWidth); // so that the same article flashes again
    target.classList.add('law-flash');
  }, [article]);
  useEffect(() => {
    if (hit === null) return;
    const target = sheet.current?.querySelector(`#article-${hit.article}`);
    (target?.querySelector('mark[data-current="true"]') ?? target)?.scrollIntoView({
      block: 'center',
    });
  }, [hit]);
  return sheet;
}
