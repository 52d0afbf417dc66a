import { refusal, refuse, type ErrorCode, type LocalizedText, type Refusal } from "../error.ts";
import { frenchDay } from "../day.ts";
import { isAbsent } from "./patient.ts";
import { refusedDate } from "./date.ts";
import { daySpan, holdsOn, isDisordered, type DaySpan } from "./day-span.ts";

/** A value with its first and last day, both included; without one, it has no such bound. */
export interface Period<Value> {
  readonly value: Value;
  /** `YYYY-MM-DD`, or a month or a year that settles what holds on the day. */
  readonly from?: string;
  readonly until?: string;
}

/** A fact of a physician: one value, or several in turn. */
export type InTurn<Value> = Value | readonly Period<Value>[];

/** Whether a fact is given by periods. */
export function isInTurn(fact: unknown): fact is readonly Period<unknown>[] {
  return Array.isArray(fact);
}

/**
 * Reads the periods of a fact, in the order of their days. One that is refused is left out, and the
 * reason is pushed.
 * @param check what values may be: a code, what is allowed, and whether one is
 */
export function readPeriods<Value>(
  given: readonly unknown[],
  path: string,
  check: {
    readonly code: ErrorCode;
    readonly allowed: LocalizedText;
    readonly isValid: (value: unknown) => boolean;
  },
  refusals: Refusal[],
): readonly Period<Value>[] {
  const read = given.flatMap((row, i) => readPeriod<Value>(row, `${path}[${i}]`, check, refusals));
  const periods = read.sort((a, b) => (a.from?.first ?? "").localeCompare(b.from?.first ?? ""));
  periods.forEach((period, i) => {
    const before = periods[i - 1];
    if (before && overlaps(before, period))
      refusals.push(refusal("PERIOD_OVERLAPS", path, shown(period), oneAtATime(shown(before))));
  });
  return periods.map(({ period }) => Object.freeze(period));
}

/**
 * The value that holds on a day; undefined in a gap.
 * @param day YYYY-MM-DD
 * @throws ForfaitError DATE_INCOMPLETE if a partial date leaves it open
 */
export function valueOn<Value>(
  periods: readonly Period<Value>[],
  day: string,
  path: string,
): Value | undefined {
  const holding = periods.map(({ from, until }) => holdsOn(day, daySpan(from), daySpan(until)));
  // There is one value on each day: where one holds for sure, none that is open does.
  const held = periods[holding.indexOf(true)];
  if (held) return held.value;
  const open = periods[holding.indexOf(undefined)];
  if (open)
    refuse("DATE_INCOMPLETE", path, [open.from, open.until].filter(Boolean).join(" – "), {
      fr: `des jours AAAA-MM-JJ : ces dates peuvent tomber avant ou après le ${frenchDay(day)}`,
      en: `days YYYY-MM-DD: these dates may fall before or after ${day}`,
    });
  return undefined;
}

interface ReadPeriod<Value> {
  readonly period: Period<Value>;
  readonly from: DaySpan | undefined;
  readonly until: DaySpan | undefined;
}

function readPeriod<Value>(
  row: unknown,
  path: string,
  { code, allowed, isValid }: Parameters<typeof readPeriods>[2],
  refusals: Refusal[],
): ReadPeriod<Value>[] {
  const before = refusals.length;
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    refusals.push(refusal("INPUT_INVALID", path, row, aPeriod));
    return [];
  }
  const { value, from, until, ...others } = row as Record<string, unknown>;
  for (const key of Object.keys(others))
    refusals.push(refusal("KEY_UNKNOWN", `${path}.${key}`, key, aPeriod));
  if (!isValid(value)) refusals.push(refusal(code, `${path}.value`, value, allowed));
  const [first, last] = [bound("from", from), bound("until", until)];
  if (isDisordered(first, last))
    refusals.push(
      refusal("PERIOD_DISORDERED", `${path}.until`, until, {
        fr: `une date à partir de ${from}`,
        en: `a date from ${from} on`,
      }),
    );
  if (refusals.length > before) return [];
  const period = {
    value: value as Value,
    ...(first && { from: from as string }),
    ...(last && { until: until as string }),
  };
  return [{ period, from: first, until: last }];

  function bound(field: "from" | "until", date: unknown): DaySpan | undefined {
    if (isAbsent(date)) return undefined;
    const span = daySpan(date);
    if (!span) refusals.push(refusedDate(`${path}.${field}`, date));
    return span;
  }
}

/** Whether two periods share a day for sure; the second does not begin before the first. */
function overlaps<Value>(a: ReadPeriod<Value>, b: ReadPeriod<Value>): boolean {
  return (b.from?.last ?? "") <= (a.until?.first ?? "9999-12-31");
}

function shown<Value>({ period }: ReadPeriod<Value>): string {
  const { value, from = "…", until = "…" } = period;
  return `${value} (${from} – ${until})`;
}

const oneAtATime = (other: string): LocalizedText => ({
  fr: `une seule valeur par jour ; une autre : ${other}`,
  en: `one value on each day; another: ${other}`,
});
const aPeriod: LocalizedText = {
  fr: "{ value, from, until }, premier et dernier jour compris",
  en: "{ value, from, until }, first and last day included",
};
