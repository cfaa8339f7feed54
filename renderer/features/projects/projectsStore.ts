import { create } from 'zustand';
import type { Output } from '#shared/contract/contract.ts';
import type { ProjectFields, ProjectSummary } from '#shared/domain/review/project.ts';
import { whenDataChanges, whenWorkspaceCloses } from '../../client/changes.ts';
import { client } from '../../client/client.ts';
import { newCommandId } from '../../client/commandIds.ts';
import { inTurn, type Resource, unread } from '../../client/resource.ts';

export type OpenProject = Output<'project.show'>;

interface ProjectsState {
  readonly list: Resource<readonly ProjectSummary[]>;
  /** The project on the desk: the one the address names. */
  readonly openId: string | null;
  readonly open: Resource<OpenProject>;
}

const begin: ProjectsState = { list: unread, openId: null, open: unread };

export const useProjects = create<ProjectsState>()(() => begin);

export const loadProjects = inTurn(async () => {
  try {
    const value = await client('project.list', {});
    useProjects.setState({ list: { value, failure: null } });
  } catch (failure) {
    useProjects.setState(({ list }) => ({ list: { value: list.value, failure } }));
  }
});

const readOpen = inTurn(async () => {
  const projectId = useProjects.getState().openId;
  if (projectId === null) return;
  const answer = await client('project.show', { projectId }).then(
    (value) => ({ value, failure: null }),
    (failure: unknown) => ({ value: null, failure }),
  );
  if (useProjects.getState().openId === projectId) useProjects.setState({ open: answer });
});

/** Puts a project on the desk; null clears it. */
export function openProject(projectId: string | null): void {
  if (useProjects.getState().openId === projectId) return;
  useProjects.setState({ openId: projectId, open: unread });
  void readOpen();
}

export function reloadOpenProject(): Promise<void> {
  return readOpen();
}

export async function createProject(fields: ProjectFields): Promise<string> {
  const project = await client('project.create', {
    commandId: newCommandId(),
    fields,
    traits: {},
  });
  return project.id;
}

export async function updateProject(projectId: string, patch: ProjectFields): Promise<void> {
  await client('project.update', { commandId: newCommandId(), projectId, patch });
  await Promise.all([readOpen(), loadProjects()]);
}

export async function removeProject(projectId: string): Promise<void> {
  await client('project.remove', { commandId: newCommandId(), projectId });
  await loadProjects();
}

whenDataChanges(() => {
  const { list, openId } = useProjects.getState();
  if (list.value) void loadProjects();
  if (openId !== null) void readOpen();
});
whenWorkspaceCloses(() => useProjects.setState(begin));
