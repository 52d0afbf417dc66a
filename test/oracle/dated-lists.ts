import fc from "fast-check";
import type { Patient, Physician } from "../../src/index.ts";
import { day } from "../support/physicians.ts";

/** Dates of patients and of physicians around the day that a list is read on. */

type Field =
  "registeredFrom" | "registeredUntil" | "diedOn" | "aldFrom" | "aldUntil" | "c2sFrom" | "c2sUntil";

/** Dates around 31 December of a year: its two sides, leap days, months and years alone. */
export function datesAround(year: number): fc.Arbitrary<string> {
  const leap = year - (year % 4);
  const near = [`${year}-12-30`, `${year}-12-31`, `${year + 1}-01-01`, `${leap}-02-29`];
  const partial = [`${leap}-02`, `${year - 1}`, `${year}-11`, `${year + 1}`, `${year + 1}-01`];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...near) },
    { weight: 2, arbitrary: fc.constantFrom(...partial) },
    { weight: 2, arbitrary: day(year - 3, year + 2) },
    // Both leave a last day open on 31 December.
    { weight: 1, arbitrary: fc.constantFrom(`${year}`, `${year}-12`) },
  );
}

/** Dates of a patient, few of them known, and mostly in order. */
export function datesOfPatient(year: number): fc.Arbitrary<Pick<Patient, Field>> {
  const around = fc.option(datesAround(year), { nil: undefined, freq: 1 });
  const period = fc
    .tuple(around, around, fc.integer({ max: 7, min: 0 }))
    .map(([a, b, disorder]) =>
      a === undefined || b === undefined || a <= b || disorder === 0 ? [a, b] : [b, a],
    );
  const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
  return fc
    .record({
      registered: rarely(period),
      ald: rarely(period),
      c2s: rarely(period),
      diedOn: rarely(datesAround(year)),
    })
    .map(({ registered = [], ald = [], c2s = [], diedOn }) =>
      known({
        registeredFrom: registered[0],
        registeredUntil: registered[1],
        diedOn,
        aldFrom: ald[0],
        aldUntil: ald[1],
        c2sFrom: c2s[0],
        c2sUntil: c2s[1],
      }),
    );
}

/** Days of visits: before the window, within it and too late; none for who was never seen. */
export function visitsAround(year: number): fc.Arbitrary<string[]> {
  return fc.array(fc.oneof(datesAround(year), day(year - 4, year - 1)), { maxLength: 3 });
}

/**
 * Some actions with their day, in the years around, where an indicator may be validated twice;
 * others without.
 */
export function actionsAround(
  year: number,
  ids: readonly string[],
): fc.Arbitrary<Exclude<Patient["prevention"], number | undefined>> {
  const half = Math.floor(ids.length / 2);
  const dated = fc.record({ id: fc.constantFrom(...ids.slice(0, half)), on: datesAround(year) });
  return fc
    .tuple(fc.array(dated, { maxLength: 6 }), fc.subarray(ids.slice(half)), fc.boolean())
    .map(([some, others, bare]) => [...some, ...others.map((id) => (bare ? id : { id }))]);
}

/** The facts of a physician, some of them in turn: gaps, bounds on the day, at times an overlap. */
export function inTurn(year: number, physician: Physician): fc.Arbitrary<Physician> {
  const one = <Value>(...values: readonly Value[]): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: periods(year, values) },
    );
  return fc
    .record({
      zone: one("ZIP", "QPV", "ZAC", "none"),
      contract: one(true, false),
      sector: one("1", "2-optam", "2"),
    })
    .map((facts) => ({ ...physician, ...known(facts) }) as Physician);
}

interface Period {
  readonly value: unknown;
  readonly from?: string;
  readonly until?: string;
}

/** Two or three values that follow each other day by day; a bound may be a year alone or missing. */
function periods(year: number, values: readonly unknown[]): fc.Arbitrary<readonly Period[]> {
  const turns = [
    [`${year - 1}-12-30`, `${year - 1}-12-31`],
    [`${year - 1}-12-31`, `${year}-01-01`],
    [`${year}-12-30`, `${year}-12-31`],
    [`${year}-12-31`, `${year + 1}-01-01`],
    [`${year - 1}`, `${year}`],
    [`${year}-02-28`, `${year}-03`],
  ] as const;
  return fc
    .record({
      turns: fc.subarray([...turns], { maxLength: 2 }),
      values: fc.array(fc.constantFrom(...values), { minLength: 3, maxLength: 3 }),
      gap: fc.integer({ min: 0, max: 3 }),
      overlap: fc.integer({ min: 0, max: 15 }),
      swapped: fc.boolean(),
    })
    .map(({ turns: some, values: [a, b, c], gap, overlap, swapped }) => {
      const [first, second] = [...some].sort();
      const rows: Period[] = [
        { value: a, ...(first && { until: first[0] }) },
        ...(first ? [{ value: b, from: first[1], ...(second && { until: second[0] }) }] : []),
        ...(second ? [{ value: c, from: second[1] }] : []),
      ];
      if (gap < rows.length - 1) rows.splice(gap, 1);
      if (overlap === 0) rows.push({ value: b, from: `${year - 1}-06-30` });
      return swapped ? rows.reverse() : rows;
    });
}

/** The same without what is not known. */
function known<Told extends object>(told: Told): { [Key in keyof Told]: NonNullable<Told[Key]> } {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Told]: NonNullable<Told[Key]>;
  };
}
