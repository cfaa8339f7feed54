import { AppError } from '#shared/contract/errors.ts';
import { errorText } from '../../app/errorText.ts';
import { showToast } from '../../ui/toasts.ts';
import { useProjects } from '../projects/projectsStore.ts';

/** Says who holds the project at hand, since when, and how it comes back: what the core answers to whoever writes in it. */
export function explainReadOnly(): void {
  const project = useProjects.getState().open.value;
  if (!project) return;
  const { owner, since } = project.holding;
  const params = { project: project.name, person: owner?.person ?? '', at: since ?? '' };
  showToast({
    tone: 'warning',
    message: (text) => errorText(new AppError('project-handed-over', params), text),
  });
}
