import { oneOf, refuse, copyOfList, type LocalizedText } from "../error.ts";
import { LAST_ALD } from "../facts.ts";
import { checkKeys } from "../known-keys.ts";
import type { Schedule } from "../schedule/language.ts";

/**
 * What a code of the user's records means: a kind of acts of the schedule, or a number of ALD. A
 * code that ends in `*` stands for all that begin so; of several, the longest counts.
 */
export interface CodeMeaning {
  /** As the user names it: `CCAM`, `CIP`, `CIM-10`. */
  readonly system: string;
  readonly code: string;
  /** A kind of acts, or `none` for acts that no indicator reads. */
  readonly kind?: string;
  /** A number of ALD, 1 to 32, or 0 for one that is not told. */
  readonly ald?: number | string;
}

/** The kind of acts that no indicator reads. */
export const NO_KIND = "none";

/** Codes by what they mean, under the kinds of a schedule. */
export class CodeTable {
  readonly #kinds = new Codes<string>();
  readonly #numbers = new Codes<number>();

  /** @throws ForfaitError CODE_INVALID, KEY_UNKNOWN */
  constructor(rows: readonly CodeMeaning[], { acts = {} }: Schedule) {
    const kinds = [...Object.keys(acts), NO_KIND];
    copyOfList("codes", rows).forEach((given, i) => {
      const path = `codes[${i}]`;
      const row = checkRow(given, path);
      const { kind, ald } = row;
      if (kind !== undefined && !kinds.includes(kind))
        refuse("CODE_INVALID", `${path}.kind`, kind, oneOf(kinds));
      if (kind !== undefined) this.#kinds.add(row, kind, path);
      else this.#numbers.add(row, numberOf(ald, `${path}.ald`), path);
    });
  }

  /** The kind of acts of a code; undefined for one that the table does not have. */
  kindOf(code: string, system?: string): string | undefined {
    return this.#kinds.find(code, system);
  }

  /** The number of ALD of a code. */
  aldOf(code: string): number | undefined {
    return this.#numbers.find(code, undefined);
  }
}

function checkRow(given: CodeMeaning, path: string): CodeMeaning {
  if (typeof given !== "object" || given === null)
    refuse("CODE_INVALID", path, given, { fr: "un objet", en: "an object" });
  const row = { ...given };
  checkKeys(path, row, ["system", "code", "kind", "ald"]);
  for (const key of ["system", "code"] as const)
    if (typeof row[key] !== "string" || keyOf(row[key]) === "")
      refuse("CODE_INVALID", `${path}.${key}`, row[key], aText);
  if (/\*./.test(row.code) || keyOf(row.code) === "*")
    refuse("CODE_INVALID", `${path}.code`, row.code, anEnd);
  if ((row.kind === undefined) === (row.ald === undefined))
    refuse("CODE_INVALID", path, row, oneMeaning);
  return row;
}

function numberOf(ald: unknown, path: string): number {
  const number = typeof ald === "string" && /^\d{1,2}$/.test(ald) ? Number(ald) : ald;
  return Number.isInteger(number) && (number as number) >= 0 && (number as number) <= LAST_ALD
    ? (number as number)
    : refuse("CODE_INVALID", path, ald, {
        fr: `un numéro d'ALD de 1 à ${LAST_ALD}, ou 0 pour un numéro inconnu`,
        en: `a number of ALD from 1 to ${LAST_ALD}, or 0 for an unknown number`,
      });
}

/** Meanings of one sort, by system and code. */
class Codes<Meaning> {
  readonly #bySystem = new Map<string, Map<string, Meaning>>();

  /** @throws ForfaitError CODE_INVALID for a code that has another meaning already */
  add({ system, code }: CodeMeaning, meaning: Meaning, path: string): void {
    const key = systemOf(system);
    const codes = this.#bySystem.get(key) ?? new Map<string, Meaning>();
    this.#bySystem.set(key, codes);
    const known = codes.get(keyOf(code));
    if (known !== undefined && known !== meaning)
      refuse("CODE_INVALID", `${path}.code`, code, {
        fr: `un seul sens : une autre ligne dit ${String(known)}`,
        en: `one meaning: another row says ${String(known)}`,
      });
    codes.set(keyOf(code), meaning);
  }

  /** Without a system, all are tried, and must agree. */
  find(code: string, system: string | undefined): Meaning | undefined {
    const systems =
      system === undefined
        ? [...this.#bySystem.values()]
        : [this.#bySystem.get(systemOf(system)) ?? new Map<string, Meaning>()];
    const found = new Set(systems.map((codes) => longest(codes, keyOf(code))));
    found.delete(undefined);
    return found.size === 1 ? ([...found][0] as Meaning) : undefined;
  }
}

function longest<Meaning>(codes: ReadonlyMap<string, Meaning>, code: string): Meaning | undefined {
  const exact = codes.get(code);
  if (exact !== undefined || code === "") return exact;
  for (let length = code.length; length > 0; length--) {
    const found = codes.get(`${code.slice(0, length)}*`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Codes are written with dots and spaces or without: `E11.9`, `E119`. */
function keyOf(code: string): string {
  return code.toUpperCase().replace(/[\s\u00a0.\u2010-\u2013-]+/g, "");
}

/** `CIM-10` is the French name of ICD-10. */
function systemOf(system: string): string {
  return keyOf(system).replace(/^ICD(?=10|11)/, "CIM");
}

const aText: LocalizedText = { fr: "un texte", en: "a text" };
const anEnd: LocalizedText = {
  fr: "une étoile à la fin seulement, après un début de code : E11*",
  en: "a star at the end only, behind the start of a code: E11*",
};
const oneMeaning: LocalizedText = {
  fr: "kind (une sorte d'acte, ou none) ou ald (un numéro), l'un des deux",
  en: "kind (a kind of acts, or none) or ald (a number), one of them",
};
