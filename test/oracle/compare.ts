/**
 * Random lists, every schedule, every reading: the library against the oracle, to the cent; then what
 * facts and acts say of prevention.
 * `npm run test:oracle [-- CASES [SEED]]`; needs python3.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import {
  computePhysicians,
  computeShares,
  getSchedule,
  listSchedules,
  type Patient,
  type Physician,
  type Practice,
  type SchedulePatch,
  type Statement,
} from "../../src/index.ts";
import { maybe, physicianFacts, two } from "../support/physicians.ts";
import { actionsAround, datesOfPatient, inTurn, visitsAround } from "./dated-lists.ts";
import { paysAdvances, readsItsYear } from "../support/reference-day.ts";

const count = Number(process.argv[2] ?? 6000);
const seed = Number(process.argv[3] ?? 20260101);

interface Case {
  /** Whether rows and physicians hold dates. */
  dated: boolean;
  schedule: string;
  year: number;
  readings: Record<string, string>;
  neverSeen: "empty" | undefined;
  patch: SchedulePatch;
  physician: Physician;
  practice: Practice | undefined;
  patients: Patient[];
  previousPatients: Patient[] | undefined;
}

const edges = fc.constantFrom(0, 1, 5, 6, 7, 8, 66, 67, 74, 75, 76, 79, 80, 81, 100);
const ages = fc.oneof(edges, fc.integer({ min: 0, max: 99 }));
const indicators = Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {});

function readingsOf(schedule: string): fc.Arbitrary<Record<string, string>> {
  const readings = Object.entries(getSchedule(schedule).readings ?? {});
  return fc.record(
    Object.fromEntries(
      readings.map(([id, one]) => [id, fc.constantFrom(one.default, ...Object.keys(one.or))]),
    ),
  );
}

/** Columns exist for the whole list or not at all. */
interface Columns {
  readonly seen: string;
  readonly prevention: string;
  readonly birth: boolean;
  readonly kinds: boolean;
  readonly dated: boolean;
}

function listOf(referenceYear: number, columns: Columns): fc.Arbitrary<Patient[]> {
  const row = fc.record({
    age: ages,
    month: fc.integer({ min: 1, max: 12 }),
    ald: fc.boolean(),
    c2s: fc.constantFrom<Patient["c2s"]>(
      false,
      false,
      false,
      false,
      "free",
      "contributory",
      columns.kinds ? "free" : true,
    ),
    seen: fc.boolean(),
    back: fc.integer({ min: -1, max: 4 }),
    done: fc.oneof(fc.subarray(indicators), fc.integer({ min: 0, max: 15 })),
    shape: fc.integer({ min: 0, max: 2 }),
    dates: columns.dated ? datesOfPatient(referenceYear) : fc.constant<Partial<Patient>>({}),
    visits: visitsAround(referenceYear),
    actions: actionsAround(referenceYear, indicators),
    unborn: fc.integer({ min: 0, max: 30 }),
    untold: fc.integer({ min: 0, max: 3 }),
  });
  return fc.array(row, { maxLength: columns.dated ? 30 : 60, size: "max" }).map((rows) =>
    rows.map(({ age, month, ald, c2s, seen, back, done, shape, ...told }, i) => {
      const { dates, visits, actions, unborn, untold } = told;
      const year = columns.dated && unborn === 0 ? referenceYear + 1 : referenceYear - age;
      const birthDate = [`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-28`][
        shape
      ] as string;
      return {
        id: `p${i}`,
        // What dates say need not be told besides.
        ...((untold > 0 || !(dates.aldFrom || dates.aldUntil)) && { ald }),
        ...((untold > 0 || !(dates.c2sFrom || dates.c2sUntil) || columns.kinds) && { c2s }),
        ...(columns.birth ? { birthDate } : { age }),
        ...(columns.seen === "seen" && { seen }),
        ...((columns.seen === "lastSeen" || (columns.seen === "visits" && untold === 0)) && {
          lastSeen: columns.dated && unborn < 4 ? null : `${referenceYear - back}-${two(month)}-01`,
        }),
        ...(columns.seen === "visits" && { visits }),
        ...(columns.prevention === "yes" && { prevention: columns.dated ? actions : done }),
        ...dates,
      } as Patient;
    }),
  );
}

const NURSES = "be.nurse-premium.2024";

/** A slab, and what must be reached or passed, of a size that short lists and few hours are beside. */
function measureOf(each: readonly string[], bounds: readonly string[]): fc.Arbitrary<Measure> {
  return fc
    .tuple(
      fc.constantFrom(...each),
      fc.constantFrom("from", "over", "none"),
      fc.constantFrom(...bounds),
    )
    .map(([size, gate, bound]) => ({ each: size, ...(gate !== "none" && { [gate]: bound }) }));
}

type Measure = Readonly<Record<string, string>>;

/** Changes of the premium: both measures or one, and at times the most and the amount. */
const slabs: fc.Arbitrary<SchedulePatch> = fc
  .record({
    patients: measureOf(["1", "3", "7"], ["5", "10", "24"]),
    nurseHours: measureOf(["0.1", "1.5", "3.3333", "6"], ["2.9999", "3", "12"]),
    patched: fc.constantFrom("both", "patients", "hours", "only hours"),
    most: fc.constantFrom(undefined, null, 0, 7, 12),
    amount: fc.constantFrom(undefined, "9373.50", "0.01", "1234.57"),
  })
  .map(({ patients, nurseHours, patched, most, amount }) => ({
    ...(patched === "both" && { "nurse.slabs": { patients, nurseHours } }),
    ...(patched === "only hours" && { "nurse.slabs": { nurseHours } }),
    ...(patched === "patients" && { "nurse.slabs.patients": patients }),
    ...(patched === "hours" && { "nurse.slabs.nurseHours": nurseHours }),
    ...(most !== undefined && { "nurse.most": most }),
    ...(amount !== undefined && { "nurse.amount": amount }),
  }));

/** The declared facts of a physician, some of them or all in the practice, some in both. */
function inPractice({
  facts = {},
  ...physician
}: Physician): fc.Arbitrary<Pick<Case, "physician" | "practice">> {
  const ids = Object.keys(facts);
  const only = (kept: readonly string[]): typeof facts =>
    Object.fromEntries(Object.entries(facts).filter(([id]) => kept.includes(id)));
  return fc
    .record({ moved: fc.subarray(ids), common: fc.subarray(ids), alone: fc.boolean() })
    .map(({ moved, common, alone }) =>
      alone
        ? { physician: { ...physician, facts }, practice: undefined }
        : {
            physician: {
              ...physician,
              practiceId: "p",
              facts: only(ids.filter((id) => !moved.includes(id))),
            },
            practice: { id: "p", facts: only([...moved, ...common]) },
          },
    );
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    schedule: fc.constantFrom(...listSchedules().map(({ id }) => id)),
    year: fc.integer({ min: 2018, max: 2029 }),
    previous: fc.boolean(),
    dated: fc.boolean(),
  })
  .chain(({ schedule, year, previous, dated }) =>
    readingsOf(schedule).chain((readings) => {
      const on =
        readsItsYear(schedule) || readings["reference-day"] === "31/12/N" ? year : year - 1;
      const columns = fc.record({
        seen: fc.constantFrom("seen", "lastSeen", "none", ...(dated ? ["visits"] : [])),
        prevention: fc.constantFrom("yes", "no"),
        birth: fc.boolean(),
        kinds: fc.constant(readings["precarity-of"] === "free"),
        dated: fc.constant(dated),
      });
      return fc
        .record({
          dated: fc.constant(dated),
          schedule: fc.constant(schedule),
          year: fc.constant(year),
          readings: fc.constant(readings),
          neverSeen: dated ? maybe(fc.constant("empty" as const)) : fc.constant(undefined),
          patch: schedule === NURSES ? slabs : fc.constant({}),
          given: physicianFacts(on, year)
            .chain((physician) => (dated ? inTurn(year, physician) : fc.constant(physician)))
            .chain(inPractice),
          patients: columns.chain((chosen) => listOf(on, chosen)),
          previousPatients:
            previous && paysAdvances(schedule)
              ? columns.chain((chosen) => listOf(on - 1, chosen))
              : fc.constant(undefined),
        })
        .map(({ given, ...one }) => ({ ...one, ...given }));
    }),
  );

const PHYSICIAN = [
  "zone",
  "birthDate",
  "age",
  "firstInstallation",
  "contract",
  "sector",
  "activeFrom",
  "activeUntil",
] as const;
const PATIENT = [
  "id",
  "birthDate",
  "age",
  "ald",
  "c2s",
  "seen",
  "lastSeen",
  "prevention",
  "registeredFrom",
  "registeredUntil",
  "diedOn",
  "aldFrom",
  "aldUntil",
  "c2sFrom",
  "c2sUntil",
  "visits",
] as const;

function csv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map((cell) => String(cell ?? "")).join(",")}\n`).join("");
}

/** A fact of a physician as the oracle reads it. */
function factCell(fact: unknown): unknown {
  if (!Array.isArray(fact)) return fact;
  const periods = fact as readonly { value: unknown; from?: string; until?: string }[];
  return periods.map(({ value, from = "", until = "" }) => `${value} ${from}/${until}`).join(";");
}

/** A fact of a patient as the oracle reads it. */
function patientCell(row: Patient, key: (typeof PATIENT)[number]): unknown {
  const fact: unknown = row[key];
  if (key === "lastSeen" && fact === null) return "empty";
  if (!Array.isArray(fact)) return fact;
  if (key === "visits" && fact.length === 0) return "never";
  const words = fact as readonly (string | { id: string; on?: string })[];
  return words
    .map((word) => (typeof word === "string" ? word : [word.id, word.on].filter(Boolean).join("@")))
    .join(" ");
}

/** A patch of the premium as the oracle reads it. */
function slabsCell(patch: SchedulePatch): string {
  const measure = (name: string, value: unknown): string =>
    `${name} ${
      value === undefined
        ? "none"
        : Object.entries(value as Measure)
            .flat()
            .join(" ")
    }`;
  return Object.entries(patch)
    .flatMap(([path, value]) => {
      const name = path.split(".").at(-1) as string;
      if (name !== "slabs")
        return typeof value === "object" && value !== null
          ? [measure(name, value)]
          : [`${name} ${value ?? "none"}`];
      const { patients, nurseHours } = value as Record<string, unknown>;
      return [measure("patients", patients), measure("nurseHours", nurseHours)];
    })
    .join(";");
}

function askOracle(all: readonly Case[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    const rows = all.map(({ schedule, year, readings, neverSeen, patch, ...told }, i) => {
      const { physician, practice } = told;
      return [
        i,
        schedule,
        year,
        Object.entries(readings)
          .map((pair) => pair.join("="))
          .join(";"),
        neverSeen,
        ...PHYSICIAN.map((key) => factCell(physician[key])),
        Object.entries({ ...practice?.facts, ...physician.facts })
          .map((pair) => pair.join("="))
          .join(";"),
        slabsCell(patch),
      ];
    });
    const patients = all.flatMap(({ patients, previousPatients = [] }, i) =>
      [
        ...patients.map((one) => ["now", one] as const),
        ...previousPatients.map((one) => ["previous", one] as const),
      ].map(([list, one]) => [i, list, ...PATIENT.map((key) => patientCell(one, key))]),
    );
    writeFileSync(
      join(folder, "cases.csv"),
      csv([
        ["case", "schedule", "year", "readings", "neverSeen", ...PHYSICIAN, "facts", "slabs"],
        ...rows,
      ]),
    );
    writeFileSync(join(folder, "patients.csv"), csv([["case", "list", ...PATIENT], ...patients]));
    const out = execFileSync(
      "python3",
      [
        "-B",
        join(import.meta.dirname, "oracle.py"),
        join(folder, "cases.csv"),
        join(folder, "patients.csv"),
      ],
      { encoding: "utf8", maxBuffer: 1 << 30 },
    );
    const answers = out
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(",") as [string, string, string]);
    return new Map(answers.map(([i, key, amount]) => [`${i} ${key}`, amount]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The library's figures under the oracle's keys, and what became of rows that are on no list. */
function ours(one: Case): [string, string][] {
  const { schedule, year, readings, patch, physician, practice, patients } = one;
  const previousPatients = one.previousPatients?.length ? one.previousPatients : undefined;
  const options = {
    schedule,
    year,
    readings,
    patch,
    ...(one.neverSeen && { neverSeen: one.neverSeen }),
  };
  const { statements, leftOut, rejected } = computePhysicians(
    {
      physicians: [physician],
      ...(practice && { practices: [practice] }),
      patients,
      ...(previousPatients && { previousPatients }),
    },
    options,
  );
  const [statement] = statements;
  if (!statement) return [["physician", "refused"]];
  const isKept = (kind: string, index: number): boolean =>
    !rejected.some((row) => row.kind === kind && row.index === index);
  // Shares are asked of rows that are all read: a refused one would be thrown.
  const { shares } = computeShares(
    {
      physician,
      ...(practice && { practice }),
      patients: patients.filter((_, i) => isKept("patient", i)),
      ...(previousPatients && {
        previousPatients: previousPatients.filter((_, i) => isKept("previousPatient", i)),
      }),
    },
    options,
  );
  return [
    ...amountsOf(statement),
    ...shares.flatMap(({ id, components }) =>
      Object.entries(components).map(([component, amount]): [string, string] => [
        `share:${id}:${component}`,
        amount,
      ]),
    ),
    ...[...leftOut, ...rejected].map((row): [string, string] => [
      `${row.kind === "previousPatient" ? "previous-row" : "row"}:${row.id}`,
      "leftOut" in row ? row.leftOut : "refused",
    ]),
  ];
}

function amountsOf({ components, total, instalments }: Statement): [string, string][] {
  return [
    ...Object.entries(components).map(([id, amount]): [string, string] => [
      `component:${id}`,
      amount,
    ]),
    ["total", total],
    ...instalments.flatMap((part) =>
      Object.entries(part.components).map(([id, amount]): [string, string] => [
        `instalment:${part.due}:${id}`,
        amount,
      ]),
    ),
  ];
}

const all = fc.sample(cases, { numRuns: count, seed });
const expected = askOracle(all);
let compared = 0;
let notListed = 0;
const differences: string[] = [];
for (const [i, one] of all.entries()) {
  for (const [key, amount] of ours(one)) {
    compared += 1;
    if (key.includes("row:")) notListed += 1;
    const wanted = expected.get(`${i} ${key}`);
    if (wanted !== amount)
      differences.push(
        `case ${i} ${one.schedule} ${one.year} ${key}: library ${amount}, oracle ${wanted} ${JSON.stringify([one.readings, one.patch, one.physician, one.practice])}`,
      );
    expected.delete(`${i} ${key}`);
  }
}
for (const [key, amount] of expected) differences.push(`only the oracle has ${key}: ${amount}`);

if (differences.length > 0) {
  console.error(
    `seed ${seed}: ${differences.length} differences; the first ones:\n${differences.slice(0, 10).join("\n")}`,
  );
  process.exit(1);
}
const dated = all.filter((one) => one.dated).length;
console.log(
  `oracle: ${all.length} lists, ${dated} of them with dates, ${compared - notListed} amounts and ` +
    `${notListed} rows left out or refused, all equal, to the cent (seed ${seed})`,
);

await import("./prevention.ts");
