import leven from "leven";
import { ForfaitError, refusal, type Refusal } from "./error.ts";

/** Text above this length is no misspelt name. */
const LONGEST = 60;

/** The closest of some names, if close enough for the text to be a misspelling of it. */
export function closestName(text: string, names: Iterable<string>): string | undefined {
  const letters = text.toLowerCase();
  if (letters.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(letters.length / 3)) + 1;
  for (const name of names) {
    const steps = leven(letters, name.toLowerCase(), { maxDistance: least });
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

/** Why a key that nobody reads is refused: the nearest that is read, or all of them. */
export function unknownKey(path: string, key: string, known: readonly string[]): Refusal {
  const near = closestName(key, known);
  const all = known.join(", ");
  return refusal("KEY_UNKNOWN", `${path}.${key}`, key, {
    fr: near === undefined ? all : `${near} ? (lus : ${all})`,
    en: near === undefined ? all : `${near}? (read: ${all})`,
  });
}

/** @throws ForfaitError KEY_UNKNOWN for a key with a value that nobody would read */
export function checkKeys(path: string, given: object, known: readonly string[]): void {
  for (const [key, value] of Object.entries(given))
    if (value !== undefined && !known.includes(key))
      throw new ForfaitError(unknownKey(path, key, known));
}

/**
 * Whether a key is a known one misspelt: so close that a field of another program would not be. An
 * `uuid` is no `id`.
 */
export function isMisspelt(key: string, known: readonly string[]): boolean {
  const letters = key.toLowerCase();
  return known.some((name) => leven(letters, name.toLowerCase()) <= Math.floor(name.length / 4));
}
