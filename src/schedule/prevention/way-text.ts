import type { LocalizedText } from "../../error.ts";
import { interval } from "../../interval.ts";
import type { ActDay, PreventionWay, Schedule } from "../language.ts";
import { parseActDay } from "./act-day.ts";

/**
 * A way of prevention in words.
 * @param year whose actions count; Y without it
 */
export function wayText(schedule: Schedule, way: PreventionWay, year?: number): LocalizedText {
  const parts = [...wordsOf(schedule, way, year)];
  return {
    fr: parts.map(({ fr }) => fr).join(", "),
    en: parts.map(({ en }) => en).join(", "),
  };
}

function* wordsOf(
  schedule: Schedule,
  { age, on, reaches, sex, ald, condition, acts, from, to }: PreventionWay,
  year: number | undefined,
): Generator<LocalizedText> {
  if (sex) yield sex === "F" ? { fr: "femmes", en: "women" } : { fr: "hommes", en: "men" };
  if (age !== undefined) {
    const [years, day] = [ageText(age), dayText(on as ActDay, year)];
    yield { fr: `${years.fr} au ${day.fr}`, en: `${years.en} on ${day.en}` };
  }
  if (reaches !== undefined) {
    const months = Number.parseInt(reaches, 10);
    const during = year ?? "Y";
    yield { fr: `${months} mois en ${during}`, en: `${months} months in ${during}` };
  }
  if (ald) yield { fr: `ALD ${numbers(ald)}`, en: `ALD ${numbers(ald)}` };
  if (condition !== undefined) yield labelIn(schedule.conditions, condition);
  for (const [kind, count] of Object.entries(acts ?? {})) {
    const { fr, en } = labelIn(schedule.acts, kind);
    yield count === 1 ? { fr, en } : { fr: `${fr} (${count} fois)`, en: `${en} (${count} times)` };
  }
  if (to !== undefined) yield windowText(from, to, year);
}

/** A way names only what is declared, or its schedule is refused. */
function labelIn(declared: Schedule["acts"] | Schedule["conditions"], id: string): LocalizedText {
  return (declared as Readonly<Record<string, LocalizedText>>)[id] as LocalizedText;
}

export function ageText(age: string): LocalizedText {
  const { from, to } = interval(age);
  if (to === Number.POSITIVE_INFINITY)
    return { fr: `${from} ans et plus`, en: `${from} years and over` };
  return from === to
    ? { fr: `${from} ans`, en: `${from} years` }
    : { fr: `de ${from} à ${to} ans`, en: `${from} to ${to} years` };
}

/** Three numbers or more in a row as a range: `1, 2, 5-10`. */
function numbers(ald: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of [...ald].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs
    .map((run) => (run.length > 2 ? `${run[0]}-${run[run.length - 1]}` : run.join(", ")))
    .join(", ");
}

function windowText(from: ActDay | undefined, to: ActDay, year: number | undefined): LocalizedText {
  const end = dayText(to, year);
  if (from === undefined) return { fr: `jusqu'au ${end.fr}`, en: `until ${end.en}` };
  const start = dayText(from, year);
  return { fr: `du ${start.fr} au ${end.fr}`, en: `from ${start.en} to ${end.en}` };
}

function dayText(text: ActDay, of: number | undefined): LocalizedText {
  const day = parseActDay(text);
  if (day.from === "birth")
    return { fr: `jour des ${day.months} mois`, en: `the day of ${day.months} months` };
  const [date, month, year] = text.split("/");
  if (of !== undefined)
    return {
      fr: `${date}/${month}/${of + day.years}`,
      en: `${of + day.years}-${month}-${date}`,
    };
  const other = day.years === 0 ? year : `(${year})`;
  return { fr: text, en: `${other}-${month}-${date}` };
}
