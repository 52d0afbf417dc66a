import type { ListOnDay } from "../formula/list-on-day.ts";
import { digestOf } from "../schedule/digest.ts";
import type { Schedule } from "../schedule/language.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { withYears } from "../schedule/years.ts";
import { simulationLine } from "../statement/format/simulation.ts";
import { toldChanges } from "../statement/places/told-changes.ts";
import type { Source } from "./query.ts";
import { NO, YES } from "./readings.ts";
import { labelOf, type UserTable } from "./table-values.ts";

/** Comment at the top of the query: schedule, readings, patches, assumptions and sources. */
export function heading(source: Source): string[] {
  const { formula, grain } = source;
  const { compiled, year, referenceYear, patients, physicians } = formula;
  const { schedule } = compiled;
  const { id, version, en, fr } = schedule;
  const { onDay } = patients;
  const assumed = [...patients.notes, ...physicians.notes];
  const simulation = simulationLine(toldChanges(schedule, year), "en");
  return [
    ...(simulation === undefined ? [] : [simulation]),
    `${en} / ${fr}`,
    `Schedule ${id}, version ${version}, for the payment year ${year}; ` +
      `facts are read on ${referenceYear}-12-31.`,
    `Digest of its document: ${digestOf(schedule)}`,
    grain === "physician"
      ? "One row for each physician, in euros."
      : "One row for each patient, in euros: the shares of each physician's amounts.",
    ...(onDay ? leftOut(onDay) : []),
    ...promised(source),
    ...section("Readings in use:", readingLines(schedule, year)),
    ...section("Changed by the user:", patchLines(schedule)),
    ...section("Missing from the data, assumed by the schedule:", assumed),
    ...section("Sources:", sourceLines(schedule)),
  ];
}

function leftOut({ day }: ListOnDay): string[] {
  return [
    `Left out: who is not on the list on ${day} (born after it, dead on it or before,`,
    "not yet registered, gone).",
  ];
}

/** What each column may hold, and what becomes of anything else. */
function promised({ patients, physicians }: Source): string[] {
  return [
    "What is read, of columns of any type:",
    ...[patients, ...(physicians ? [physicians] : [])].flatMap(holdsLines),
    `Yes is TRUE, 1, or a text: ${YES.join(", ")}.`,
    `No is FALSE, 0, or a text: ${NO.join(", ")}.`,
    "A day is a date, a timestamp at midnight (with a time zone: midnight UTC, of a session in",
    "UTC), or a text YYYY-MM-DD; a month is a text YYYY-MM, a year YYYY.",
    "Ids are compared as text. Blanks around a value do not count; NULL and blanks are empty.",
    "Any other value leaves no amount: all amounts of the physician are NULL, and the column",
    '"invalid" names the one that has it, or one of those that have.',
    ...(physicians ? ["So does a physician who is twice in their table, or not in it."] : []),
    patients.fields["id"]
      ? "So does a patient who is twice in the list of a physician."
      : "No column has the ids of patients: one who is twice in a list is counted twice.",
  ];
}

function holdsLines(table: UserTable): string[] {
  return Object.entries(table.fields).map(
    ([field, { content }]) => `  ${labelOf(table, [field])}: ${content.holds}`,
  );
}

function readingLines(schedule: Schedule, year: number): string[] {
  return Object.entries(readingsInUse(schedule)).map(([id, option]) => {
    const { en: question, answers } = schedule.readings?.[id] ?? {};
    const answer = withYears(schedule, answers?.[option] ?? { fr: option, en: option }, year);
    return `${id} = ${option}: ${question} ${answer.en}.`;
  });
}

function patchLines({ patched = [] }: Schedule): string[] {
  return patched.flatMap((patch) =>
    Object.entries(patch).map(([path, value]) => `${path} = ${JSON.stringify(value)}`),
  );
}

function sourceLines({ sources }: Schedule): string[] {
  return Object.entries(sources).map(([id, { status, checked, title, url }]) => {
    const address = url === undefined ? "" : ` ${url}`;
    return `${id} (${status}, checked ${checked}): ${title}${address}`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}
