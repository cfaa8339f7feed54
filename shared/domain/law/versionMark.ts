/** What a document says about the version of the law it cites. */
export interface VersionMark {
  /** Year in brackets or before the title: （2016年）, 2025年修正. */
  readonly year: number | null;
  /** `国务院令第273号`, without blanks. */
  readonly documentNumber: string | null;
  /** 征求意见稿, 草案. */
  readonly isDraft: boolean;
  /** 原《…》, 修订前的: the writer knows that it is an earlier law. */
  readonly isFormer: boolean;
}

export const noMark: VersionMark = {
  year: null,
  documentNumber: null,
  isDraft: false,
  isFormer: false,
};

/** What stands right before a title: 2016年《…》, 原《…》. */
export function markBefore(text: string, start: number): VersionMark {
  const before = text.slice(Math.max(0, start - 24), start);
  const year = /(?:^|\D)((?:19|20)\d{2})年?(?:版|修正的?|修订的?)?$/u.exec(before)?.[1];
  const isFormer = /(?:原|旧|(?:修正|修订|修改)前的?|已废止的?)$/u.test(before);
  const documentNumber =
    /[^\s,;:。、()《》]{0,12}令第[\d〇零一二三四五六七八九十百]+号$/u.exec(before)?.[0] ?? null;
  if (year === undefined && documentNumber === null && !isFormer) return noMark;
  return {
    year: year === undefined ? null : Number(year),
    documentNumber,
    isDraft: false,
    isFormer,
  };
}

/** The mark with what a bracket adds to it; the same object where the bracket says nothing of a version. */
export function withMark(mark: VersionMark, inner: string): VersionMark {
  const years = [...inner.matchAll(/(?:19|20)\d{2}(?=年|版|修|\.|-|\b|$)/gu)].map(([one]) =>
    Number(one),
  );
  const documentNumber =
    /[^\s,;。()]{0,20}令(?:\d{4}年)?第?[\d〇零一二三四五六七八九十百]+号/u.exec(inner)?.[0] ?? null;
  const isDraft = /征求意见|草案|送审|审议稿/u.test(inner);
  if (years.length === 0 && documentNumber === null && !isDraft) return mark;
  return {
    year: years.length > 0 ? Math.max(...years) : mark.year,
    documentNumber: documentNumber ?? mark.documentNumber,
    isDraft: isDraft || mark.isDraft,
    isFormer: mark.isFormer,
  };
}
