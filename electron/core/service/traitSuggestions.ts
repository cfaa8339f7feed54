import type { TraitReport } from '#shared/contract/rooms/project.ts';
import { partsOf } from '#shared/domain/text/partText.ts';
import { isPaged } from '#shared/domain/text/text.ts';
import { unreadBesideFlags } from '#shared/domain/text/unread.ts';
import type { Project } from '#shared/domain/review/project.ts';
import { type CuePart, seamsOf, suggestTraits } from '#shared/domain/library/traitCues.ts';
import type { Desk } from '../desk.ts';
import { latestVersion, readVersion, unsearchablePlaces } from './versionText.ts';

/**
 * Proposes answers to the trait questions from the newest version of each document, with the passages, and says what was
 * searched and what could not be. It answers nothing itself.
 */
export function suggestProjectTraits(desk: Desk, project: Project): TraitReport {
  const session = desk.session();
  const parts: CuePart[] = [];
  let searched = 0;
  const unsearchable: TraitReport['searched']['unsearchable'] = [];
  const documents = session.documents.ofProject(project.id);
  for (const document of documents) {
    const version = latestVersion(document);
    const extraction = readVersion(session, version);
    const folded = session.texts.folded(version.sha256);
    const places = partsOf(extraction);
    places.forEach((place, index) => {
      const form = folded[index];
      if (!form) return;
      parts.push({
        versionId: version.id,
        documentTitle: document.title,
        page: place.page,
        blockPath: place.blockPath,
        text: place.text,
        folded: form,
      });
    });
    searched += places.length;
    if (isPaged(extraction)) {
      const about = { versionId: version.id, documentTitle: document.title };
      parts.push(...seamsOf(places.map((place) => ({ ...about, ...place }))));
    }
    const where = unsearchablePlaces(extraction);
    const warnings = unreadBesideFlags(extraction.warnings);
    if (where.length + warnings.length > 0)
      unsearchable.push({ documentTitle: document.title, where, warnings });
  }
  const traits = desk.library.traits.flatMap(({ id }) => {
    const cues = desk.library.cues.get(id);
    return cues ? [{ id, cues }] : [];
  });
  return {
    traits: session.projects.answers(project.id),
    suggestions: suggestTraits(traits, parts),
    searched: { documents: documents.length, parts: searched, unsearchable },
  };
}
