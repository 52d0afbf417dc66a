import { oneOf, refuse, type LocalizedText } from "../error.ts";
import { isFact, OLDEST, PATIENT_FACTS, PHYSICIAN_FACTS, type Fact } from "../facts.ts";
import { interval } from "../interval.ts";
import { isRange } from "./conditions.ts";
import { declaredFact } from "./declared-facts.ts";
import { DECIMAL_RANGE } from "./formats.ts";
import type { Condition, Schedule } from "./language.ts";
import { rules } from "./rules/rules.ts";

/** Conditions are on facts that they may use, and have values of their kind. */
export function checkConditions(schedule: Schedule): void {
  checkWhen(schedule, "eligible.when", schedule.eligible.when, PHYSICIAN_FACTS);
  for (const [path, when, facts] of conditions(schedule)) checkWhen(schedule, path, when, facts);

  const facts = new Set([...conditions(schedule)].flatMap(([, when]) => Object.keys(when)));
  for (const [fact, key] of [
    ["seen", "seenWithin"],
    ["installationYear", "installationYear"],
  ] as const) {
    if (facts.has(fact) && schedule.reads[key] === undefined) {
      refuse("SCHEDULE_INVALID", `reads.${key}`, undefined, {
        fr: `une valeur, puisqu'un cas lit ${fact}`,
        en: `a value, since a case reads ${fact}`,
      });
    }
  }
}

/** Every condition of the amounts and uplifts, with its path and the facts it may use. */
export function* conditions({
  amounts,
  uplifts,
}: Schedule): Generator<readonly [string, Condition, readonly Fact[]]> {
  const all = [...PATIENT_FACTS, ...PHYSICIAN_FACTS];
  for (const [id, component] of Object.entries(amounts)) {
    const facts = rules[component.per].readsPatients ? all : PHYSICIAN_FACTS;
    if (component.when) yield [`${id}.when`, component.when, facts];
    for (const [name, one] of Object.entries(component.cases ?? {}))
      if (one.when) yield [`${id}.${name}.when`, one.when, facts];
  }
  for (const [id, component] of Object.entries(uplifts?.cases ?? {})) {
    for (const [path, one] of [
      [id, component] as const,
      ...Object.entries(component.cases ?? {}).map(
        ([name, value]) => [`${id}.${name}`, value] as const,
      ),
    ]) {
      if (one.when) yield [`${path}.when`, one.when, PHYSICIAN_FACTS];
      if (typeof one.rate === "object") yield [`${path}.rate.share`, one.rate.share, PATIENT_FACTS];
    }
  }
}

function checkWhen(
  schedule: Schedule,
  path: string,
  when: Condition,
  allowed: readonly Fact[],
): void {
  for (const [fact, value] of Object.entries(when)) {
    if (!isFact(fact)) {
      checkDeclared(schedule, `${path}.${fact}`, fact, value, allowed);
      continue;
    }
    if (!allowed.includes(fact))
      refuse("SCHEDULE_INVALID", `${path}.${fact}`, fact, oneOf(allowed));
    if (!isRange(fact, value)) continue;
    const { from, to } = interval(value as string);
    const isAge = fact !== "installationYear";
    const rising: LocalizedText = isAge
      ? {
          fr: `un intervalle croissant, de 0 à ${OLDEST}`,
          en: `a rising range, from 0 to ${OLDEST}`,
        }
      : { fr: "un intervalle croissant", en: "a rising range" };
    if (from > to || (isAge && from > OLDEST))
      refuse("SCHEDULE_INVALID", `${path}.${fact}`, value, rising);
  }
}

/** A condition on a declared fact is a truth, or a rising range of numbers. */
function checkDeclared(
  schedule: Schedule,
  path: string,
  id: string,
  value: unknown,
  known: readonly Fact[],
): void {
  const declared = declaredFact(schedule, id, () => fullPath(schedule, path));
  // Shares are of patients, of whom nothing can be declared.
  if (!known.includes("active")) refuse("SCHEDULE_INVALID", path, id, oneOf(known));
  if (declared.is === "boolean") {
    if (typeof value !== "boolean")
      refuse("SCHEDULE_INVALID", path, value, { fr: "true ou false", en: "true or false" });
    return;
  }
  const isWritten = typeof value === "string" && DECIMAL_RANGE.pattern.test(value);
  if (!isWritten || interval(value).from > interval(value).to)
    refuse("SCHEDULE_INVALID", path, value, DECIMAL_RANGE.text);
}

/** Path from the root, as shapes are refused: `amounts.base.cases.80+.when.height`. */
function fullPath({ amounts, uplifts }: Schedule, path: string): string {
  const [id, ...rest] = path.split(".") as [string, ...string[]];
  const root = Object.hasOwn(amounts, id) ? "amounts" : "uplifts.cases";
  const component = amounts[id] ?? uplifts?.cases[id];
  if (!component) return path;
  const isOfCase = Object.hasOwn(component.cases ?? {}, rest[0] as string);
  return [root, id, ...(isOfCase ? ["cases"] : []), ...rest].join(".");
}
