import type { ProjectFields, ProjectSummary } from '#shared/domain/review/project.ts';
import { attempt } from '../../app/errorText.ts';
import { textNow } from '../../app/language.ts';
import { navigate } from '../../app/routes.ts';
import { undo } from '../../app/undo.ts';
import { showToast } from '../../ui/toasts.ts';
import { createProject, removeProject } from './projectsStore.ts';

/** Creates a project and opens it. */
export async function beginProject(fields: ProjectFields): Promise<void> {
  const projectId = await createProject(fields);
  showToast({ tone: 'success', message: textNow().projects.list.created(fields.name) });
  navigate({ page: 'project', projectId, tab: 'overview', at: {} });
}

/** Removes a project from the list and offers the way back. */
export function dismissProject(project: ProjectSummary): void {
  attempt(async () => {
    await removeProject(project.id);
    const text = textNow();
    showToast({
      tone: 'success',
      message: text.projects.list.removed(project.name),
      action: { label: text.common.commands.undo, run: undo },
    });
  });
}
