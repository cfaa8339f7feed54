import type { Translation } from '../translation.ts';

export const errorsZh = {};

export const errorsEn: Translation<typeof errorsZh> = {};
