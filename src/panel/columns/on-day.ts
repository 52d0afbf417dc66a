import { lastDay } from "../../day.ts";
import { refusal, type LocalizedText, type Refusal } from "../../error.ts";
import { PATIENT_DATES, type PatientDate } from "../../facts.ts";
import { C2S_OF_UNKNOWN_KIND, NO_C2S } from "../../list/cell.ts";
import type { LeftOutReason } from "../../list/left-out.ts";
import { dateOf, dayNumber, isDay, type DayNumber } from "./day-number.ts";
import { valueAt, vectorOf, type Vector } from "./vector.ts";
import { C2S_UNTOLD, FLAGS, NONE, NULL, readWholes, type Truths } from "./whole.ts";

/** Columns that say since when, until when or on which day, as days since 1970-01-01. */
export type DatedVectors = Readonly<Partial<Record<PatientDate, Vector | undefined>>>;

/** The columns that dates decide. */
interface Statuses {
  readonly ald: Vector;
  readonly c2s: Vector;
}

/**
 * The rows of a list with dates, read as of one day before they are scanned. What the scan sees are
 * plain columns of bytes. A row that is not on the list, or whose dates are refused, has a byte
 * there that no row may have, so that the scan passes it on.
 */
export class RowsOnDay implements Statuses {
  readonly ald: Vector;
  readonly c2s: Vector;
  readonly #day: DayNumber;
  readonly #dates: DatedVectors;
  readonly #plain: Statuses;
  /** For each row, an index into `OUTCOMES`. */
  readonly #outcomes: Uint8Array;

  constructor(dates: DatedVectors, plain: Statuses, rows: number, referenceYear: number) {
    this.#day = dayNumber(lastDay(referenceYear));
    this.#dates = dates;
    this.#plain = plain;
    this.#outcomes = new Uint8Array(rows);
    const ald = new Uint8Array(rows);
    const c2s = new Uint8Array(rows);
    const reader = new DaysReader(dates, plain, Math.min(rows, AT_ONCE));
    for (let from = 0; from < rows; from += AT_ONCE)
      this.#readBlock(reader, from, Math.min(rows, from + AT_ONCE), ald, c2s);
    this.ald = vectorOf(ald, "columns.ald");
    this.c2s = vectorOf(c2s, "columns.c2s");
  }

  /** Why a row is left out; what else it says does not matter then. */
  leftOut(row: number): LeftOutReason | undefined {
    return OUTCOMES[this.#outcomes[row] as number];
  }

  /** Why the dates of a row are refused. */
  refusals(row: number): Refusal[] {
    const died = this.#refusedDate("diedOn", row);
    const periods = PERIODS.flatMap(([from, until]) => this.#refusedPeriod(from, until, row));
    return [...died, ...periods];
  }

  /** ALD of a row, as it is on the day or as found if it is none. */
  aldAt(row: number): unknown {
    const found = valueAt(this.#plain.ald, row);
    const [value] = this.#one(this.#plain.ald, row, FLAGS);
    const holds = this.#holdsAt("aldFrom", "aldUntil", row);
    return holds === undefined || !isStatus(value as number, 1) ? found : onlyIf(holds, 1);
  }

  /** C2S of a row, as it is on the day or as found if it is none. */
  c2sAt(row: number): unknown {
    const found = valueAt(this.#plain.c2s, row);
    const [value] = this.#one(this.#plain.c2s, row, C2S_UNTOLD);
    const holds = this.#holdsAt("c2sFrom", "c2sUntil", row);
    return holds === undefined || !isStatus(value as number, C2S_OF_UNKNOWN_KIND)
      ? found
      : onlyIf(holds, kindOf(value as number));
  }

  #readBlock(
    reader: DaysReader,
    from: number,
    to: number,
    aldBytes: Uint8Array,
    c2sBytes: Uint8Array,
  ): void {
    reader.read(from, to);
    const { registeredFrom, registeredUntil, diedOn, aldFrom, aldUntil, c2sFrom, c2sUntil } =
      reader.days;
    const { ald, c2s } = reader;
    const day = this.#day;
    for (let i = 0; i < to - from; i++) {
      const outcome = registration(
        day,
        diedOn[i] as number,
        registeredFrom[i] as number,
        registeredUntil[i] as number,
      );
      const hasAld = period(day, aldFrom[i] as number, aldUntil[i] as number);
      const hasC2s = period(day, c2sFrom[i] as number, c2sUntil[i] as number);
      this.#outcomes[from + i] = outcome;
      const isRead = outcome === ON_LIST && hasAld !== REFUSED && hasC2s !== REFUSED;
      const plain = ald[i] as number;
      aldBytes[from + i] = !isRead
        ? NOT_ALLOWED
        : hasAld === UNDATED || !isStatus(plain, 1)
          ? byteOf(plain)
          : onlyIf(hasAld === HOLDS, 1);
      const kind = c2s[i] as number;
      c2sBytes[from + i] =
        hasC2s === UNDATED || !isStatus(kind, C2S_OF_UNKNOWN_KIND)
          ? byteOf(kind)
          : onlyIf(hasC2s === HOLDS, kindOf(kind));
    }
  }

  #holdsAt(from: PatientDate, until: PatientDate, row: number): boolean | undefined {
    const holds = period(this.#day, this.#dayAt(from, row), this.#dayAt(until, row));
    return holds === UNDATED ? undefined : holds === HOLDS;
  }

  #refusedPeriod(fromName: PatientDate, untilName: PatientDate, row: number): Refusal[] {
    const [from, until] = [this.#dayAt(fromName, row), this.#dayAt(untilName, row)];
    const invalid = [...this.#refusedDate(fromName, row), ...this.#refusedDate(untilName, row)];
    if (!isDisordered(from, until)) return invalid;
    const begun = `${fromName} (${from}, ${dateOf(from)})`;
    const allowed = { fr: `un jour à partir de ${begun}`, en: `a day from ${begun} on` };
    return [refusal("PERIOD_DISORDERED", at(untilName, row), until, allowed)];
  }

  #refusedDate(name: PatientDate, row: number): Refusal[] {
    if (!isInvalid(this.#dayAt(name, row))) return [];
    const found = valueAt(this.#dates[name] as Vector, row);
    return [refusal("DATE_INVALID", at(name, row), found, aDay)];
  }

  #dayAt(name: PatientDate, row: number): DayNumber {
    const [day] = this.#one(this.#dates[name], row, NONE);
    return day as number;
  }

  #one(vector: Vector | undefined, row: number, truths: Truths): Int32Array {
    const one = Int32Array.of(NULL);
    if (vector) readWholes(vector, row, row + 1, one, truths);
    return one;
  }
}

/** Rows read at once: few enough to stay in the processor's cache. */
const AT_ONCE = 8192;

/** Reads the dates of some rows, and the statuses that they decide. */
class DaysReader {
  readonly days: Readonly<Record<PatientDate, Int32Array>>;
  readonly ald: Int32Array;
  readonly c2s: Int32Array;
  readonly #dates: DatedVectors;
  readonly #plain: Statuses;

  constructor(dates: DatedVectors, plain: Statuses, rows: number) {
    this.#dates = dates;
    this.#plain = plain;
    const column = (): Int32Array => new Int32Array(rows).fill(NULL);
    this.days = Object.fromEntries(
      PATIENT_DATES.map((name) => [name, column()]),
    ) as unknown as DaysReader["days"];
    this.ald = column();
    this.c2s = column();
  }

  read(from: number, to: number): void {
    readWholes(this.#plain.ald, from, to, this.ald, FLAGS);
    readWholes(this.#plain.c2s, from, to, this.c2s, C2S_UNTOLD);
    for (const name of PATIENT_DATES) {
      const vector = this.#dates[name];
      if (vector) readWholes(vector, from, to, this.days[name], NONE);
    }
  }
}

const PERIODS = [
  ["registeredFrom", "registeredUntil"],
  ["aldFrom", "aldUntil"],
  ["c2sFrom", "c2sUntil"],
] as const;

/** What a row is on the day; the first is on the list, or its dates are refused. */
const OUTCOMES = [undefined, "dead", "not-yet-registered", "gone", undefined] as const;
const [ON_LIST, DEAD, NOT_YET, GONE, REFUSED] = [0, 1, 2, 3, 4];
/** What a period is on the day, if it is not refused. */
const [UNDATED, HOLDS, ELSEWHEN] = [0, 1, 2];

/** A byte that no row may have. */
const NOT_ALLOWED = 255;

/** As `PatientOn.leftOut` of rows: whether a row is on the list, and else why it is not. */
function registration(day: DayNumber, died: number, from: number, until: number): number {
  if (isDay(died) && died <= day) return DEAD as number;
  if (isDisordered(from, until)) return REFUSED as number;
  if (isDay(from) && from > day) return NOT_YET as number;
  if (isDay(until) && until < day) return GONE as number;
  return isInvalid(died) || isInvalid(from) || isInvalid(until)
    ? (REFUSED as number)
    : (ON_LIST as number);
}

/** Both ends are included. */
function period(day: DayNumber, from: number, until: number): number {
  if (from === NULL && until === NULL) return UNDATED as number;
  if (isInvalid(from) || isInvalid(until) || isDisordered(from, until)) return REFUSED as number;
  // Without a first day, `from` is the lowest integer.
  const holds = from <= day && (until === NULL || until >= day);
  return (holds ? HOLDS : ELSEWHEN) as number;
}

function isInvalid(value: number): boolean {
  return value !== NULL && !isDay(value);
}

function isDisordered(from: number, until: number): boolean {
  return isDay(from) && isDay(until) && from > until;
}

/** Whether a status is one, or none is given. */
function isStatus(value: number, most: number): boolean {
  return value === NULL || (value >= 0 && value <= most);
}

/** Kind of a C2S that holds. */
function kindOf(given: number): number {
  return given === NULL || given === NO_C2S ? C2S_OF_UNKNOWN_KIND : given;
}

function onlyIf(holds: boolean, status: number): number {
  return holds ? status : 0;
}

function byteOf(value: number): number {
  return value < 0 || value > NOT_ALLOWED ? NOT_ALLOWED : value;
}

const at = (name: PatientDate, row: number): string => `columns.${name}[${row}]`;

const aDay: LocalizedText = {
  fr: "un jour, en jours entiers depuis le 01/01/1970 ; null s'il n'y a pas de date",
  en: "a day, as whole days since 1970-01-01; null if there is no date",
};
