import type { BlockKind, BlockText } from '#shared/domain/text/text.ts';
import type { MarkName } from '../markedText.ts';

/** Destinations whose content is no text of the document. */
export const skippedDestinations: ReadonlySet<string> = new Set(
  (
    'colortbl filetbl formfield datafield pict nonshppict shppict shprslt nonesttables sp sn sv xe tc tcn rxe private1 template ' +
    'mmathPr mmathPict themedata objclass objname objdata fontemb background keywords comment doccomm operator company manager ' +
    'category hlinkbase creatim revtim printim buptim upr revtbl rsidtbl listtable listoverridetable pn pntxta pntxtb'
  ).split(' '),
);

/** Destinations that may be ignored by old readers and hold text all the same. */
export const readThough: ReadonlySet<string> = new Set(
  (
    'shpinst annotation nesttableprops ud moMath moMathPara mr mt mf mfName mnum mden me msup msub mdeg msSup msSub msSubSup ' +
    'mrad mnary macc mbar md mlim mlimLow mlimUpp mgroupChr mfunc mbox mborderBox meqArr mm do pntext listtext result'
  ).split(' '),
);

export const pictureWords: ReadonlySet<string> = new Set(['shppict', 'pict']);
export const objectWords: ReadonlySet<string> = new Set(['objdata']);

/** Destinations that are texts of their own, by the kind of their blocks. */
export const storyKinds: Readonly<Record<string, BlockKind>> = {
  footnote: 'footnote',
  annotation: 'comment',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  shptxt: 'textbox',
  dptxbxtext: 'textbox',
};

export const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200D',
  zwnj: '\u200C',
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

export const marks: Readonly<Record<string, MarkName>> = {
  b: 'bold',
  i: 'italic',
  ul: 'underline',
  uld: 'underline',
  uldb: 'underline',
  uldash: 'underline',
  ulth: 'underline',
  ulw: 'underline',
  ulwave: 'underline',
  strike: 'strike',
  striked: 'strike',
  v: 'hidden',
  deleted: 'deleted',
  revised: 'inserted',
};

export const aligns: Readonly<Record<string, BlockText['align']>> = {
  ql: 'start',
  qc: 'center',
  qr: 'end',
  qj: 'justify',
  qd: 'justify',
};

export const codePages: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };

export const infoNames: Readonly<Record<string, string>> = {
  title: 'Title',
  subject: 'Subject',
  author: 'Author',
};
