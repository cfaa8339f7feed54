/** Bytes that a name may take in a file's: systems allow 255 in all, and date, kind and count stand beside it. */
const maxNameBytes = 150;

/**
 * A name as part of a file's: without characters that Windows refuses, and cut between whole signs (never inside an emoji)
 * where it is too long for a file system.
 */
export function fileNamePart(name: string): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '').trim();
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('zh-CN').segment(safe)) {
    bytes += utf8Bytes(segment);
    if (bytes > maxNameBytes) break;
    kept += segment;
  }
  return kept.trim();
}

function utf8Bytes(text: string): number {
  return [...text].reduce((sum, sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);
  }, 0);
}
