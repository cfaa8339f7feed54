import type { ComparedArticle } from '#shared/domain/law/statuteReport.ts';
import { articleLabel } from '#shared/domain/law/statuteText.ts';
import type { Messages } from '#shared/i18n/catalogue.ts';

export type ChangeKind = ComparedArticle['kind'];

export const changeKinds = ['changed', 'moved', 'new', 'deleted', 'same'] as const;

export const changeTones = {
  changed: 'amber',
  moved: 'indigo',
  new: 'teal',
  deleted: 'cinnabar',
  same: 'neutral',
} as const;

/** `第二十一条 → 第二十三条`; one number where it stayed. */
export function changeLabel({ from, to }: ComparedArticle, { law, common }: Messages): string {
  const newer = to.map((number) => articleLabel(number)).join(common.columnSeparator);
  if (from === null) return newer;
  const older = articleLabel(from);
  if (newer === '' || newer === older) return older;
  return law.comparison.movedTo(older, newer);
}
