import { oneOf, refusal, type LocalizedText, type Refusal } from "../error.ts";
import { isAbsent, type PreventionStatus } from "../list/patient.ts";
import type { CompiledPrevention } from "./compiled.ts";
import type { KnownFacts } from "./facts.ts";
import type { Known } from "./kleene.ts";

const conditionsAllowed: LocalizedText = {
  fr: "{ affection: true ou false }, ou une liste d'affections",
  en: "{ condition: true or false }, or a list of conditions",
};

/** What is told of each condition of the schedule, in its order. */
export function readConditions(
  given: unknown,
  { conditions }: CompiledPrevention,
  path: string,
  refusals: Refusal[],
): readonly Known[] {
  if (isAbsent(given)) return conditions.map(() => "unknown");
  const at = `${path}.conditions`;
  if (typeof given !== "object") {
    refusals.push(refusal("CONDITION_INVALID", at, given, conditionsAllowed));
    return conditions.map(() => "unknown");
  }
  const found: Known[] = conditions.map(() => "unknown");
  const set = (id: unknown, has: unknown): void => {
    const index = conditions.findIndex((one) => one.id === id);
    if (index < 0)
      refusals.push(refusal("CONDITION_UNKNOWN", at, id, oneOf(conditions.map((one) => one.id))));
    else if (typeof has === "boolean") found[index] = has ? "yes" : "no";
    else if (!isAbsent(has))
      refusals.push(refusal("CONDITION_INVALID", `${at}.${id}`, has, conditionsAllowed));
  };
  if (Array.isArray(given)) for (const id of given) set(id, true);
  else for (const id of Object.keys(given)) set(id, (given as Record<string, unknown>)[id]);
  return found;
}

const STATUSES: readonly PreventionStatus[] = [
  "validated",
  "not-validated",
  "not-eligible",
  "unknown",
];
const NO_STATUS: KnownFacts["status"] = Object.freeze({});

/** What the caisse says, by indicator. */
export function readStatus(
  given: unknown,
  { indicators }: CompiledPrevention,
  path: string,
  refusals: Refusal[],
): KnownFacts["status"] {
  if (isAbsent(given)) return NO_STATUS;
  const at = `${path}.preventionStatus`;
  if (typeof given !== "object" || Array.isArray(given)) {
    refusals.push(
      refusal("PREVENTION_STATUS_INVALID", at, given, {
        fr: `un objet { indicateur: ${STATUSES.join(" ou ")} }`,
        en: `an object { indicator: ${STATUSES.join(" or ")} }`,
      }),
    );
    return NO_STATUS;
  }
  const ids = indicators.map(({ id }) => id);
  for (const [id, status] of Object.entries(given as object)) {
    if (!ids.includes(id)) refusals.push(refusal("PREVENTION_UNKNOWN", at, id, oneOf(ids)));
    else if (!STATUSES.includes(status as PreventionStatus))
      refusals.push(refusal("PREVENTION_STATUS_INVALID", `${at}.${id}`, status, oneOf(STATUSES)));
  }
  return given as KnownFacts["status"];
}
