import leven from "leven";
import type { Names } from "./fields.ts";
import { asksYesOrNo, tokensOf } from "./header-tokens.ts";
import { ID_FIELDS } from "./id.ts";
import { readOtherwise, withLostLetters } from "./lost-accents.ts";
import { isPersonal } from "./personal.ts";
import { bare, letters } from "./plain.ts";
import { relatedField } from "./related.ts";

/** A field that a header resembles, and the known header that it resembles most. */
export interface Near {
  readonly field: string;
  readonly name: string;
  /** Above 0.5. Of names that share as many words, the one of more like letters is nearer. */
  readonly likeness: number;
}

/** What a header says. */
export interface ReadHeader {
  readonly field?: string;
  /** The header as it was before its accents were lost. */
  readonly restored?: string;
}

interface KnownHeader {
  readonly field: string;
  readonly name: string;
  readonly letters: string;
  readonly tokens: readonly string[];
}

interface KnownHeaders {
  readonly all: readonly KnownHeader[];
  readonly words: readonly string[];
  /** Field by the words of its headers; undefined for words that two fields have. */
  readonly byTokens: ReadonlyMap<string, string | undefined>;
}

function knownHeaders(names: Names): KnownHeaders {
  const all = Object.entries(names).flatMap(([field, others]) =>
    [field, ...others].map((name): KnownHeader => ({
      field,
      name,
      letters: letters(name),
      tokens: tokensOf(name),
    })),
  );
  const byTokens = new Map<string, string | undefined>();
  for (const { field, tokens } of all) {
    const key = tokens.join(" ");
    const isOther = byTokens.has(key) && byTokens.get(key) !== field;
    byTokens.set(key, isOther ? undefined : field);
  }
  return { all, words: [...new Set(all.flatMap(({ tokens }) => tokens))], byTokens };
}

/** Reads the headers of one kind of file. */
export class HeaderWords {
  readonly #names: Names;
  readonly #exact: ReadonlyMap<string, string>;
  #known: KnownHeaders | undefined;
  readonly #alikes = new Map<string, readonly string[]>();

  constructor(names: Names) {
    this.#names = names;
    this.#exact = headersOf(names);
  }

  /** Made for the first header that is none of the known ones to the letter. */
  get #others(): KnownHeaders {
    return (this.#known ??= knownHeaders(this.#names));
  }

  /** The field that a header means, by its letters, its words, or both with their accents back. */
  read(header: string): ReadHeader {
    const field = this.#fieldOf(header);
    if (field !== undefined) return { field };
    for (const restored of readOtherwise(header)) {
      const meant = this.#fieldOf(restored);
      if (meant !== undefined) return { field: meant, restored };
    }
    return this.#withLostLetters(header) ?? {};
  }

  #fieldOf(header: string): string | undefined {
    const key = letters(header);
    if (key === "") return undefined;
    const exact = this.#exact.get(key);
    if (exact !== undefined) return exact;
    const field = this.#others.byTokens.get(tokensOf(header).join(" "));
    return field !== undefined && ID_FIELDS.has(field) && asksYesOrNo(header) ? undefined : field;
  }

  #withLostLetters(header: string): ReadHeader | undefined {
    const pattern = withLostLetters(bare(header).replace(/\?\s*$/, ""));
    const meant = pattern ? this.#others.all.filter((known) => pattern.test(known.letters)) : [];
    const [first] = meant;
    return first && meant.every(({ field }) => field === first.field)
      ? { field: first.field, restored: first.name }
      : undefined;
  }

  /**
   * The field that an unknown header tells of, or resembles most: it shares half of their words,
   * one of which tells, or it is a misspelling. Where several are as near, the first that `isFirst`
   * chooses. What names a person, `NIR` or `Nom`, resembles nothing: it is to be no identifier.
   */
  near(header: string, isFirst: (field: string) => boolean): Near | undefined {
    if (header.length > LONGEST || isPersonal(header) || DENIES_A_WORD.test(bare(header)))
      return undefined;
    const [key, tokens] = [letters(header), tokensOf(header)];
    const related = relatedField(tokens, this.#names);
    const [name] = (related !== undefined && this.#names[related]) || [];
    const isOfOther = (field: string, known: readonly string[]): boolean =>
      !ID_FIELDS.has(field) && tokens.some((one) => OF_OTHERS.has(one) && !known.includes(one));
    if (related !== undefined && name !== undefined && !isOfOther(related, []))
      return { field: related, name, likeness: 1 };
    const alike = tokens.map((token) => this.#alike(token));
    const telling = tokens.filter((token) => DECISIVE.has(token));
    let best: Near | undefined;
    for (const known of this.#others.all) {
      if (telling.length > 0 && !telling.some((token) => known.tokens.includes(token))) continue;
      if (isOfOther(known.field, known.tokens)) continue;
      const byLetters = misspelling(key, known.letters);
      const byWords = sharedWords(alike, known.tokens);
      const likeness = Math.max(byLetters, byWords) + byLetters / 100;
      if (likeness < 0.5) continue;
      const { field, name } = known;
      const isBetter =
        !best ||
        likeness > best.likeness ||
        (likeness === best.likeness && isFirst(field) && !isFirst(best.field));
      if (isBetter) best = { field, name, likeness };
    }
    return best;
  }

  /** The words of known headers that a word is, or is likely a misspelling of. */
  #alike(token: string): readonly string[] {
    const alike =
      this.#alikes.get(token) ??
      this.#others.words.filter((word) => word === token || misspelling(token, word, 5) > 0);
    this.#alikes.set(token, alike);
    return alike;
  }
}

const held = new WeakMap<Names, HeaderWords>();

/** The headers of a kind of rows, made ready once: a header is compared with all of them. */
export function headerWords(known: Names): HeaderWords {
  const words = held.get(known) ?? new HeaderWords(known);
  held.set(known, words);
  return words;
}

/** Text above this length is no misspelt name. */
const LONGEST = 60;

/** Words that many columns have, known or not. */
const GENERAL = new Set(
  (
    "date numero code id nom type patient debut fin du au le depuis jusqu premier dernier nombre " +
    "jour mois annee heure statut libelle droit until from on mt cabinet contact acte action"
  ).split(" "),
);

/** How alike two keys are, if one is likely the other misspelt: a letter in four, two at most. */
function misspelling(key: string, known: string, fewest = 4): number {
  const length = Math.min(key.length, known.length);
  if (length < fewest || OTHER_WORDS.has(key)) return 0;
  const most = Math.min(2, Math.floor(length / 4));
  const steps = leven(key, known, { maxDistance: most + 1 });
  return steps > most ? 0 : 1 - steps / length;
}

/** Headers that are a letter away from a known one, and are words of their own. */
const OTHER_WORDS = new Set(["contact"]);

/** Words that tell of their column whatever stands beside them. */
const UNMISTAKABLE = new Set(["ald", "c2s", "zone", "age"]);

/** Words without which a header of theirs is no near one. */
const DECISIVE = new Set(["ald", "c2s", "zone"]);

/** `ALD non exonérante` says nothing of an ALD, as `Non ALD` does. */
const DENIES_A_WORD = /[a-z\d][^a-z]+non[^a-z]/;

/** Words of columns that tell something else of a day, a place or a right than a field does. */
const OF_OTHERS = new Set(
  (
    "nombre prochain premier nom prenom lieu ville commune pays departement rang heure poids " +
    "poid taille conjoint pere mere enfant tranche classe"
  ).split(" "),
);

/** @param alike for each word of a header, the known words that it is like */
function sharedWords(alike: readonly (readonly string[])[], known: readonly string[]): number {
  const shared = alike.flatMap((words) => known.find((one) => words.includes(one)) ?? []);
  if (shared.every((token) => GENERAL.has(token))) return 0;
  const likeness = shared.length / (alike.length + known.length - shared.length);
  const isNamed = shared.length === known.length && shared.some((token) => UNMISTAKABLE.has(token));
  return isNamed ? Math.max(0.5, likeness) : likeness;
}

/** Field of each known header, by its letters. */
export function headersOf(names: Names): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([field, headers]) =>
      [field, ...headers].map((header) => [letters(header), field]),
    ),
  );
}
