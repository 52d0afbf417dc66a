import { refusal, type LocalizedText, type Refusal } from "../error.ts";
import { LUNAR, refusedDate, yearOf } from "./date.ts";
import { isAbsent, type DatedAction, type GivenPrevention } from "./patient.ts";

/** Whether any action says on which day it was validated. */
export function hasDatedActions(prevention: GivenPrevention | undefined): boolean {
  return Array.isArray(prevention) && prevention.some(isObject);
}

/**
 * Actions of a year, by indicator: those of another year are left out, those without a date stay.
 * An indicator is validated once in a year, however often.
 * @param year undefined if actions of any year count
 * @param path of the row: `patients[12]`
 */
export function actionsIn(
  year: number | undefined,
  actions: readonly (string | DatedAction)[],
  path: string,
  refusals: Refusal[],
): string[] {
  const dated = new Set<string>();
  const undated: string[] = [];
  for (const action of actions) {
    if (!isObject(action)) {
      undated.push(action);
      continue;
    }
    const { id, on, ...others } = action;
    const refuse = (code: Refusal["code"], found: unknown, allowed: LocalizedText): unknown =>
      refusals.push(refusal(code, `${path}.prevention`, found, allowed));
    const [other] = Object.keys(others);
    if (other !== undefined) refuse("KEY_UNKNOWN", other, idAndDay);
    else if (isAbsent(on)) undated.push(id);
    else {
      const done = yearOf(on);
      if (done < 0 || done >= LUNAR) refusals.push(refusedDate(`${path}.prevention`, on));
      else if (typeof id !== "string" || id === "") refuse("PREVENTION_INVALID", id, idAndDay);
      else if (year === undefined || done === year) dated.add(id);
    }
  }
  return [...undated, ...[...dated].filter((id) => !undated.includes(id))];
}

function isObject(action: unknown): action is DatedAction {
  return typeof action === "object" && action !== null && !Array.isArray(action);
}

const idAndDay: LocalizedText = {
  fr: "{ id, on } : un indicateur et le jour de sa validation",
  en: "{ id, on }: an indicator and the day of its validation",
};
