import { canonical, chainStart } from '#shared/domain/changes/change.ts';
import { missingFrom, type Vector } from '#shared/domain/changes/causality.ts';
import { VectorSchema } from '#shared/domain/handoff/handoff.ts';
import type { ChangeRow, LogTable } from '../changes/logTable.ts';

/** A change as it goes into a package: the text of its line, and what else the package is put together from. */
export interface ExportLine {
  readonly device: string;
  readonly seq: number;
  readonly commandId: string;
  /** Document bytes that it names; fields of other entities may name some too, under the same name. */
  readonly content: string | null;
  /** Canonical JSON, without the line feed. */
  readonly text: string;
}

/** What a project's changes lie after, and up to where they go. */
interface Span {
  readonly from: Vector;
  readonly to: Vector;
}

/** The lines of a project's changes after `from` up to `to`, by device and number. */
export function exportLines(log: LogTable, project: string, span: Span): ExportLine[] {
  const seenText = seenTexts();
  const lines: ExportLine[] = [];
  let last: ChangeRow | null = null;
  for (const row of rowsOf(log, project, span)) {
    const isNext: boolean = last?.device === row.device && last.seq === row.seq - 1;
    const before: string | null =
      row.prev ?? (isNext && last ? last.hash : log.hashAt(row.device, row.seq - 1));
    lines.push(toLine(project, row, before ?? chainStart, seenText(row.seen)));
    last = row;
  }
  return lines;
}

/** Changes that an entity has, roughly: with fewer numbers to look through, they are the shorter way. */
const changesOfEntity = 8;

/** Little that is new is found by its numbers; much, or little of a small project in a long log, by the project's entities. */
function* rowsOf(log: LogTable, project: string, { from, to }: Span): Generator<ChangeRow> {
  const spans = missingFrom(from, to);
  const numbers = spans.reduce((sum, { after, upTo }) => sum + upTo - after, 0);
  if (numbers > log.entities(project) * changesOfEntity) {
    for (const row of log.ofProject(project)) {
      const { device, seq } = row;
      if (seq > (from[device] ?? 0) && seq <= (to[device] ?? 0)) yield row;
    }
    return;
  }
  for (const { device, after, upTo } of spans) yield* log.numbered(project, device, after, upTo);
}

/** Keys in order; the value stands in the log as canonical JSON already. */
function toLine(project: string, row: ChangeRow, prev: string, seen: string): ExportLine {
  const { device, seq, hlc, field, value, hash } = row;
  const head = JSON.stringify({
    actor: row.actor,
    command: row.command,
    commandId: row.command_id,
    device,
    entity: row.entity,
    entityId: row.entity_id,
    field,
    hash,
    hlc,
    prev,
    project,
  });
  const text = `${head.slice(0, -1)},"seen":${seen},"seq":${seq},"value":${value}}`;
  const content = field === 'sha256' ? contentOf(value) : null;
  return { device, seq, commandId: row.command_id, content, text };
}

function contentOf(value: string): string | null {
  const parsed: unknown = JSON.parse(value);
  return typeof parsed === 'string' ? parsed : null;
}

/** Few different vectors stand in very many rows, so each is put in order once. */
function seenTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? JSON.stringify(canonical(VectorSchema.parse(JSON.parse(text))));
    known.set(text, made);
    return made;
  };
}

export function byChain(
  a: Pick<ExportLine, 'device' | 'seq'>,
  b: Pick<ExportLine, 'device' | 'seq'>,
): number {
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.seq - b.seq;
}
