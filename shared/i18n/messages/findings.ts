import type { Translation } from '../translation.ts';

export const findingsZh = {};

export const findingsEn: Translation<typeof findingsZh> = {};
