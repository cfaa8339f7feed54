import type { Translation } from '../translation.ts';

export const memoZh = {};

export const memoEn: Translation<typeof memoZh> = {};
