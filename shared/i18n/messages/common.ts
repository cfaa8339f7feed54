import type { Translation } from '../translation.ts';

export const commonZh = {};

export const commonEn: Translation<typeof commonZh> = {};
