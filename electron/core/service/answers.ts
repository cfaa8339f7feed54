import type { ChecklistItem } from '#shared/domain/library/checklistItem.ts';
import type { Assessment, Reopened } from '#shared/domain/review/assessment.ts';
import type { Project } from '#shared/domain/review/project.ts';
import { doesStand, hashDecidedOn } from '#shared/domain/review/standing.ts';
import type { Desk } from '../desk.ts';
import { ChecklistShelf, type Pin } from '../library/checklistShelf.ts';
import type { Session } from '../session.ts';

/** What was decided on an item, as it counts for the wording that the project reads now. */
export interface Answer {
  /** `unreviewed` where the answer was given on another wording; the note stays. */
  readonly assessment: Assessment;
  readonly reopened: Reopened | null;
}

/**
 * Answers of one project against the wordings it reads now. Whether an answer stands is worked out from what is recorded, so
 * that desks which merge in another order come to the same.
 */
export class Answers {
  readonly #desk: Desk;
  readonly #session: Session;
  readonly #pins: Project['checklists'];
  readonly #projectId: string;
  /** Read when a verdict names no wording. */
  #begun: Project['checklists'] | null = null;
  /** Made when the first answer does not stand by itself. */
  #shelf: ChecklistShelf | null = null;

  constructor(desk: Desk, session: Session, project: Pick<Project, 'id' | 'checklists'>) {
    this.#desk = desk;
    this.#session = session;
    this.#pins = project.checklists;
    this.#projectId = project.id;
  }

  of(item: ChecklistItem, assessment: Assessment): Answer {
    const decidedOn = this.#decidedOn(item, assessment);
    if (doesStand(assessment.verdict, decidedOn, item.hash)) return { assessment, reopened: null };
    const found =
      decidedOn === null ? null : this.#shelved().wording(item.checklist, item.id, decidedOn);
    return {
      assessment: { ...assessment, verdict: 'unreviewed' },
      reopened: {
        verdict: assessment.verdict,
        version: found?.version.file.version ?? null,
        before: found?.item ?? null,
      },
    };
  }

  /** Content hash of the wording; null where it cannot be known any more. */
  #decidedOn(item: ChecklistItem, assessment: Assessment): string | null {
    return hashDecidedOn(assessment, () => {
      this.#begun ??= this.#session.projects.begunWith(this.#projectId);
      const begun = this.#begun[item.checklist];
      if (!begun) return null;
      if (isSame(begun, this.#pins[item.checklist])) return item.hash;
      const version = this.#shelved().pinned(item.checklist, begun);
      return version?.items.find(({ id }) => id === item.id)?.hash ?? null;
    });
  }

  #shelved(): ChecklistShelf {
    this.#shelf ??= new ChecklistShelf(this.#desk.library, this.#session);
    return this.#shelf;
  }
}

function isSame(begun: Pin, now: Pin | undefined): boolean {
  return now !== undefined && begun.hash === now.hash;
}
