/**
 * CJK radicals supplement and CJK strokes with the unified ideograph that looks the same, as pairs.
 * From Unicode's EquivalentUnifiedIdeograph.txt 15.0.0; the 23 entries outside the BMP are left out, because the
 * repair must keep offsets. The 214 Kangxi radicals need no table: NFKC maps them.
 */
const supplement =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王' +
  '⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页' +
  '⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇖乛㇚亅㇝乀㇟乚㇠乙';

/** Chinese fonts draw Kangxi radical 63 as 户 where simplified text meant it; NFKC gives the traditional 戶. */
const door = ['\u2F3E', '户'] as const;

const byRadical: ReadonlyMap<string, string> = buildTable();

function buildTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (let i = 0; i < supplement.length; i += 2)
    table.set(supplement.charAt(i), supplement.charAt(i + 1));
  const mapByNfkc = (from: number, to: number) => {
    for (let code = from; code <= to; code++) {
      const char = String.fromCharCode(code);
      const meant = char.normalize('NFKC');
      if (meant !== char && meant.length === 1) table.set(char, meant);
    }
  };
  mapByNfkc(0x2e80, 0x2fd5); // the radicals that NFKC knows
  mapByNfkc(0xf900, 0xfaff); // CJK compatibility ideographs
  mapByNfkc(0x2329, 0x232a); // angle brackets, canonically those of CJK punctuation
  table.set(...door);
  return table;
}

const candidate = /[\u2329\u232A\u2E80-\u2FD5\u31C0-\u31E3\uF900-\uFAFF]/g;

/** The ideograph meant by a radical or compatibility form, or undefined for any other character. */
export function ideographOf(char: string): string | undefined {
  return byRadical.get(char);
}

/**
 * Replaces radicals, strokes, compatibility ideographs and angle brackets by the characters meant, one UTF-16 unit for one, so that
 * offsets hold. Text without any is returned as it is.
 */
export function repairRadicals(text: string): string {
  return text.replace(candidate, (char) => byRadical.get(char) ?? char);
}
