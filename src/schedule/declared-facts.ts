import { oneOf, refuse, type LocalizedText } from "../error.ts";
import { factNames, isFact, PATIENT_FACTS, PHYSICIAN_FACTS, type AnyFact } from "../facts.ts";
import type { FactValue } from "./conditions.ts";
import type { DeclaredFact, Schedule } from "./language.ts";
import { PATIENTS } from "./rules/per-slab.ts";

/** Facts that a document declares itself: their names, defaults and values. */

/** @throws ForfaitError for a name that means something else, or a default of another type */
export function checkDeclaredFacts({ facts = {} }: Schedule): void {
  for (const [id, { is, ifMissing }] of Object.entries(facts)) {
    if (isFact(id) || RESERVED.has(id))
      refuse("SCHEDULE_INVALID", `facts.${id}`, id, {
        fr: "un nom qui ne sert pas ailleurs",
        en: "a name that is not used elsewhere",
      });
    if (ifMissing !== undefined && valueOf({ is }, ifMissing) === undefined)
      refuse("SCHEDULE_INVALID", `facts.${id}.ifMissing`, ifMissing, valueText({ is }));
  }
}

const RESERVED: ReadonlySet<string> = new Set([
  PATIENTS,
  "prevention",
  "id",
  "facts",
  "practiceId",
]);

/** Value of a declared fact, as conditions and slabs read it; undefined for one of another type. */
export function valueOf(
  { is }: Pick<DeclaredFact, "is">,
  given: boolean | number | string,
): FactValue | undefined {
  if (is === "boolean" || typeof given === "boolean")
    return is === "boolean" && typeof given === "boolean" ? given : undefined;
  const value = Number(given);
  const isWritten = is === "number" || Number(value.toFixed(2)) === value;
  return isWritten ? value : undefined;
}

/** What a declared fact may be, in words. */
export function valueText({ is }: Pick<DeclaredFact, "is">): LocalizedText {
  if (is === "boolean") return { fr: "true ou false", en: "true or false" };
  return is === "number"
    ? { fr: "un nombre, quatre décimales au plus", en: "a number, at most four decimals" }
    : { fr: "des euros, deux décimales au plus", en: "euros, at most two decimals" };
}

/** @throws ForfaitError SCHEDULE_UNKNOWN_KEY for a fact that no one declares */
export function declaredFact(
  { facts = {} }: Schedule,
  id: string,
  path: () => string,
): DeclaredFact {
  const declared = Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (declared) return declared;
  const known = [...PATIENT_FACTS, ...PHYSICIAN_FACTS, ...Object.keys(facts)];
  return refuse("SCHEDULE_UNKNOWN_KEY", path(), id, oneOf(known));
}

/** Name of a fact in words. */
export function factName({ facts }: Schedule, fact: AnyFact): LocalizedText {
  return isFact(fact) ? factNames[fact] : (facts?.[fact] as DeclaredFact);
}

/** Where a fact of a physician stands in the input. */
export function factPath({ facts }: Schedule, fact: AnyFact): string {
  return isFact(fact) ? `physician.${fact}` : `${facts?.[fact]?.of}.facts.${fact}`;
}
