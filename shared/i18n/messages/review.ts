import type { Translation } from '../translation.ts';

export const reviewZh = {};

export const reviewEn: Translation<typeof reviewZh> = {};
