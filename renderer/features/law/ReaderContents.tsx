import { divisionDepth } from '#shared/domain/law/lawReading.ts';
import type { StatuteReading } from '#shared/domain/law/statuteReport.ts';
import { useText } from '../../app/language.ts';
import { hrefOf } from '../../app/routes.ts';
import { articleKey } from './articleLines.ts';

type Division = StatuteReading['divisions'][number];

export function divisionHeading(division: Division | undefined): string {
  return [division?.label, division?.title].filter(Boolean).join('　');
}

/** By depth, from 编 to 节. */
const indents = ['pl-3 font-semibold', 'pl-5 font-semibold', 'pl-3', 'pl-7 text-ink-2'] as const;
const chapterDepth = 2;

/** 编, 章 and 节 of the text, each with the articles it holds. */
export function ReaderContents({
  reading,
  current,
}: {
  reading: StatuteReading;
  current: string | null;
}) {
  const words = useText().law.reader;
  const { divisions, articles, version } = reading;
  const hasParts = divisions.some(({ rank }) => divisionDepth(rank) < chapterDepth);
  return (
    <nav
      aria-label={words.contents}
      className="flex w-64 flex-none flex-col overflow-y-auto border-r border-line bg-panel py-2"
    >
      <h2 className="px-3 pb-1 text-xs font-normal text-ink-3">{words.contents}</h2>
      {divisions.length === 0 && <p className="px-3 text-xs text-ink-3">{words.noContents}</p>}
      <ul>
        {divisions.map((division, index) => {
          const own = articlesUnder(reading, index);
          const [first] = own;
          const last = own.at(-1);
          if (!first || !last) return null;
          const isHere = articles.some(
            (article) => articleKey(article) === current && own.includes(article),
          );
          return (
            <li key={`${index}${division.title}`}>
              <a
                href={hrefOf({
                  page: 'statute',
                  versionId: version.id,
                  article: articleKey(first),
                })}
                aria-current={isHere ? 'location' : undefined}
                className={`flex min-h-7 items-baseline gap-2 py-1 pr-3 no-underline -outline-offset-2 hover:bg-hover ${indents[divisionDepth(division.rank)] ?? ''} ${hasParts && divisionDepth(division.rank) >= chapterDepth ? 'ml-3' : ''} ${isHere ? 'text-indigo' : 'text-ink'}`}
              >
                <span className="min-w-0 flex-1">{divisionHeading(division)}</span>
                <span className="flex-none text-2xs font-normal text-ink-3">
                  {first === last ? first.number : `${first.number}–${last.number}`}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function articlesUnder({ divisions, articles }: StatuteReading, index: number) {
  const isUnder = (division: number | null): boolean => {
    for (let at = division; at !== null; at = divisions[at]?.parent ?? null)
      if (at === index) return true;
    return false;
  };
  return articles.filter((article) => isUnder(article.division));
}
