import type { ProjectDocument } from '#shared/domain/review/document.ts';
import { useText } from '../../app/language.ts';
import { hrefOf, navigate } from '../../app/routes.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useIsLocked } from '../../ui/locked.ts';
import { currentVersion } from '../documents/documentsStore.ts';
import { Card } from './Card.tsx';

interface DocumentsSummaryProps {
  projectId: string;
  documents: readonly ProjectDocument[];
}

/** The documents under review, with what should be known about them. */
export function DocumentsSummary({ projectId, documents }: DocumentsSummaryProps) {
  const text = useText();
  const words = text.projects.overview;
  const isLocked = useIsLocked();
  const pages = documents.reduce((sum, document) => sum + (currentVersion(document).pages ?? 0), 0);
  return (
    <Card
      title={words.documents}
      aside={documents.length > 0 && text.documents.count(documents.length, pages)}
    >
      {documents.length === 0 ? (
        <div className="flex items-center justify-between gap-3">
          <span className="text-ink-2">{words.noDocuments}</span>
          {!isLocked && (
            <Button
              icon="drop"
              onPress={() => navigate({ page: 'project', projectId, tab: 'documents', at: {} })}
            >
              {words.addDocuments}
            </Button>
          )}
        </div>
      ) : (
        <ul className="-my-1 flex flex-col">
          {documents.map((document) => (
            <DocumentLine key={document.id} projectId={projectId} document={document} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function DocumentLine({ projectId, document }: { projectId: string; document: ProjectDocument }) {
  const text = useText();
  const version = currentVersion(document);
  const href = hrefOf({
    page: 'project',
    projectId,
    tab: 'review',
    at: { version: version.id },
  });
  return (
    <li className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-baseline gap-2">
        <Icon name="file" size={14} className="translate-y-0.5 text-ink-3" />
        <a href={href} className="min-w-0 flex-1 truncate text-ink no-underline hover:text-indigo">
          {document.title}
        </a>
        <span className="text-xs text-ink-3">
          {document.type === null ? text.documents.noType : text.words.docTypes[document.type]}
        </span>
      </div>
      {version.warnings.length > 0 && (
        <p className="mt-0.5 pl-5.5 text-xs text-amber">
          {version.warnings
            .map((warning) => text.documents.warnings[warning.code](warning.count))
            .join(' · ')}
        </p>
      )}
    </li>
  );
}
