import { DECIMAL } from "../decimal.ts";
import { refusal, type LocalizedText, type Refusal } from "../error.ts";
import { isAbsent } from "./patient.ts";

/**
 * Facts that a schedule declares, as they are given, by id: truths, numbers or decimal texts.
 * The list does not know the schedule, which says what it reads and of what type when it is priced.
 */
export type GivenFacts = Readonly<Record<string, boolean | number | string>>;

/** Values of declared facts by id. */
export type FactValues = ReadonlyMap<string, boolean | number>;

/** Facts as they are given, each read once; what is no object stays, to be refused. */
export function copyOfFacts(given: unknown): unknown {
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? { ...given }
    : given;
}

/** Reads declared facts. A value that is refused is left out, and the reason is pushed. */
export function readFacts(
  given: unknown,
  path: () => string,
  refusals: Refusal[],
): FactValues | undefined {
  if (isAbsent(given)) return undefined;
  if (typeof given !== "object" || Array.isArray(given)) {
    refusals.push(refusal("FACT_INVALID", path(), given, anObject));
    return undefined;
  }
  const values = new Map<string, boolean | number>();
  for (const [id, value] of Object.entries(given as object)) {
    if (isAbsent(value)) continue;
    const known = typeof value === "boolean" ? value : numberOf(value);
    if (known === undefined)
      refusals.push(refusal("FACT_INVALID", `${path()}.${id}`, value, aFact));
    else values.set(id, known);
  }
  return values;
}

/** A number as it would be written with four decimals at most; undefined for any other value. */
function numberOf(value: unknown): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  return DECIMAL.test(String(value)) ? Number(value) : undefined;
}

const anObject: LocalizedText = {
  fr: "un objet { fait: valeur }",
  en: "an object { fact: value }",
};

const aFact: LocalizedText = {
  fr: "true, false, ou un nombre de 0 à 999999999, quatre décimales au plus",
  en: "true, false, or a number from 0 to 999999999, at most four decimals",
};
