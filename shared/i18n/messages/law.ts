import { statutesEn, statutesZh } from './law/statutes.ts';
import { statuteImportEn, statuteImportZh } from './law/import.ts';
import { readerEn, readerZh } from './law/reader.ts';
import { impactEn, impactZh } from './law/impact.ts';
import { citationsEn, citationsZh } from './law/citations.ts';
import type { Translation } from '../translation.ts';

/** The screens of the law: statute library, reader, comparison, impact, citations. */
export const lawZh = {
  tabs: { label: '清单与法规', checklists: '审查清单', statutes: '法规' },
  commands: { statutes: '前往法规', findInText: '在条文中查找' },
  ...statutesZh,
  ...statuteImportZh,
  ...readerZh,
  ...impactZh,
  ...citationsZh,
};

export const lawEn: Translation<typeof lawZh> = {
  tabs: { label: 'Checklists and law', checklists: 'Checklists', statutes: 'Statutes' },
  commands: { statutes: 'Go to the statutes', findInText: 'Find in the text of the law' },
  ...statutesEn,
  ...statuteImportEn,
  ...readerEn,
  ...impactEn,
  ...citationsEn,
};
