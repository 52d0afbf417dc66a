import { refusal, type ErrorCode, type LocalizedText, type Refusal } from "../error.ts";
import { frenchDay } from "../day.ts";
import { last } from "../last.ts";
import { C2S_KINDS, factNames, PATIENT_DATES, type C2sKind, type PatientDate } from "../facts.ts";
import type { LeftOutReason } from "./left-out.ts";
import type { Notice } from "../notice.ts";
import { isAbsent, type Patient } from "./patient.ts";
import { LUNAR, refusedDate, yearOf } from "./date.ts";
import {
  daySpan,
  holdsOn,
  isBy,
  isDisordered,
  isFrom,
  type DaySpan,
  type Truth,
} from "./day-span.ts";

/** Fields of a patient that say since when, until when or on which days. */
export const DATED_FIELDS = [...PATIENT_DATES, "visits"] as const satisfies (keyof Patient)[];

/** What a row is on a day. */
export interface PatientOn {
  /** Why the patient is not on the list; the other facts then do not matter. */
  readonly leftOut?: LeftOutReason;
  readonly ald: Patient["ald"];
  readonly c2s: Patient["c2s"];
  readonly seen: Patient["seen"];
  /** The last visit until the day; of a patient who came only later, the first one. */
  readonly lastSeen: Patient["lastSeen"];
}

/**
 * Reads the dates of a row: what it was on a day. Reasons to refuse it are pushed. What holds no
 * date is passed on as it is, to be checked with the rows that have none.
 * @param day YYYY-MM-DD
 * @param path of the row: `patients[12]`
 */
export function patientOn(
  row: Patient,
  day: string,
  path: string,
  refusals: Refusal[],
  notices: Notice[],
): PatientOn {
  const dates = new DatesOfRow(row, day, path, refusals, notices);
  const { ald, c2s, seen, lastSeen } = row;
  const leftOut = leftOutOn(row, day);
  if (leftOut !== undefined) return { leftOut, ald, c2s, seen, lastSeen };
  dates.checkRegistration();
  return { ald: dates.ald(), c2s: dates.c2s(), ...dates.lastVisit() };
}

/**
 * Why a patient is not on the list of a day, whatever else the row says; undefined if they are, or
 * if the row cannot be read. No date is refused here.
 */
export function leftOutOn(row: Patient, day: string): LeftOutReason | undefined {
  try {
    const { birthDate, diedOn, registeredFrom, registeredUntil } = row;
    const born = yearOf(birthDate);
    const [died, from, until] = [diedOn, registeredFrom, registeredUntil].map(daySpan);
    if (isBornAfter(day, born, daySpan(birthDate))) return "unborn";
    if (died && isBy(day, died) === true) return "dead";
    if (isDisordered(from, until)) return undefined;
    if (from && isBy(day, from) === false) return "not-yet-registered";
    if (until && isFrom(day, until) === false) return "gone";
  } catch {
    // It is refused when it is read.
  }
  return undefined;
}

/** A birth date without a known month says the year; what is no date is before any. */
function isBornAfter(day: string, year: number, span: DaySpan | undefined): boolean {
  return span ? isBy(day, span) === false : year - LUNAR > Number.parseInt(day, 10);
}

/** It also stands for visits that are refused, so that nothing else is said of them. */
const NEVER_SEEN = { seen: false, lastSeen: undefined };

class DatesOfRow {
  readonly #row: Patient;
  readonly #day: string;
  readonly #path: string;
  readonly #refusals: Refusal[];
  readonly #notices: Notice[];

  constructor(row: Patient, day: string, path: string, refusals: Refusal[], notices: Notice[]) {
    this.#row = row;
    this.#day = day;
    this.#path = path;
    this.#refusals = refusals;
    this.#notices = notices;
  }

  /** Refuses dates that leave open whether the patient is on the list. */
  checkRegistration(): void {
    const [born, died] = [daySpan(this.#row.birthDate), this.#span("diedOn")];
    if (born && isBy(this.#day, born) === undefined) this.#leaveOpen("birthDate");
    if (died && isBy(this.#day, died) === undefined) this.#leaveOpen("diedOn");
    this.#holds("registeredFrom", "registeredUntil");
  }

  ald(): Patient["ald"] {
    const { ald } = this.#row;
    const holds = this.#status(ald, "ald", "aldFrom", "aldUntil");
    return holds !== undefined && (isAbsent(ald) || typeof ald === "boolean") ? holds : ald;
  }

  c2s(): Patient["c2s"] {
    const { c2s } = this.#row;
    const holds = this.#status(c2s, "c2s", "c2sFrom", "c2sUntil");
    if (holds === undefined) return c2s;
    if (isAbsent(c2s) || typeof c2s === "boolean") return holds;
    return C2S_KINDS.includes(c2s as C2sKind) && !holds ? false : c2s;
  }

  /** Whether a status with dates holds on the day; undefined if it has none. */
  #status(
    plain: unknown,
    field: "ald" | "c2s",
    from: "aldFrom" | "c2sFrom",
    until: "aldUntil" | "c2sUntil",
  ): boolean | undefined {
    if (isAbsent(this.#row[from]) && isAbsent(this.#row[until])) return undefined;
    const holds = this.#holds(from, until) === true;
    const end = daySpan(this.#row[until]);
    const isOver = end !== undefined && isFrom(this.#day, end) === false;
    if (holds ? plain === false && !end : isOver && !isAbsent(plain) && plain !== false)
      this.#notices.push(byDates(field, `${this.#path}.${field}`));
    return holds;
  }

  lastVisit(): Pick<PatientOn, "seen" | "lastSeen"> {
    const { seen, lastSeen, visits } = this.#row;
    if (isAbsent(visits)) return { seen, lastSeen: lastSeen === undefined ? visits : lastSeen };
    if (!Array.isArray(visits)) {
      this.#refuse("DATE_INVALID", "visits", visits, listOfDates);
      return NEVER_SEEN;
    }
    if (visits.length === 0) return this.#neverSeen();
    const until: string[] = [];
    const after: string[] = [];
    const add = (field: "visits" | "lastSeen", date: unknown): void => {
      const span = this.#valid(field, date);
      const isUntil = span && isBy(this.#day, span);
      if (span && isUntil === undefined) this.#leaveOpen(field, date);
      else if (span) (isUntil ? until : after).push(date as string);
    };
    for (const date of visits) add("visits", date);
    if (!isAbsent(lastSeen)) add("lastSeen", lastSeen);
    const counted = last(until.sort()) ?? after.sort()[0];
    return counted === undefined ? NEVER_SEEN : { seen, lastSeen: counted };
  }

  /** What else is said must agree with an empty list of visits. */
  #neverSeen(): Pick<PatientOn, "seen" | "lastSeen"> {
    const { seen, lastSeen } = this.#row;
    if (!isAbsent(lastSeen)) this.#refuse("SEEN_DISAGREES", "lastSeen", lastSeen, noVisit);
    if (seen === true) this.#refuse("SEEN_DISAGREES", "seen", seen, noVisit);
    return NEVER_SEEN;
  }

  /** Whether a period holds on the day, both ends included. */
  #holds(fromField: PatientDate, untilField: PatientDate): Truth {
    const [from, until] = [this.#span(fromField), this.#span(untilField)];
    if (isDisordered(from, until)) {
      this.#refuse("PERIOD_DISORDERED", untilField, this.#row[untilField], {
        fr: `une date à partir de ${fromField} (${this.#row[fromField]})`,
        en: `a date from ${fromField} on (${this.#row[fromField]})`,
      });
      return undefined;
    }
    const holds = holdsOn(this.#day, from, until);
    if (holds === undefined)
      this.#leaveOpen(from && isBy(this.#day, from) === undefined ? fromField : untilField);
    return holds;
  }

  #span(field: PatientDate): DaySpan | undefined {
    const date = this.#row[field];
    return isAbsent(date) ? undefined : this.#valid(field, date);
  }

  #valid(field: string, date: unknown): DaySpan | undefined {
    const span = daySpan(date);
    if (!span) this.#refusals.push(refusedDate(`${this.#path}.${field}`, date));
    return span;
  }

  #leaveOpen(field: keyof Patient, date: unknown = this.#row[field]): void {
    this.#refuse("DATE_INCOMPLETE", field, date, {
      fr: `un jour AAAA-MM-JJ : cette date peut tomber avant ou après le ${frenchDay(this.#day)}`,
      en: `a day YYYY-MM-DD: this date may fall before or after ${this.#day}`,
    });
  }

  #refuse(code: ErrorCode, field: string, found: unknown, allowed: LocalizedText): void {
    this.#refusals.push(refusal(code, `${this.#path}.${field}`, found, allowed));
  }
}

function byDates(field: "ald" | "c2s", path: string): Notice {
  const name = factNames[field];
  return {
    code: "status-by-dates",
    path,
    fr: `${name.fr} : l'indication et les dates se contredisent, les dates sont retenues`,
    en: `${name.en}: the status and its dates disagree, the dates are used`,
  };
}

const listOfDates: LocalizedText = {
  fr: "une liste de dates ; [] pour jamais",
  en: "a list of dates; [] for never",
};
const noVisit: LocalizedText = {
  fr: "rien, puisque visits est vide : jamais venu",
  en: "nothing, as visits is empty: never seen",
};
