import type { LawRoute } from '../../app/lawRoutes.ts';
import { ComparisonPage } from './ComparisonPage.tsx';
import { ImpactPage } from './ImpactPage.tsx';
import { ReaderPage } from './ReaderPage.tsx';
import { StatutesPage } from './StatutesPage.tsx';

/** The room of the law that an address names. */
export function LawPage({ route }: { route: LawRoute }) {
  switch (route.page) {
    case 'statutes':
      return <StatutesPage law={route.law} />;
    case 'statute':
      return (
        <ReaderPage key={route.versionId} versionId={route.versionId} article={route.article} />
      );
    case 'comparison':
      return (
        <ComparisonPage
          key={`${route.fromId}/${route.toId}`}
          fromId={route.fromId}
          toId={route.toId}
        />
      );
    case 'impact':
      return <ImpactPage law={route.law} />;
    default:
      return route satisfies never;
  }
}
