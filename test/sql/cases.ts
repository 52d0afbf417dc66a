import fc from "fast-check";
import {
  getSchedule,
  listSchedules,
  type SchedulePatch,
  type Patient,
  type Physician,
  type Readings,
} from "../../src/index.ts";
import { PATIENT_DATES, type PatientDate } from "../../src/facts.ts";
import type { SqlPatientColumns, SqlPhysicianColumns } from "../../src/sql/columns.ts";
import { smallSlabs } from "../support/declared-facts.ts";
import { physicianFacts, two } from "../support/physicians.ts";
import { readsItsYear } from "../support/reference-day.ts";

/** Several physicians and their lists, as the row path takes them and as the columns of two tables. */
export interface SqlCase {
  readonly schedule: string;
  readonly year: number;
  readonly readings: Readings;
  readonly patch: SchedulePatch;
  readonly physicians: readonly Physician[] | undefined;
  readonly patients: readonly Patient[];
  readonly columns: SqlPatientColumns;
  readonly physicianColumns: SqlPhysicianColumns;
  /** Draws the types of the columns. */
  readonly types: number;
}

const INDICATORS = Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {});

/** Changes that lead where no schedule of the library goes: prices that differ, odd rates, rates below zero, mixed conditions. */
const PATCHES: Readonly<Record<string, readonly SchedulePatch[]>> = {
  "fr.fmt.2026": [
    { "prevention.flu.amount": "6.25" },
    { "zone.year-3+.rate": "12.345%", "age67.rate": "0.001%" },
    {
      "c2s.when.zone": ["ZIP", "none"],
      "prevention.flu.when": { sector: "1" },
      "base.7-74.amount": "5.07",
    },
    {
      "zone.year-3+.rate": "10%",
      "age67.rate": "10%",
      "uplifts.together": "highest",
      "uplifts.of": ["base", "prevention"],
    },
    { "eligible.partYear": "days", "eligible.when.sector": ["1", "2"] },
    { "reads.lateVisit": "unseen" },
  ],
  "fr.fpmt.2018": [
    { "precarity.rate.cap": "7%" },
    {
      "precarity.rate.above": "6.7%",
      "precarity.rate.slope": "33.33%",
      "precarity.rate.cap": "21.5%",
    },
    {
      "uplifts.together": "highest",
      "reads.ifMissing.zone": "none",
      zone: {
        fr: "zone",
        en: "zone",
        when: { zone: ["ZIP", "ZAC"] },
        rate: "4%",
        paid: "year-end",
      },
    },
    { "base.80+.amount": "999999999.99", "base.0-6.amount": "0.01" },
  ],
  "fr.proposal.2024-02-08": [{ "zone.rate": "33.3%" }],
  "fr.donum.2026": [
    { "options.amount": "6.33", "options.tools.points": 0 },
    { "eligible.when.apcvUsed": true, "eligible.partYear": "quarters" },
  ],
  "be.nurse-premium.2024": Array.from({ length: 10 }, (_, i) => ({
    ...smallSlabs,
    ...(i % 2 === 0 && { "nurse.when.ald": true }),
    ...(i % 3 === 0 && { "eligible.partYear": "days" }),
  })),
};

const ages = fc.oneof(
  fc.constantFrom(0, 6, 7, 66, 67, 74, 75, 79, 80, 129),
  fc.integer({ min: 0, max: 99 }),
);

interface Shape {
  readonly age: "age" | "birthDate";
  readonly seen: "seen" | "lastSeen" | "none";
  readonly prevention: "prevention" | "indicators" | "none";
  readonly kinds: boolean;
  /** Whether the table is that of a live database, which holds other days than the reference day. */
  readonly isDated: boolean;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  age: fc.constantFrom("age", "birthDate"),
  seen: fc.constantFrom("seen", "lastSeen", "none"),
  prevention: fc.constantFrom("prevention", "indicators", "none"),
  kinds: fc.boolean(),
  isDated: fc.boolean(),
});

function patientsOf(
  physicianId: string,
  on: number,
  { age: told, seen: visits, prevention, kinds, isDated }: Shape,
): fc.Arbitrary<Patient[]> {
  const row = fc.record({
    age: ages,
    day: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
    ald: fc.boolean(),
    c2s: kinds
      ? fc.constantFrom<Patient["c2s"]>(false, false, false, "free", "contributory")
      : fc.constantFrom(false, false, false, true),
    seen: fc.boolean(),
    back: fc.integer({ min: -1, max: 4 }),
    done: prevention === "indicators" ? fc.subarray(INDICATORS) : fc.integer({ min: 0, max: 15 }),
    unborn: fc.nat(30).map((n) => n === 0),
    dates: isDated ? datesAround(on) : fc.constant({}),
  });
  return fc.array(row, { maxLength: 40, size: "max" }).map((rows) =>
    rows.map(({ age, day: [month, date], ald, c2s, seen, back, done, ...more }, i): Patient => ({
      physicianId,
      id: `${physicianId}-${String(i).padStart(4, "0")}`,
      ald,
      c2s,
      ...(told === "age"
        ? { age }
        : {
            birthDate: `${isDated && more.unborn ? on + 1 : on - age}-${two(month)}-${two(date)}`,
          }),
      ...(visits === "seen" && { seen }),
      ...(visits === "lastSeen" && { lastSeen: `${on - back}-${two(month)}-${two(date)}` }),
      ...(prevention !== "none" && { prevention: done }),
      ...datesOf(more.dates, c2s, kinds),
    })),
  );
}

type Dates = Readonly<Partial<Record<PatientDate, string>>>;

/** Dates on the day, next to it, and further away; periods end when they begin or later. */
function datesAround(on: number): fc.Arbitrary<Dates> {
  const around = fc.constantFrom(
    `${on}-12-31`,
    `${on}-12-30`,
    `${on + 1}-01-01`,
    `${on}-02-28`,
    `${on - 1}-12-31`,
    `${on + 1}-06-15`,
    "2016-02-29",
  );
  const maybe = fc.option(around, { nil: undefined, freq: 2 });
  const rarely = fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, around);
  const period = fc
    .tuple(maybe, maybe)
    .map(([from, until]) => (from && until && until < from ? [until, from] : [from, until]));
  return fc
    .record({ registered: period, ald: period, c2s: period, died: rarely })
    .map(({ registered, ald, c2s, died }) => ({
      ...(registered[0] && { registeredFrom: registered[0] }),
      ...(registered[1] && { registeredUntil: registered[1] }),
      ...(ald[0] && { aldFrom: ald[0] }),
      ...(ald[1] && { aldUntil: ald[1] }),
      ...(c2s[0] && { c2sFrom: c2s[0] }),
      ...(c2s[1] && { c2sUntil: c2s[1] }),
      ...(died && { diedOn: died }),
    }));
}

/** Where the kind of the C2S is told, dates alone would not tell it. */
function datesOf(dates: Dates, c2s: Patient["c2s"], kinds: boolean): Dates {
  const { c2sFrom: _, c2sUntil: __, ...others } = dates;
  return kinds && c2s === false ? others : dates;
}

function physicianOf(id: string, on: number, year: number): fc.Arbitrary<Physician> {
  return physicianFacts(on, year).map((known) => ({ id, ...known }));
}

function columnsOf({ age, seen, prevention, isDated }: Shape): SqlPatientColumns {
  return {
    ...(isDated && Object.fromEntries(PATIENT_DATES.map((name) => [name, name]))),
    [age]: age,
    ...(seen === "none" ? { seen: null } : { [seen]: seen }),
    ...(prevention === "indicators"
      ? { indicators: Object.fromEntries(INDICATORS.map((id) => [id, `done ${id}`])) }
      : { prevention: prevention === "none" ? null : "prevention" }),
  };
}

/** Batches of up to six physicians; under the readings that ask the kind of C2S, the lists tell it. */
export const sqlCases: fc.Arbitrary<SqlCase> = fc
  .record({
    schedule: fc.constantFrom(...listSchedules().map(({ id }) => id)),
    year: fc.integer({ min: 2018, max: 2029 }),
    shape: shapes,
    known: fc.boolean(),
    size: fc.integer({ min: 1, max: 6 }),
    patched: fc.integer({ min: 0, max: 9 }),
  })
  .chain(({ schedule, year, shape: drawn, known, size, patched }) =>
    readingsOf(schedule).chain((readings) => {
      const patch = PATCHES[schedule]?.[patched] ?? {};
      const needsItems = "prevention.flu.amount" in patch && drawn.prevention === "prevention";
      const shape = {
        ...drawn,
        kinds: drawn.kinds || readings["precarity-of"] === "free",
        ...(needsItems && { prevention: "indicators" as const }),
      };
      const on =
        readsItsYear(schedule) || readings["reference-day"] === "31/12/N" ? year : year - 1;
      const ids = Array.from({ length: size }, (_, i) => `m${i}`);
      return fc.record({
        schedule: fc.constant(schedule),
        year: fc.constant(year),
        readings: fc.constant(readings),
        patch: fc.constant(patch),
        physicians:
          known || getSchedule(schedule).facts
            ? fc.tuple(...ids.map((id) => physicianOf(id, on, year)))
            : fc.constant(undefined),
        patients: fc
          .tuple(...ids.map((id) => patientsOf(id, on, shape)))
          .map((lists) => lists.flat()),
        columns: fc.constant(columnsOf(shape)),
        physicianColumns: fc.constant({}),
        types: fc.nat(65_535),
      });
    }),
  );

function readingsOf(schedule: string): fc.Arbitrary<Record<string, string>> {
  const readings = Object.entries(getSchedule(schedule).readings ?? {});
  return fc.record(
    Object.fromEntries(
      readings.map(([id, one]) => [id, fc.constantFrom(one.default, ...Object.keys(one.or))]),
    ),
  );
}
