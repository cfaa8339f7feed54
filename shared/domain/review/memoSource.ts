import type { Checklist, ChecklistItem, Trait, TraitAnswers } from '../library/checklistItem.ts';
import type { Assessment, Evidence, Finding } from './assessment.ts';
import type { ProjectDocument } from './document.ts';
import type { Project } from './project.ts';
import type { Verdict } from './verdict.ts';

/** One item in view of the project: its content, whether it applies, what was decided, and the quotes linked to it. */
export interface MemoSourceItem {
  readonly item: ChecklistItem;
  readonly applies: 'yes' | 'undetermined';
  /** Null while the item has no record yet, which counts as unreviewed. */
  readonly assessment: Assessment | null;
  /** It was answered on another wording than the project reads now, so that it counts as unreviewed. */
  readonly isReopened?: boolean;
  /** All evidence of the item, including what is linked to its findings. */
  readonly evidence: readonly Evidence[];
}

/** An item that the memo does not list, with what findings against it need. */
export interface ElsewhereItem {
  readonly item: ChecklistItem;
  readonly standing: 'not-applicable' | 'archived';
  readonly evidence: readonly Evidence[];
}

/** Everything a memo is made of, already loaded. Items stand in library order and leave out those that do not apply. */
export interface MemoSource {
  readonly project: Pick<Project, 'name' | 'client' | 'type' | 'due' | 'round'>;
  readonly traits: readonly Trait[];
  readonly answers: TraitAnswers;
  readonly documents: readonly ProjectDocument[];
  /** Labels by document type code, from the library. */
  readonly docTypes: Readonly<Record<string, string>>;
  /** The checklists whose items appear, in library order. */
  readonly checklists: readonly Checklist[];
  readonly items: readonly MemoSourceItem[];
  /** Items of findings that are not among `items`: ruled out since, or in no list of the project any more. */
  readonly elsewhere?: readonly ElsewhereItem[];
  /** Titles of lists of the project that cannot be read at this desk. */
  readonly listsNotHere?: readonly string[];
  /** Findings of the project in any state; only the open ones are written. */
  readonly findings: readonly Finding[];
  /** Known instruments in the order in which the memo lists them (rank of law first); unknown codes follow. */
  readonly instruments: readonly { readonly code: string; readonly title: string }[];
  readonly reviewer: string;
  /** Calendar day, YYYY-MM-DD. */
  readonly date: string;
  readonly isDraft: boolean;
  readonly number: string | null;
  /** Name of the law firm and the lawyer's own conclusion; a line to fill in stands where they are left out. */
  readonly firm?: string;
  readonly conclusion?: string;
  /** Calendar day up to which amendments of the law were looked for; the oldest review day of the checklists without it. */
  readonly lawCheckedOn?: string;
  /** Findings whose citations do not stand on the memo's day. */
  readonly citationFaults?: readonly {
    readonly findingId: string;
    readonly fault: 'unresolved' | 'outdated';
  }[];
}

/** The verdict of an item, `unreviewed` while it has no record. */
export function verdictOf(entry: MemoSourceItem): Verdict {
  return entry.assessment?.verdict ?? 'unreviewed';
}
