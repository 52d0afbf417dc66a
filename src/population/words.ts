/**
 * Random words by number: the n-th can be drawn without those before it, so that a physician is the
 * same however many there are. Whole 32-bit arithmetic, the same under every engine.
 */

/** 2^32: a word is at least 0 and below it. */
export const WORDS = 0x1_0000_0000;

/** Scrambles a 32-bit word, one to one (lowbias32, https://github.com/skeeto/hash-prospector). */
function scrambled(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0xd35a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** Words of one subject, such as a physician, numbered from 0. */
export type Words = (at: number) => number;

/** Two keys: with one of 32 bits, some of 50,000 subjects would share a run of words. */
export function wordsOf(seed: number, subject: number): Words {
  const first = scrambled(scrambled(seed) ^ subject);
  const second = scrambled(first + scrambled(subject));
  return (at) => scrambled(scrambled(at ^ first) + second);
}

/** A whole number from 0 to `below`, excluded. */
export function wholeBelow(below: number, word: number): number {
  return Math.floor((word * below) / WORDS);
}

/**
 * Turns of a circle by the square root of a prime, as odd words: evenly spread however many are
 * taken, and those of several primes together too (Richtmyer's sequence). So a hundred physicians
 * have the shares of a country already.
 */
const TURNS = {
  size: 0x6a09e667,
  ageMix: 0xbb67ae85,
  c2sMix: 0x3c6ef373,
  zone: 0xa54ff53b,
  sector: 0x510e527f,
  age: 0x9b05688d,
  installation: 0x1f83d9ab,
  departement: 0x5be0cd19,
} as const;

export type Trait = keyof typeof TURNS;

/** The word that decides a trait of physician `index`. */
export function turned(seed: number, trait: Trait, index: number): number {
  const turn = TURNS[trait];
  return (scrambled(scrambled(seed) ^ turn) + Math.imul(index, turn)) >>> 0;
}

/** 2^32 divided by the golden ratio: the most even of all turns. */
const GOLDEN = 0x9e3779b9;

/** The word that decides the facts of patient `index` of a list that begins at `start`. */
export function spread(start: number, index: number): number {
  return (start + Math.imul(index, GOLDEN)) >>> 0;
}
