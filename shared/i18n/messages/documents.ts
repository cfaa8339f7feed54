import type { Translation } from '../translation.ts';

export const documentsZh = {};

export const documentsEn: Translation<typeof documentsZh> = {};
