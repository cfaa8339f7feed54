import type { Translation } from '../translation.ts';

export const projectsZh = {};

export const projectsEn: Translation<typeof projectsZh> = {};
