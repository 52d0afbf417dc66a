import type { LocalizedText } from "../../error.ts";
import type { Schedule } from "../../schedule/language.ts";
import { withYears } from "../../schedule/years.ts";
import { typeset } from "../../typography.ts";
import { ofComponent } from "./of-component.ts";
import { ofPart } from "./of-part.ts";
import { NOTHING, type ToldValue } from "./place.ts";

/**
 * A place of a schedule in words.
 * @param path as a patch writes it: `base.80+.amount`
 * @param year of payment, which dates then name
 * @returns undefined where the schedule has no such place
 */
export function toldValue(schedule: Schedule, path: string, year: number): ToldValue | undefined {
  const keys = path.split(".") as [string, ...string[]];
  const told = ofComponent(schedule, year, keys) ?? ofPart(schedule, year, keys);
  const words = (text: LocalizedText): LocalizedText => typeset(withYears(schedule, text, year));
  return told && { label: words(told.label), text: words(told.text) };
}

/** A value that takes the place of another, for a reader. */
export interface ToldChange {
  readonly label: LocalizedText;
  readonly before: LocalizedText;
  readonly after: LocalizedText;
}

/** What two schedules have at a path; undefined where it has a name in neither. */
export function toldChange(
  [before, after]: readonly [Schedule, Schedule],
  path: string,
  year: number,
): ToldChange | undefined {
  const [was, now] = [toldValue(before, path, year), toldValue(after, path, year)];
  const label = (now ?? was)?.label;
  return label && { label, before: was?.text ?? NOTHING, after: now?.text ?? NOTHING };
}
