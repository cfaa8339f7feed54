import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../renderer/features/workspace/passphraseStrength.ts';

describe('the guess at a passphrase', () => {
  it.each([
    ['', 'weak'],
    ['abc', 'weak'],
    ['12345678', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijkl', 'weak'],
    ['19871203', 'weak'],
    ['tK9$vuWq2#mL', 'fair'],
    ['竹影扫阶尘', 'weak'],
    ['竹影扫阶尘不动月', 'strong'],
    ['correct horse battery staple', 'fair'],
    ['violet harbour; twelve quiet Kestrels', 'strong'],
  ] as const)('%s is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });
});
