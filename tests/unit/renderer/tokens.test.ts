import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');

function tokensUnder(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const themes = {
  light: tokensUnder("[data-theme='light']"),
  dark: tokensUnder("[data-theme='dark']"),
  contrast: tokensUnder("[data-theme='contrast']"),
};
const inks = ['ink', 'ink-2', 'ink-3', 'indigo', 'cinnabar', 'teal', 'amber', 'suggest'];
const surfaces = ['desk', 'panel', 'paper'];

describe.each(Object.entries(themes))('colours of the %s theme', (_, tokens) => {
  const ratio = (ink: string, surface: string) =>
    contrast(tokens[ink] ?? '#000000', tokens[surface] ?? '#000000');

  it('keep every text colour at 4.5:1 or more on every surface', () => {
    const low = inks.flatMap((ink) =>
      surfaces
        .map((surface) => ({ ink, surface, ratio: ratio(ink, surface) }))
        .filter((pair) => pair.ratio < 4.5),
    );
    expect(low).toEqual([]);
  });

  it('keep coloured words at 4.5:1 on their own soft ground, and buttons legible', () => {
    const pairs = [
      ...['indigo', 'cinnabar', 'teal', 'amber'].map((tone) => [tone, `${tone}-soft`] as const),
      ['on-indigo', 'indigo'],
      ['ink', 'indigo-soft'],
      ['ink-3', 'indigo-soft'],
    ] as const;
    const low = pairs
      .map(([ink, surface]) => ({ ink, surface, ratio: ratio(ink, surface) }))
      .filter((pair) => pair.ratio < 4.5);
    expect(low).toEqual([]);
  });
});

describe('the high contrast theme', () => {
  it('keeps text at 7:1', () => {
    const tokens = themes.contrast;
    const low = inks.filter((ink) => contrast(tokens[ink] ?? '', tokens['paper'] ?? '') < 7);
    expect(low).toEqual([]);
  });
});
