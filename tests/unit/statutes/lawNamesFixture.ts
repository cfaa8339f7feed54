import { LawNames } from '#shared/domain/law/lawNames.ts';
import { loadLibrary } from '../../../electron/core/library/library.ts';
import { resourcesDir } from '../../integration/library/resources.ts';

/** The shipped catalogue and the names it gives. */
export const library = loadLibrary(resourcesDir);
export const names = new LawNames([...library.instruments.values()], library.nationalLaws);
