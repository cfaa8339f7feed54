import { type ErrorWords, p } from './errorWords.ts';

/** Texts of the law and citations of them. */
export const lawErrorsZh = {
  'statute-no-articles': (e) =>
    `“${p(e, 'file')}”中没有以“第×条”开头的段落，不是法规正文，未导入。请下载官方文本后再导入。`,
  'statute-gap': (e) =>
    `“${p(e, 'file')}”第 ${p(e, 'line')} 段是${p(e, 'found')}，此前应为${p(e, 'expected')}，条文有缺，未导入。请重新下载完整文本。`,
  'statute-repeat': (e) =>
    `“${p(e, 'file')}”第 ${p(e, 'line')} 段又出现${p(e, 'found')}，应为${p(e, 'expected')}，条号重复或倒退，未导入。请核对文件。`,
  'statute-empty-article': (e) =>
    `“${p(e, 'file')}”第 ${p(e, 'line')} 段的${p(e, 'found')}没有内容，未导入。请重新下载完整文本。`,
  'statute-count': (e) =>
    `“${p(e, 'file')}”止于${p(e, 'found')}，该版本应止于${p(e, 'expected')}，未导入。请核对是否为完整文本和所称版本。`,
  'statute-no-title': (e) =>
    `“${p(e, 'file')}”中未找到法规题名，文件名也不是目录中的法规，未导入。请把文件命名为“题名_日期”，如“中华人民共和国网络安全法_20251028.docx”。`,
  'statute-no-date': (e) =>
    `“${p(e, 'file')}”没有题注，也不在目录中，无法确定版本，未导入。请在文件名末尾加版本日期，如“${p(e, 'title')}_20251028.docx”。`,
  'statute-version-taken': (e) =>
    `《${p(e, 'title')}》${p(e, 'version')}版已导入（${p(e, 'existing')}），“${p(e, 'file')}”与其文字不同，未导入。如要替换，请先移除已有版本。`,
  'statute-not-held': (e) =>
    `尚未导入《${p(e, 'law')}》${p(e, 'version')}的文本。请先导入官方文本。`,
  'statute-not-comparable': () => '两个版本不是同一部法规，不能对照。',
  'law-unknown': (e) => `目录和已导入的文本中没有“${p(e, 'law')}”。请核对名称。`,
  'law-ambiguous': (e) => `“${p(e, 'law')}”可能指：${p(e, 'candidates')}。请写明全称。`,
  'article-unknown': (e) => `《${p(e, 'law')}》（${p(e, 'version')}）没有${p(e, 'article')}。`,
} satisfies Partial<ErrorWords>;

export const lawErrorsEn = {
  'statute-no-articles': (e) =>
    `“${p(e, 'file')}” has no paragraph that begins with 第×条, so it is no text of a law; it was not imported. Download the official text.`,
  'statute-gap': (e) =>
    `Paragraph ${p(e, 'line')} of “${p(e, 'file')}” is ${p(e, 'found')} where ${p(e, 'expected')} should stand: articles are missing. It was not imported; download the whole text.`,
  'statute-repeat': (e) =>
    `Paragraph ${p(e, 'line')} of “${p(e, 'file')}” is ${p(e, 'found')} where ${p(e, 'expected')} should stand: numbers repeat or go back. It was not imported; check the file.`,
  'statute-empty-article': (e) =>
    `${p(e, 'found')} in paragraph ${p(e, 'line')} of “${p(e, 'file')}” has no words. It was not imported; download the whole text.`,
  'statute-count': (e) =>
    `“${p(e, 'file')}” ends with ${p(e, 'found')}; that version ends with ${p(e, 'expected')}. It was not imported; check that it is whole and the version it claims to be.`,
  'statute-no-title': (e) =>
    `No title of a law was found in “${p(e, 'file')}”, and its name is none of the catalogue. It was not imported; name the file title_date, as in 中华人民共和国网络安全法_20251028.docx.`,
  'statute-no-date': (e) =>
    `“${p(e, 'file')}” has no note of adoption and is not in the catalogue, so its version is unknown. It was not imported; end its name with the version's date, as in ${p(e, 'title')}_20251028.docx.`,
  'statute-version-taken': (e) =>
    `The version of ${p(e, 'version')} of 《${p(e, 'title')}》 is already here (${p(e, 'existing')}) and “${p(e, 'file')}” has other words. It was not imported; remove the other first to replace it.`,
  'statute-not-held': (e) =>
    `The text of 《${p(e, 'law')}》 ${p(e, 'version')} is not here. Import the official text first.`,
  'statute-not-comparable': () =>
    'The two versions are not of the same law and cannot be compared.',
  'law-unknown': (e) =>
    `Neither the catalogue nor an imported text is called “${p(e, 'law')}”. Check the name.`,
  'law-ambiguous': (e) => `“${p(e, 'law')}” may be: ${p(e, 'candidates')}. Use the full title.`,
  'article-unknown': (e) => `《${p(e, 'law')}》 (${p(e, 'version')}) has no ${p(e, 'article')}.`,
} satisfies Partial<ErrorWords>;
