import { oneOf, refuse, type LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { interval } from "../../interval.ts";
import type { ActDay, PreventionWay, PreventionWays, Schedule } from "../language.ts";
import type { CaseInPlace } from "../rules/rule.ts";
import { isAfter, isInEveryYear, parseActDay } from "./act-day.ts";

/** @throws ForfaitError for an indicator that says who is eligible but not what validates it */
export function checkIndicator({ schedule, path, one }: CaseInPlace): void {
  const { eligible, validated } = one;
  if ((eligible === undefined) !== (validated === undefined))
    refuse("SCHEDULE_INVALID", eligible ? `${path}.validated` : `${path}.eligible`, undefined, {
      fr: "eligible et validated ensemble, ou aucun des deux",
      en: "eligible and validated together, or neither",
    });
  checkWays(schedule, `${path}.eligible`, eligible);
  checkWays(schedule, `${path}.validated`, validated);
  for (const [name, { acts }] of Object.entries(validated ?? {}))
    if (acts === undefined)
      refuse("SCHEDULE_INVALID", `${path}.validated.${name}.acts`, undefined, {
        fr: "les actes qui valident",
        en: "the acts that validate",
      });
}

/** @throws ForfaitError for ways that contradict themselves, or that name what is not declared */
export function checkWays(
  schedule: Schedule,
  path: string,
  ways: PreventionWays | undefined,
): void {
  if (ways && Object.keys(ways).length === 0)
    refuse("SCHEDULE_INVALID", path, "{}", { fr: "au moins une façon", en: "at least one way" });
  for (const [name, way] of Object.entries(ways ?? {})) {
    const at = `${path}.${name}`;
    if (UNNAMEABLE.has(name)) refuse("SCHEDULE_INVALID", at, name, anotherName);
    checkWay(schedule, at, way);
  }
}

/** Names that would make the provenance of a way ambiguous. */
const UNNAMEABLE: ReadonlySet<string> = new Set(["source", "assumed", "user"]);
const anotherName: LocalizedText = { fr: "un autre nom", en: "another name" };

const FACTS = ["age", "reaches", "sex", "ald", "condition", "acts"] as const;

function checkWay(schedule: Schedule, path: string, way: PreventionWay): void {
  const refuseAt = (key: string, found: unknown, fr: string, en: string): never =>
    refuse("SCHEDULE_INVALID", `${path}.${key}`, found, { fr, en });
  const { age, on, ald, condition, acts = {}, from, to } = way;
  if (FACTS.every((fact) => way[fact] === undefined))
    refuse("SCHEDULE_INVALID", path, "{}", oneOf(FACTS));
  if ((age === undefined) !== (on === undefined))
    refuseAt("on", on, "age et son jour on, ensemble", "age and its day on, together");
  if (age !== undefined) checkAge(path, age);
  if (on !== undefined && parseActDay(on).from === "birth")
    refuseAt("on", on, "un jour de l'année : 31/12/Y", "a day of the year: 31/12/Y");
  if (ald && new Set(ald).size < ald.length)
    refuseAt("ald", ald, "chaque numéro une seule fois", "each number once");
  if (condition !== undefined && !Object.hasOwn(schedule.conditions ?? {}, condition))
    unknown(`${path}.condition`, condition, schedule.conditions);
  for (const kind of Object.keys(acts))
    if (!Object.hasOwn(schedule.acts ?? {}, kind)) unknown(`${path}.acts`, kind, schedule.acts);
  if ((way.acts === undefined) !== (to === undefined) || (from !== undefined && !way.acts))
    refuseAt("to", to, "acts et leur dernier jour to, ensemble", "acts and their last day, to");
  if (way.acts && Object.keys(acts).length === 0)
    refuseAt("acts", "{}", "au moins un acte", "at least one act");
  for (const [key, day] of Object.entries({ on, from, to }))
    if (day !== undefined && !isInEveryYear(parseActDay(day)))
      refuseAt(key, day, "un jour que toute année a", "a day that every year has");
  if (from !== undefined && isAfter(parseActDay(from), parseActDay(to as ActDay)))
    refuseAt("to", to, `un jour à partir de ${from}`, `a day from ${from} on`);
}

function checkAge(path: string, age: string): void {
  const { from, to } = interval(age);
  if (from > to || from > OLDEST)
    refuse("SCHEDULE_INVALID", `${path}.age`, age, {
      fr: `un intervalle croissant, de 0 à ${OLDEST}`,
      en: `a rising range, from 0 to ${OLDEST}`,
    });
}

function unknown(path: string, id: string, known: object = {}): never {
  return refuse("SCHEDULE_REFERENCE_UNKNOWN", path, id, oneOf(Object.keys(known)));
}
