import { OLDEST } from "../facts.ts";
import type { ListOnDay } from "../formula/list-on-day.ts";
import { changesOf } from "../schedule/changes.ts";
import { digestOf } from "../schedule/digest.ts";
import type { Schedule } from "../schedule/language.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { simulationLine } from "../statement/format/simulation.ts";
import type { Source } from "./query.ts";

/** Comment at the top of the query: schedule, readings, patches, assumptions and sources. */
export function heading({ formula, grain }: Source): string[] {
  const { compiled, year, referenceYear, patients, physicians } = formula;
  const { schedule } = compiled;
  const { id, version, en, fr } = schedule;
  const { onDay } = patients;
  const assumed = [...patients.notes, ...physicians.notes];
  const simulation = simulationLine(changesOf(schedule), "en");
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
    "Amounts are NULL for any physician with invalid data",
    `(age outside 0 to ${OLDEST}, unknown code, missing value, duplicate or missing row,`,
    onDay
      ? "activity or rights that end before they begin)."
      : "activity that ends before it begins).",
    ...section("Readings in use:", readingLines(schedule)),
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

function readingLines(schedule: Schedule): string[] {
  return Object.entries(readingsInUse(schedule)).map(([id, option]) => {
    const { en: question, answers } = schedule.readings?.[id] ?? {};
    return `${id} = ${option}: ${question} ${answers?.[option]?.en ?? option}.`;
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
