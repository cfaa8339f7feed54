import { create } from 'zustand';
import type { ShownArticle, StatuteEntry } from '#shared/domain/law/statuteReport.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import type { Resource } from '../../client/resource.ts';
import { articleKey } from './articleLines.ts';
import { touchesStatutes } from './statutesStore.ts';

interface Place {
  readonly number: number;
  readonly branch: number;
}

interface ShownState {
  /** By version and article. */
  readonly articles: Readonly<Record<string, Resource<ShownArticle>>>;
}

const begin: ShownState = { articles: {} };

/** Articles that were shown beside a citation. */
export const useShownArticles = create<ShownState>()(() => begin);

whenWorkspaceCloses(() => useShownArticles.setState(begin));
whenDataChanges((event) => {
  if (touchesStatutes(event.entities)) useShownArticles.setState(begin);
});

export const shownKey = (versionId: string, place: Place): string =>
  `${versionId}/${articleKey(place)}`;

/** Reads an article where it has not been read. */
export async function wantArticle(version: StatuteEntry, place: Place): Promise<void> {
  const key = shownKey(version.id, place);
  if (useShownArticles.getState().articles[key]?.value) return;
  const answer: Resource<ShownArticle> = await client('statute.show', {
    law: version.lawCode ?? version.title,
    article: place.number,
    branch: place.branch,
    version: version.id,
  }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: null, failure }),
  );
  useShownArticles.setState(({ articles }) => ({ articles: { ...articles, [key]: answer } }));
}
