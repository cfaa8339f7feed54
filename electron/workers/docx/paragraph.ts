import type { BlockKind, BlockText, TrackedChange } from '#shared/domain/text/text.ts';
import { MarkedText, type MarkName } from '../markedText.ts';
import type { ParagraphProperties, RunProperties } from './styles.ts';

/** A tracked change as the file describes it. */
export interface Revision {
  readonly kind: 'inserted' | 'deleted';
  readonly author: string;
  readonly date: string;
}

/** How a stretch of text stands in the file. */
export interface RunState {
  readonly format: RunProperties;
  readonly revision: Revision | null;
  /** Number of the run in its part; `noRun` for signs that stand in none. */
  readonly run: number;
}

/** Signs of notes in one paragraph. */
const mostNotes = 1_000;
const formatMarks = ['bold', 'italic', 'underline', 'strike', 'hidden'] as const;

/** A paragraph while it is being read: its text with marks, and what its properties say. */
export class Paragraph {
  readonly slot: number;
  readonly path: string;
  readonly kind: BlockKind;
  readonly properties: ParagraphProperties = {};
  label: string | null = null;
  labels: BlockText['labels'];
  /** The tracked change of the paragraph mark. */
  mark: Revision | null = null;
  isNumbered = false;
  /** Text boxes anchored in the paragraph so far. */
  boxes = 0;
  readonly #text = new MarkedText();
  readonly #changes: TrackedChange[] = [];
  readonly #comments: [number, number, string][] = [];
  readonly #notes: [number, string][] = [];
  readonly #runs: number[] = [];

  /** UTF-16 units so far. */
  get length(): number {
    return this.#text.length;
  }

  constructor(slot: number, path: string, kind: BlockKind) {
    this.slot = slot;
    this.path = path;
    this.kind = kind;
  }

  append(text: string, state: RunState): void {
    const start = this.length;
    const { revision } = state;
    const marks: MarkName[] = formatMarks.filter((name) => state.format[name] === true);
    this.#text.append(text, revision === null ? marks : [...marks, revision.kind]);
    if (revision !== null) this.#change(revision, start);
    if (this.#runs.at(-1) !== state.run) this.#runs.push(start, state.run);
  }

  /** A comment is about the text from `start` to here. */
  comment(id: string, start: number): void {
    this.#comments.push([start, this.length, id]);
  }

  /** The sign of a note stands here. */
  note(path: string): void {
    if (this.#notes.length < mostNotes) this.#notes.push([this.length, path]);
  }

  #change({ kind, author, date }: Revision, start: number): void {
    const last = this.#changes.at(-1);
    const isSame =
      last !== undefined &&
      last[1] === start &&
      last[2] === kind &&
      last[3] === author &&
      last[4] === date;
    if (isSame) last[1] = this.length;
    else this.#changes.push([start, this.length, kind, author, date]);
  }

  /** The block, or null for an empty paragraph that shows no number. */
  close(level: number, align: BlockText['align']): BlockText | null {
    if (this.length === 0 && this.label === null) return null;
    const { text, marks, flags } = this.#text.take(false);
    const kind = this.kind === 'paragraph' && level > 0 ? 'heading' : this.kind;
    return {
      path: this.path,
      kind,
      label: this.label,
      text,
      flags,
      level,
      align,
      marks,
      ...(this.#changes.length > 0 && { changes: this.#changes }),
      ...(this.#comments.length > 0 && { comments: this.#comments }),
      ...(this.#notes.length > 0 && { notes: this.#notes }),
      ...(this.#runs.length > 0 && { runs: this.#runs }),
      ...(this.labels !== undefined && { labels: this.labels }),
      ...(this.mark !== null && { mark: this.mark.kind }),
    };
  }
}

/** An empty table cell, so that the table keeps its shape in the reading view. */
export function emptyCell(path: string): BlockText {
  return { path, kind: 'cell', label: null, text: '', flags: [], level: 0, align: null, marks: [] };
}
