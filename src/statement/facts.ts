import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { getDaysInYear } from "date-fns/getDaysInYear";
import { getQuarter } from "date-fns/getQuarter";
import { frenchDay, lastDay } from "../day.ts";
import { refuse, type LocalizedText } from "../error.ts";
import { isFact, type AnyFact, type PhysicianFact } from "../facts.ts";
import type { NoticeBook } from "../notice.ts";
import { isInTurn, valueOn } from "../list/periods.ts";
import type { Facts as CellFacts } from "../list/cell.ts";
import type { FactValues } from "../list/given-facts.ts";
import type { PhysicianFacts } from "../list/physician.ts";
import type { FactReader, FactValue } from "../schedule/conditions.ts";
import { factName, factPath, valueOf, valueText } from "../schedule/declared-facts.ts";
import type { DeclaredFact, Schedule } from "../schedule/language.ts";
import { referenceYearOf } from "../schedule/reference-year.ts";
import { fraction, type Rate } from "../money/rate.ts";
import { assumedDeclared, assumedFacts } from "./assumed-facts.ts";

export { referenceYearOf };

/** The day on which the zone of a physician is read, `YYYY-MM-DD`. */
export function zoneDayOf({ reads }: Schedule, year: number): string {
  const day = reads.zoneOn ?? reads.on;
  const [date, month] = day.split("/");
  return `${referenceYearOf(day, year)}-${month}-${date}`;
}

/** The year whose dated prevention actions count; undefined if those of any year do. */
export function preventionYearOf({ reads }: Schedule, year: number): number | undefined {
  return reads.preventionYear && referenceYearOf(reads.preventionYear, year);
}

/** What a patient is of whom only a visit after the reference day is known. */
export function lateVisitOf({ reads }: Schedule): "seen" | "unseen" {
  return reads.lateVisit ?? "seen";
}

/** The year from which the years of an installation are counted. */
export function yearOfInstallations({ reads }: Schedule, year: number): number {
  return reads.installationYear === "civil" ? year : referenceYearOf(reads.on, year);
}

/** When a physician has to be in activity, in words. */
export function activityAsked(schedule: Schedule, year: number): LocalizedText {
  if (activityOf(schedule) === "year") return { fr: `en ${year}`, en: `in ${year}` };
  const day = lastDay(referenceYearOf(schedule.reads.on, year));
  return { fr: `au ${frenchDay(day)}`, en: `on ${day}` };
}

/** Whether a physician has to be in activity on the reference day, or in the payment year. */
export function activityOf({ eligible }: Schedule): "reference-day" | "year" {
  return eligible.activity ?? (eligible.partYear === "none" ? "reference-day" : "year");
}

/** Reads patient facts as defined by a schedule. */
export function patientReader(schedule: Schedule, { age, ald, c2s, seen }: CellFacts): FactReader {
  return (fact) => {
    if (fact === "age") return age;
    if (fact === "ald") return ald;
    if (fact === "c2s") return c2s;
    return seenAs(schedule, seen);
  };
}

function seenAs(schedule: Schedule, seen: CellFacts["seen"]): FactValue {
  const { reads } = schedule;
  if (seen === "unknown") return reads.ifMissing.seen ?? missing(schedule, "seen");
  return YEARS_SINCE[seen] < Number.parseInt(reads.seenWithin as string, 10);
}

/** Whole years since a patient was seen. A plain yes or no holds for any window. */
const YEARS_SINCE = {
  yes: 0,
  "this-year": 0,
  "year-before": 1,
  earlier: 2,
  no: Number.POSITIVE_INFINITY,
};

/** Reads physician facts as defined by a schedule; every default used adds a notice. */
export function physicianReader(
  schedule: Schedule,
  year: number,
  physician: PhysicianFacts,
  notices: NoticeBook,
): FactReader {
  const known = new Map<AnyFact, FactValue | undefined>(
    Object.entries(knownFacts(schedule, year, physician)),
  );
  const useDefault = (fact: AnyFact): FactValue => {
    const value = defaultOf(schedule, fact);
    const path = factPath(schedule, fact);
    notices.add({ code: "if-missing", path, ...assumedText(schedule, year, fact, value) });
    return value;
  };
  const find = (fact: AnyFact): FactValue => {
    const value =
      declaredValue(schedule, physician.facts, fact) ??
      (isFactInTurn(fact) ? factOnDay(schedule, year, physician, fact) : undefined) ??
      useDefault(fact);
    known.set(fact, value);
    return value;
  };
  return (fact) => known.get(fact) ?? find(fact);
}

/** What is taken for a fact that is not given, in words. */
function assumedText(
  schedule: Schedule,
  year: number,
  fact: AnyFact,
  taken: FactValue,
): LocalizedText {
  if (!isFact(fact)) return assumedDeclared(factName(schedule, fact), taken);
  return assumedFacts[fact as PhysicianFact]({
    value: taken,
    countedIn: yearOfInstallations(schedule, year),
    activeOn: activityAsked(schedule, year),
  });
}

/** Facts that may be given by periods. */
export type FactInTurn = "zone" | "contract" | "sector";

const isFactInTurn = (fact: AnyFact): fact is FactInTurn =>
  fact === "zone" || fact === "contract" || fact === "sector";

/** A fact of a physician on the day on which it is read; undefined if it is not known. */
export function factOnDay(
  schedule: Schedule,
  year: number,
  physician: PhysicianFacts,
  fact: FactInTurn,
): FactValue | undefined {
  const value: unknown = physician[fact];
  if (!isInTurn(value)) return value as FactValue | undefined;
  const day =
    fact === "zone" ? zoneDayOf(schedule, year) : lastDay(referenceYearOf(schedule.reads.on, year));
  return valueOn(value, day, factPath(schedule, fact)) as FactValue | undefined;
}

/** A fact that a schedule declares, or its default. */
export function declaredFactOf(
  schedule: Schedule,
  given: FactValues | undefined,
  fact: AnyFact,
): FactValue {
  return declaredValue(schedule, given, fact) ?? defaultOf(schedule, fact);
}

/** Undefined for a fact that is not given, or that no schedule has to declare. */
function declaredValue(
  schedule: Schedule,
  given: FactValues | undefined,
  fact: AnyFact,
): FactValue | undefined {
  const value = isFact(fact) ? undefined : given?.get(fact);
  if (value === undefined) return undefined;
  const declared = schedule.facts?.[fact] as DeclaredFact;
  return (
    valueOf(declared, value) ??
    refuse("FACT_INVALID", factPath(schedule, fact), value, valueText(declared))
  );
}

function defaultOf(schedule: Schedule, fact: AnyFact): FactValue {
  const { facts, reads } = schedule;
  if (isFact(fact)) return reads.ifMissing[fact as PhysicianFact] ?? missing(schedule, fact);
  const declared = facts?.[fact] as DeclaredFact;
  return declared.ifMissing === undefined
    ? missing(schedule, fact)
    : (valueOf(declared, declared.ifMissing) as FactValue);
}

/** Facts that are no other on another day of the year. */
function knownFacts(
  schedule: Schedule,
  year: number,
  physician: PhysicianFacts,
): Record<Exclude<PhysicianFact, FactInTurn>, FactValue | undefined> {
  const { age, installed } = physician;
  return {
    physicianAge: age,
    installationYear:
      installed === undefined ? undefined : yearOfInstallations(schedule, year) - installed + 1,
    active: isActive(schedule, year, physician),
  };
}

/** Whether a physician is in activity, when the schedule asks; undefined if unknown. */
export function isActive(
  schedule: Schedule,
  year: number,
  physician: PhysicianFacts,
): boolean | undefined {
  return activityOf(schedule) === "reference-day"
    ? isActiveOn(physician, lastDay(referenceYearOf(schedule.reads.on, year)))
    : isActiveBetween(physician, `${year}-01-01`, lastDay(year));
}

/** Whether a physician is in activity on a 31 December; undefined if unknown. */
export function isActiveOn(physician: PhysicianFacts, day: string): boolean | undefined {
  return isActiveBetween(physician, day, day);
}

/**
 * Whether a physician is in activity on any day from the first to the last, a 31 December. Before
 * the year of the first installation there is none; an installation says nothing of later years.
 */
function isActiveBetween(
  { installed, activeFrom, activeUntil }: PhysicianFacts,
  first: string,
  last: string,
): boolean | undefined {
  if (installed !== undefined && installed > Number.parseInt(last, 10)) return false;
  if (activeFrom === undefined && activeUntil === undefined) return undefined;
  return (
    (activeFrom === undefined || activeFrom <= last) &&
    (activeUntil === undefined || activeUntil >= first)
  );
}

/** Part of the year not due to a physician who leaves before its end; undefined if all is due. */
export function missingPart(
  { eligible }: Schedule,
  year: number,
  { activeFrom, activeUntil }: PhysicianFacts,
): Rate | undefined {
  if (eligible.partYear === "none" || activeUntil === undefined || activeUntil >= lastDay(year))
    return undefined;
  const start = `${year}-01-01`;
  const first = activeFrom !== undefined && activeFrom > start ? activeFrom : start;
  if (activeUntil < first) return fraction(1, 1);
  const from = localDay(first);
  const until = localDay(activeUntil);
  if (eligible.partYear === "days") {
    const days = getDaysInYear(until);
    return fraction(days - (differenceInCalendarDays(until, from) + 1), days);
  }
  return fraction(4 - (getQuarter(until) - getQuarter(from) + 1), 4);
}

/** Builds a date from its parts, so that the time zone cannot shift it. */
function localDay(day: string): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, date);
}

function missing(schedule: Schedule, fact: AnyFact): never {
  const path = fact === "seen" ? "patients[].seen" : factPath(schedule, fact);
  return refuse("FACT_MISSING", path, undefined, {
    fr: `une valeur : le barème n'a pas de défaut pour ${fact}`,
    en: `a value: the schedule has no default for ${fact}`,
  });
}
