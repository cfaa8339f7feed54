import { numeralSource } from './citationPlaces.ts';
import type { LawNames } from './lawNames.ts';

const n = numeralSource;
const ahead = `(?=(?:\\([^()]{1,60}\\)|[[〔【][^[\\]〔〕【】]{1,40}[\\]〕】])*(?:的|中的|之|中)?(?:第${n}(?:条|[、和至-])|\\d{1,4}条))`;
const shortName = /以下(?:统)?(?:简称|称)(?:为|:)?["'《]?([^"'《》,;。()]{2,24})["'》]?/u;

const heads = new WeakMap<LawNames, Map<boolean, RegExp>>();

/** Where a citation may begin. Compiled once for a set of names, which are several hundred. */
export function headPattern(names: LawNames, isHome: boolean): RegExp {
  const compiled = heads.get(names) ?? new Map<boolean, RegExp>();
  const pattern = compiled.get(isHome) ?? makeHead(names, isHome);
  heads.set(names, compiled.set(isHome, pattern));
  pattern.lastIndex = 0;
  return pattern;
}

function makeHead(names: LawNames, isHome: boolean): RegExp {
  const known = names.unquotedSource();
  const alternatives = [
    '《(?<quoted>[^《》]{1,80})》',
    ...(known === ''
      ? []
      : [`(?<name>${known}|中华人民共和国[\\u4e00-\\u9fff]{1,24}?(?:法|条例))${ahead}`]),
    `(?<back>该|同|此|上述|前述|本|及其|其)(?<kind>实施条例|法|条例|办法|规定|细则|决定)${ahead}`,
    `(?<same>(?:该|同)条)(?=第${n}[款项]|第?\\(${n}\\)项)`,
    ...(isHome ? [`(?<relative>前款|前条|本条(?=第${n}[款项]))`] : []),
  ];
  return new RegExp(alternatives.join('|'), 'gu');
}

/** Names that the document gives to laws itself: 《中华人民共和国网络安全法》（以下简称《网安法》）. */
export function withShortNames(text: string, names: LawNames): LawNames {
  let own: LawNames | null = null;
  for (const match of text.matchAll(
    /《([^《》]{2,60})》(?:\([^()]{1,40}\))?\(([^()]*以下(?:统)?(?:简称|称)[^()]*)\)/gu,
  )) {
    const short = shortName.exec(match[2] ?? '')?.[1];
    const laws = names.named((match[1] ?? '').replace(/\([^()]*\)$/u, ''));
    if (short === undefined || laws.length === 0) continue;
    own ??= names.copy();
    for (const law of laws) own.add(short, law);
  }
  return own ?? names;
}
