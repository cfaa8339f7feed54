/** A font by name, and by name what to take where it is missing. */
interface MemoFont {
  readonly name: string;
  readonly alternatives: readonly string[];
  readonly panose: string;
  readonly family: 'roman' | 'swiss' | 'modern' | 'auto';
}

/* Commercial fonts are named, never embedded. */
const FONTS: readonly MemoFont[] = [
  {
    name: '方正小标宋简体',
    alternatives: ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'Noto Serif CJK SC'],
    panose: '03000509000000000000',
    family: 'roman',
  },
  {
    name: '仿宋_GB2312',
    alternatives: ['仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
    panose: '02010609030101010101',
    family: 'modern',
  },
  {
    name: '楷体_GB2312',
    alternatives: ['楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'],
    panose: '02010609030101010101',
    family: 'modern',
  },
  {
    name: '黑体',
    alternatives: ['SimHei', 'Heiti SC', 'Noto Sans CJK SC'],
    panose: '02010609060101010101',
    family: 'modern',
  },
  {
    name: '宋体',
    alternatives: ['SimSun', 'Songti SC', 'Noto Serif CJK SC'],
    panose: '02010600030101010101',
    family: 'auto',
  },
];

const latin = (name: string, panose: string, family: string): string =>
  `<w:font w:name="${name}"><w:panose1 w:val="${panose}"/><w:charset w:val="00"/><w:family w:val="${family}"/>` +
  `<w:pitch w:val="variable"/></w:font>`;

const chinese = ({ name, alternatives, panose, family }: MemoFont): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:panose1 w:val="${panose}"/>` +
  `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`;

/**
 * word/fontTable.xml: alternatives by name, charset 134 (GB2312) and family, so that a missing font falls
 * back to its kind. LibreOffice reads none of this and takes its own CJK font.
 */
export const fontTable =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  latin('Times New Roman', '02020603050405020304', 'roman') +
  latin('Courier New', '02070309020205020404', 'modern') +
  FONTS.map(chinese).join('') +
  '</w:fonts>';
