/** The shortest passphrase the core takes, in characters. */
export const passphraseMinLength = 8;

export type Strength = 'weak' | 'fair' | 'strong';

const fairBits = 40;
const strongBits = 70;

/**
 * A rough guess at how hard a passphrase is to find: characters that repeat or continue a run (1234, abcd, aaaa) count
 * for little, letters inside a word for two bits, each other character by the size of its alphabet. It guides the person and decides nothing.
 */
export function passphraseStrength(passphrase: string): Strength {
  const characters = [...passphrase];
  if (characters.length < passphraseMinLength) return 'weak';
  const seen = new Set<string>();
  let bits = 0;
  let previous = 0;
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const isRun = Math.abs(code - previous) <= 1;
    const isRepeat = seen.has(character);
    const worth = isInsideWord(previous, character) ? 2 : alphabetBits(character);
    bits += isRun ? 1 : isRepeat ? worth / 2 : worth;
    seen.add(character);
    previous = code;
  }
  if (bits >= strongBits) return 'strong';
  return bits >= fairBits ? 'fair' : 'weak';
}

/** After one small letter the next is half known: people choose words. */
function isInsideWord(previousCode: number, character: string): boolean {
  return /[a-z]/.test(character) && /[a-zA-Z]/.test(String.fromCodePoint(previousCode));
}

/** Bits a chosen character of this kind is worth; people do not choose evenly, so less than the alphabet allows. */
function alphabetBits(character: string): number {
  if (/\p{Script=Han}/u.test(character)) return 9;
  if (/[0-9]/.test(character)) return 3;
  if (/[a-z]/.test(character)) return 4;
  if (/[A-Z]/.test(character)) return 4.5;
  return 5;
}
