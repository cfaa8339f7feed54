import type { ProjectFields, ProjectSummary } from '#shared/domain/review/project.ts';
import { attempt } from '../../app/errorText.ts';
import { navigate } from '../../app/routes.ts';
import { undoing } from '../../app/undo.ts';
import { showToast } from '../../ui/toasts.ts';
import { createProject, removeProject } from './projectsStore.ts';

/** Creates a project and opens it. */
export async function beginProject(fields: ProjectFields): Promise<void> {
  const projectId = await createProject(fields);
  navigate({ page: 'project', projectId, tab: 'overview', at: {} });
  showToast({ tone: 'success', message: (text) => text.projects.list.created(fields.name) });
}

/** Removes a project from the list and offers the way back. */
export function dismissProject(project: ProjectSummary): void {
  attempt(async () => {
    await removeProject(project.id);
    showToast({
      tone: 'success',
      message: (text) => text.projects.list.removed(project.name),
      action: undoing((text) => text.common.commands.undo),
    });
  });
}
