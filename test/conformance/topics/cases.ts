import type { Draft } from "../vector.ts";
import {
  AGES,
  baseOf,
  isFpmt,
  nameOf,
  referenceYear,
  SCHEDULES,
  YEARS,
  type ScheduleId,
} from "./hand.ts";

/** One patient at a time: every case of every schedule, on both sides of every age. */
export const cases = (): readonly Draft[] =>
  SCHEDULES.flatMap((schedule) => [
    ...AGES[schedule].flatMap((age) =>
      [false, true].flatMap((ald) =>
        [false, true].flatMap((c2s) => ofOne(schedule, age, ald, c2s)),
      ),
    ),
    ...[false, true].map((ald) => everyAge(schedule, ald)),
  ]);

interface Told {
  readonly age: number;
  readonly ald: boolean;
  readonly c2s: boolean;
}

function ofOne(schedule: ScheduleId, age: number, ald: boolean, c2s: boolean): Draft[] {
  const told: Told = { age, ald, c2s };
  const seen = [true, false].map((was) => byAge(schedule, told, was));
  return [...(schedule === "fr.fmt.2026" ? seen : seen.slice(0, 1)), byBirth(schedule, told)];
}

function byAge(schedule: ScheduleId, { age, ald, c2s }: Told, seen: boolean): Draft {
  const asks = schedule === "fr.fmt.2026";
  return {
    id: `cases.${nameOf(schedule)}.age-${age}${words(ald, c2s).id}${seen ? "" : ".not-seen"}`,
    why: `${age} years${words(ald, c2s).why}${asks ? (seen ? ", seen" : ", not seen for two years") : ""}: ${arithmetic(schedule, { age, ald, c2s }, seen)}`,
    options: { schedule, year: YEARS[schedule], readings: {} },
    input: { patients: [{ age, ald, c2s, ...(asks && { seen }) }] },
  };
}

/** The same patient by the date of birth, on the first and last day of the year in turn, or by the month or year alone. */
function byBirth(schedule: ScheduleId, { age, ald, c2s }: Told): Draft {
  const year = referenceYear(schedule, YEARS[schedule]);
  const born = year - age;
  const birthDate = [`${born}-01-01`, `${born}-12-31`, `${born}-07`, `${born}`][
    (ald ? 2 : 0) + (c2s ? 1 : 0)
  ] as string;
  const asks = schedule === "fr.fmt.2026";
  return {
    id: `cases.${nameOf(schedule)}.born-${born}${words(ald, c2s).id}`,
    why: `born in ${born}, so ${age} years on 31 December ${year}${words(ald, c2s).why}: ${arithmetic(schedule, { age, ald, c2s }, true)}`,
    options: { schedule, year: YEARS[schedule], readings: {} },
    input: {
      patients: [
        { birthDate, ald, c2s, ...(asks && { lastSeen: `${year - (c2s ? 1 : 0)}-06-15` }) },
      ],
    },
  };
}

/** A list of one on the C2S has a share of 100 %, capped at 25 %: an uplift of 9 % of the base. */
function arithmetic(schedule: ScheduleId, { age, ald, c2s }: Told, seen: boolean): string {
  const base = seen ? baseOf(schedule, age, ald) : 5;
  if (!c2s) return `${base}`;
  if (isFpmt(schedule)) return `${base} + ${base} * (25% - 7%) * 50%`;
  return `${base} + ${schedule === "fr.fmt.2026" ? 10 : 5}`;
}

function words(ald: boolean, c2s: boolean): { id: string; why: string } {
  return {
    id: `${ald ? ".ald" : ""}${c2s ? ".c2s" : ""}`,
    why: `${ald ? ", ALD" : ""}${c2s ? ", C2S" : ""}`,
  };
}

function everyAge(schedule: ScheduleId, ald: boolean): Draft {
  const ages = Array.from({ length: 130 }, (_, age) => age);
  const counts = new Map<number, number>();
  for (const age of ages)
    counts.set(baseOf(schedule, age, ald), (counts.get(baseOf(schedule, age, ald)) ?? 0) + 1);
  return {
    id: `cases.${nameOf(schedule)}.every-age${ald ? ".ald" : ""}`,
    why: `one patient of every age from 0 to 129${ald ? ", ALD" : ""}: ${[...counts].map(([amount, count]) => `${count} * ${amount}`).join(" + ")}`,
    options: { schedule, year: YEARS[schedule], readings: {} },
    input: { patients: ages.map((age) => ({ age, ald, c2s: false })) },
  };
}
