import type { Schedule } from "../schedule/language.ts";
import { readingsInUse } from "../schedule/readings.ts";

export interface HeadingFacts {
  readonly schedule: Schedule;
  readonly year: number;
  readonly referenceYear: number;
  readonly grain: "physician" | "patient";
  /** What stands for the facts that the data does not tell. */
  readonly taken: readonly string[];
}

/** What a reader of the query must know: the schedule, its readings and patches, what is assumed, the sources. */
export function heading({ schedule, year, referenceYear, grain, taken }: HeadingFacts): string[] {
  const { id, version, en, fr, readings = {}, patched = [], sources } = schedule;
  return [
    `${en} / ${fr}`,
    `Schedule ${id}, version ${version}, for the payment year ${year}; facts are read on ${referenceYear}-12-31.`,
    grain === "physician"
      ? "One row for each physician, in euros."
      : "One row for each patient, in euros: the shares of each physician's amounts.",
    "A physician of whom something cannot be read (an age outside 0 to 129, an unknown word, a patient",
    "without a value, a row listed twice or not at all) has amounts that are NULL, never wrong.",
    ...section(
      "Readings in use:",
      Object.entries(readingsInUse(schedule)).map(
        ([reading, option]) =>
          `${reading} = ${option}: ${readings[reading]?.en} ${readings[reading]?.answers?.[option]?.en ?? option}.`,
      ),
    ),
    ...section(
      "Changed by the user:",
      patched.flatMap((patch) =>
        Object.entries(patch).map(([path, value]) => `${path} = ${JSON.stringify(value)}`),
      ),
    ),
    ...section("Not told by the data, and taken as the schedule says:", taken),
    ...section(
      "Sources:",
      Object.entries(sources).map(
        ([source, { status, checked, title, url }]) =>
          `${source} (${status}, checked ${checked}): ${title}${url === undefined ? "" : ` ${url}`}`,
      ),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}
