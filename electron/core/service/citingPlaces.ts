import { parseCitation, versionOf } from '#shared/domain/law/citation.ts';
import type { ImpactEntry } from '#shared/domain/law/statuteReport.ts';
import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { DraftItem } from '#shared/domain/library/checklistVersion.ts';
import type { Instrument } from '#shared/domain/library/libraryFile.ts';
import type { Desk } from '../desk.ts';
import { wordings } from './archivedItems.ts';
import { shelfOf } from './checklists.ts';

/** A place where a law is cited. */
export interface Citing {
  readonly kind: ImpactEntry['kind'];
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly part: ImpactEntry['part'];
  readonly draftId: string | null;
  readonly cite: string;
  /** Empty where the citation alone says which law it is. */
  readonly code: string;
  readonly pinned: string | null;
}

/** Every citation that the current lists, lists in work, open findings and memo drafts make. */
export function citingPlaces(desk: Desk): Citing[] {
  const byTitle = new Map<string, Instrument[]>();
  for (const one of desk.library.instruments.values())
    byTitle.set(one.citeTitle, [...(byTitle.get(one.citeTitle) ?? []), one]);
  const inLists = shelfOf(desk)
    .currents()
    .flatMap(({ items, file }) =>
      items.flatMap((item) =>
        citationsOfItem(item, file.reviewedOn, byTitle).map((one) => ({
          ...one,
          id: item.id,
          label: item.number,
          title: item.title,
          draftId: null,
        })),
      ),
    );
  if (!desk.hasSession()) return inLists;
  return [...inLists, ...citationsInDrafts(desk, byTitle), ...citationsInWork(desk)];
}

type ItemCiting = Omit<Citing, 'id' | 'label' | 'title' | 'draftId'>;

function citationsOfItem(
  { basis, penalty }: Pick<ChecklistItem | DraftItem, 'basis' | 'penalty'>,
  reviewedOn: string,
  byTitle: ReadonlyMap<string, readonly Instrument[]>,
): ItemCiting[] {
  const where = { kind: 'item', projectId: null, projectName: null } as const;
  const pins = new Map(basis.map(({ code, lawVersion }) => [code, lawVersion]));
  return [
    ...basis.map(({ code, cite, lawVersion }) => ({
      ...where,
      part: 'basis' as const,
      cite,
      code,
      pinned: lawVersion,
    })),
    ...penalty.cites.map((cite) => ({
      ...where,
      part: 'penalty' as const,
      cite,
      code: '',
      pinned: penaltyVersion(byTitle.get(parseCitation(cite)?.title ?? '') ?? [], pins, reviewedOn),
    })),
  ];
}

/**
 * A penalty names no version: it is of the one that the item's basis in the same law is pinned to, else of the one that
 * stood when the list was last reviewed, as far as the catalogue knows it.
 */
function penaltyVersion(
  named: readonly Instrument[],
  pins: ReadonlyMap<string, string | null>,
  reviewedOn: string,
): string | null {
  const pinned = named.map(({ code }) => pins.get(code) ?? null).find((one) => one !== null);
  if (pinned !== undefined) return pinned;
  const versions = named.map(versionOf).filter((one) => one !== null && one <= reviewedOn);
  return versions[0] ?? null;
}

function citationsInDrafts(
  desk: Desk,
  byTitle: ReadonlyMap<string, readonly Instrument[]>,
): Citing[] {
  const { drafts } = desk.session();
  return drafts.drafts().flatMap((draft) =>
    drafts.items(draft).flatMap((item, index) =>
      citationsOfItem(item, draft.head.reviewedOn, byTitle).map((one) => ({
        ...one,
        id: item.id,
        label: `${String(draft.order)}.${String(index + 1).padStart(2, '0')}`,
        title: item.title,
        draftId: draft.id,
      })),
    ),
  );
}

function citationsInWork(desk: Desk): Citing[] {
  const session = desk.session();
  return session.projects.list().flatMap((project) => {
    const where = { projectId: project.id, projectName: project.name, part: null, draftId: null };
    const findings = session.review
      .findingsOfProject(project.id)
      .filter(({ status }) => status === 'open');
    const wordingOf = wordings(desk, project);
    const inFindings = findings.flatMap((finding) =>
      finding.citations.map(({ cite, code, lawVersion }) => ({
        kind: 'finding' as const,
        id: finding.id,
        label: finding.number,
        title: wordingOf(finding.itemId)?.title ?? finding.itemId,
        ...where,
        cite,
        code,
        pinned: lawVersion,
      })),
    );
    const inDrafts = session.memos
      .draftsOfProject(project.id)
      .flatMap(({ id, fileName, citations: cited }) =>
        cited.map(({ cite, code, lawVersion }) => ({
          kind: 'draft' as const,
          id,
          label: fileName,
          title: project.name,
          ...where,
          cite,
          code,
          pinned: lawVersion,
        })),
      );
    return [...inFindings, ...inDrafts];
  });
}
