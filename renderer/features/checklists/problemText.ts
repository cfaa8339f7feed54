import type { ChecklistProblem } from '#shared/domain/library/checklistVersion.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';

/** What is wrong, in words, and what would do. */
export function problemText(
  { code, found, expected }: ChecklistProblem,
  { checklistProblems }: Messages,
): string {
  return checklistProblems[code](found, expected);
}

/** Where it stands in the file: sheet, row and column of a workbook, the line of a YAML document. */
export function problemPlace(
  { sheet, row, column, line }: ChecklistProblem,
  { checklists: { imports }, common }: Messages,
): string {
  const words = imports.place;
  return [
    ...(sheet === null ? [] : [words.sheet(sheet)]),
    ...(row === null ? [] : [words.row(row)]),
    ...(column === null ? [] : [words.column(column)]),
    ...(line === null ? [] : [words.line(line)]),
  ].join(common.columnSeparator);
}
