import { readOtherwise } from "./lost-accents.ts";
import { plain } from "./plain.ts";

/**
 * What words mean, compared by `plain`. A word whose accents another encoding changed, `dÃ©cembre`,
 * is found if it is spelled with just these accents.
 */
export class Meanings<Value> {
  readonly #ofKey: ReadonlyMap<string, Value>;
  /** Of words with accents, in small letters. */
  readonly #accented: ReadonlyMap<string, Value>;

  constructor(meanings: readonly (readonly [Value, readonly string[]])[]) {
    const all = meanings.flatMap(([value, words]) => words.map((word) => [word, value] as const));
    this.#ofKey = new Map(all.map(([word, value]) => [plain(word), value]));
    this.#accented = new Map(
      all.flatMap(([word, value]) =>
        ACCENTED.test(word) ? [[word.toLowerCase(), value] as const] : [],
      ),
    );
  }

  of(word: string): Value | undefined {
    const found = this.#ofKey.get(plain(word));
    if (found !== undefined || this.#accented.size === 0) return found;
    return readOtherwise(word.trim())
      .map((other) => this.#accented.get(other.toLowerCase()))
      .find((value) => value !== undefined);
  }
}

const ACCENTED = /[^\0-\u007f]/;
