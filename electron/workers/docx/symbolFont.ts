const greek: readonly (readonly [first: number, letters: string])[] = [
  [0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
];
const signs: readonly (readonly [first: number, signs: string])[] = [
  [0x22, '∀'],
  [0x24, '∃'],
  [0x27, '∋'],
  [0x2a, '∗'],
  [0x2d, '−'],
  [0x40, '≅'],
  [0x5c, '∴'],
  [0x5e, '⊥'],
  [0x7e, '∼'],
  [0xa1, 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xbf, '↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'],
  [0xe1, '〈®©™∑'],
  [0xf1, '〉∫'],
];

/** Signs of the font Symbol by their place in it; digits and common signs stand where ASCII has them. */
export const symbolFont: Readonly<Record<number, string>> = Object.fromEntries([
  ...Array.from({ length: 0x5f }, (_, i) => [0x20 + i, String.fromCharCode(0x20 + i)] as const),
  ...[...greek, ...signs].flatMap(([first, list]) =>
    Array.from(list, (sign, i) => [first + i, sign] as const),
  ),
]);
