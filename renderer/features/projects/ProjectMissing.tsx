import { errorText } from '../../app/errorText.ts';
import { useText } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { reloadOpenProject, useProjects } from './projectsStore.ts';

/** The address names a project that cannot be read. */
export function ProjectMissing() {
  const text = useText();
  const failure = useProjects((state) => state.open.failure);
  return (
    <EmptyState
      icon="search"
      title={text.projects.overview.missingTitle}
      actions={
        <>
          <Button onPress={() => void reloadOpenProject()}>{text.common.retry}</Button>
          <Button tone="primary" onPress={() => navigate({ page: 'projects' })}>
            {text.common.nav.backToProjects}
          </Button>
        </>
      }
    >
      <p>{errorText(failure, text)}</p>
      <p>{text.projects.overview.missingHint}</p>
    </EmptyState>
  );
}
