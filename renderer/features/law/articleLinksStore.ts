import { create } from 'zustand';
import { mayCite } from '#shared/domain/law/lawReading.ts';
import type { Input } from '#shared/contract/contract.ts';
import type { ParsedCitation, StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import { paragraphText } from '#shared/domain/law/statuteText.ts';
import { hrefOf } from '../../app/routes.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { articleKey, linesOf, type ReadArticle, type Span } from './articleLines.ts';
import { touchesStatutes } from './statutesStore.ts';

export interface ArticleLink extends Span {
  readonly line: number;
  readonly href: string;
  /** What it leads to, as a citation. */
  readonly cite: string;
}

interface LinksState {
  /** By version and article. */
  readonly links: Readonly<Record<string, readonly ArticleLink[]>>;
}

const begin: LinksState = { links: {} };
export const useArticleLinks = create<LinksState>()(() => begin);
whenWorkspaceCloses(() => useArticleLinks.setState(begin));
whenDataChanges((event) => {
  if (touchesStatutes(event.entities)) useArticleLinks.setState(begin);
});

export const linksKey = (versionId: string, article: ReadArticle): string =>
  `${versionId}/${articleKey(article)}`;

/** Reads the citations of an article; the core knows what 本法 and 前款 mean there. */
export async function readLinks(version: StatuteEntry, article: ReadArticle): Promise<void> {
  const key = linksKey(version.id, article);
  if (useArticleLinks.getState().links[key] !== undefined) return;
  const lines = linesOf(article);
  const found = await Promise.all(
    article.paragraphs.map(async (paragraph, index) => {
      const text = paragraphText(paragraph);
      if (!mayCite(text)) return [];
      const home = {
        law: version.lawCode ?? version.title,
        article: article.number,
        paragraph: index + 1,
      };
      const citations = await parseAtHome(text, home);
      const first = lines.findIndex((line) => line.paragraph === index);
      return citations.flatMap((citation) => linkOf(citation, version, article, lines, first));
    }),
  );
  useArticleLinks.setState(({ links }) => ({ links: { ...links, [key]: found.flat() } }));
}

/** An article that its own text does not have may stand in another part of the code, which is a text of its own. */
async function parseAtHome(
  text: string,
  home: NonNullable<Input<'citation.parse'>['home']>,
): Promise<readonly ParsedCitation[]> {
  const citations = await client('citation.parse', { text, home });
  return Promise.all(
    citations.map(async (citation) => {
      if (citation.kind !== 'nonexistent' || citation.cite === null) return citation;
      const [elsewhere] = await client('citation.parse', { text: citation.cite });
      if (elsewhere?.kind !== 'resolved') return citation;
      const { start, end, quote } = citation;
      return { ...elsewhere, start, end, quote };
    }),
  );
}

/** Puts a citation on its line. A law that cites itself is followed within the version that is being read. */
function linkOf(
  citation: ParsedCitation,
  version: StatuteEntry,
  home: ReadArticle,
  lines: readonly { readonly text: string }[],
  firstLine: number,
): ArticleLink[] {
  if (citation.article === null || citation.kind !== 'resolved') return [];
  const isOwn =
    citation.lawCode === null
      ? version.title.endsWith(citation.law)
      : citation.lawCode === version.lawCode;
  const versionId = isOwn ? version.id : citation.versionId;
  const key = articleKey({ number: citation.article, branch: citation.branch });
  if (versionId === null || (isOwn && key === articleKey(home))) return [];
  let line = firstLine;
  let offset = 0;
  while (citation.start > offset + (lines[line]?.text.length ?? Infinity)) {
    offset += (lines[line]?.text.length ?? 0) + 1;
    line += 1;
  }
  const href = hrefOf({ page: 'statute', versionId, article: key });
  const cite = citation.cite ?? citation.quote;
  return [{ line, start: citation.start - offset, end: citation.end - offset, href, cite }];
}
