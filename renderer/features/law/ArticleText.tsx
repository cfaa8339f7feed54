import { memo, useEffect, useMemo, useRef } from 'react';
import { fold } from '#shared/domain/text/fold.ts';
import type { StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import { attempt } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import {
  articleKey,
  hitsIn,
  linesOf,
  segmentLine,
  type ArticleLine,
  type Hit,
  type ReadArticle,
  type Span,
} from './articleLines.ts';
import { linksKey, readLinks, useArticleLinks, type ArticleLink } from './articleLinksStore.ts';
import { citeOf } from './citeNames.ts';

interface ArticleTextProps {
  version: StatuteEntry;
  article: ReadArticle;
  citeTitle: string;
  typed: string;
  /** The hit one has turned to, where it stands in this article. */
  currentHit: Hit | null;
}

const noLinks: readonly ArticleLink[] = [];

/** One article with its number, its links and what of it can be copied. */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { version, article, citeTitle, typed, currentHit } = props;
  const box = useRef<HTMLElement>(null);
  useLinksInView(box, version, article);
  const links = useArticleLinks((state) => state.links[linksKey(version.id, article)] ?? noLinks);
  const lines = useMemo(() => linesOf(article), [article]);
  const asked = useMemo(() => fold(typed).text, [typed]);
  return (
    <section ref={box} id={`article-${articleKey(article)}`} className="law-article">
      {lines.map((line, index) => (
        <Line
          // oxlint-disable-next-line react/no-array-index-key -- lines of an article never change their order
          key={index}
          line={line}
          label={index === 0 ? article.label : null}
          links={links.filter((link) => link.line === index)}
          hits={hitsIn(line, asked)}
          currentStart={currentHit?.line === index ? currentHit.span.start : null}
        />
      ))}
      <ArticleActions cite={citeOf(citeTitle, article.label)} text={article.text} />
    </section>
  );
});

interface LineProps {
  line: ArticleLine;
  /** The article's number, before its first line. */
  label: string | null;
  links: readonly ArticleLink[];
  hits: readonly Span[];
  currentStart: number | null;
}

function Line({ line, label, links, hits, currentStart }: LineProps) {
  return (
    <p data-depth={line.depth}>
      {label !== null && <b className="law-number">{label}</b>}
      {segmentLine(line.text, links, hits).map(({ text, start, link, isHit }) => {
        const content = isHit ? (
          <mark data-current={currentStart !== null && start === currentStart}>{text}</mark>
        ) : (
          text
        );
        return link === null ? (
          <span key={start}>{content}</span>
        ) : (
          <a key={start} href={link.href} title={link.cite}>
            {content}
          </a>
        );
      })}
    </p>
  );
}

function ArticleActions({ cite, text }: { cite: string; text: string }) {
  const words = useText().law.reader;
  return (
    <span className="law-actions">
      <IconButton icon="link" label={words.copyCitation} onPress={() => copy(cite, cite)} />
      <IconButton
        icon="copy"
        label={words.copyArticle}
        onPress={() => copy(`${cite}\n${text}`, cite)}
      />
    </span>
  );
}

function copy(copied: string, cite: string): void {
  attempt(async () => {
    await navigator.clipboard.writeText(copied);
    showToast({ tone: 'success', message: (text) => text.law.reader.copied(cite) });
  });
}

/** Reads an article's links when it first comes into view. */
function useLinksInView(
  box: React.RefObject<HTMLElement | null>,
  version: StatuteEntry,
  article: ReadArticle,
): void {
  useEffect(() => {
    const target = box.current;
    if (target === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        attempt(() => readLinks(version, article));
      },
      { rootMargin: '400px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [box, version, article]);
}
