import type { Translation } from '../translation.ts';

export const workspaceZh = {};

export const workspaceEn: Translation<typeof workspaceZh> = {};
