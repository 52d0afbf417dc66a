/**
 * Random lists, every schedule, every reading: the library against the oracle, to the cent.
 * `npm run test:oracle [-- CASES [SEED]]`; needs python3.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import {
  computeShares,
  getSchedule,
  listSchedules,
  type Patient,
  type Physician,
  type Practice,
  type SchedulePatch,
} from "../../src/index.ts";
import { physicianFacts, two } from "../support/physicians.ts";

const count = Number(process.argv[2] ?? 6000);
const seed = Number(process.argv[3] ?? 20260101);

interface Case {
  schedule: string;
  year: number;
  readings: Record<string, string>;
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
function listOf(
  referenceYear: number,
  columns: { seen: string; prevention: string; birth: boolean; kinds: boolean },
): fc.Arbitrary<Patient[]> {
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
  });
  return fc.array(row, { maxLength: 60, size: "max" }).map((rows) =>
    rows.map(({ age, month, ald, c2s, seen, back, done, shape }, i) => {
      const year = referenceYear - age;
      const birthDate = [`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-28`][
        shape
      ] as string;
      return {
        id: `p${i}`,
        ald,
        c2s,
        ...(columns.birth ? { birthDate } : { age }),
        ...(columns.seen === "seen" && { seen }),
        ...(columns.seen === "lastSeen" && {
          lastSeen: `${referenceYear - back}-${two(month)}-01`,
        }),
        ...(columns.prevention === "yes" && { prevention: done }),
      };
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
  })
  .chain(({ schedule, year, previous }) =>
    readingsOf(schedule).chain((readings) => {
      const on =
        schedule.includes("fpmt") || readings["reference-day"] === "31/12/N" ? year : year - 1;
      const columns = fc.record({
        seen: fc.constantFrom("seen", "lastSeen", "none"),
        prevention: fc.constantFrom("yes", "no"),
        birth: fc.boolean(),
        kinds: fc.constant(readings["precarity-of"] === "free"),
      });
      return fc
        .record({
          schedule: fc.constant(schedule),
          year: fc.constant(year),
          readings: fc.constant(readings),
          patch: schedule === NURSES ? slabs : fc.constant({}),
          given: physicianFacts(on, year).chain(inPractice),
          patients: columns.chain((chosen) => listOf(on, chosen)),
          previousPatients:
            previous && schedule.includes("fpmt")
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
const PATIENT = ["id", "birthDate", "age", "ald", "c2s", "seen", "lastSeen", "prevention"] as const;

function csv(rows: readonly (readonly unknown[])[]): string {
  return (
    rows
      .map((row) =>
        row.map((cell) => (Array.isArray(cell) ? cell.join(" ") : String(cell ?? ""))).join(","),
      )
      .join("\n") + "\n"
  );
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
    const rows = all.map(({ schedule, year, readings, patch, physician, practice }, i) => [
      i,
      schedule,
      year,
      Object.entries(readings)
        .map((pair) => pair.join("="))
        .join(";"),
      ...PHYSICIAN.map((key) => physician[key]),
      Object.entries({ ...practice?.facts, ...physician.facts })
        .map((pair) => pair.join("="))
        .join(";"),
      slabsCell(patch),
    ]);
    const patients = all.flatMap(({ patients, previousPatients = [] }, i) =>
      [
        ...patients.map((one) => ["now", one] as const),
        ...previousPatients.map((one) => ["previous", one] as const),
      ].map(([list, one]) => [i, list, ...PATIENT.map((key) => one[key])]),
    );
    writeFileSync(
      join(folder, "cases.csv"),
      csv([["case", "schedule", "year", "readings", ...PHYSICIAN, "facts", "slabs"], ...rows]),
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

/** The library's figures under the oracle's keys. */
function ours({
  schedule,
  year,
  readings,
  patch,
  physician,
  practice,
  patients,
  previousPatients,
}: Case): [string, string][] {
  const { statement, shares } = computeShares(
    {
      physician,
      ...(practice && { practice }),
      patients,
      ...(previousPatients?.length && { previousPatients }),
    },
    { schedule, year, readings, patch },
  );
  return [
    ...Object.entries(statement.components).map(([id, amount]): [string, string] => [
      `component:${id}`,
      amount,
    ]),
    ["total", statement.total],
    ...statement.instalments.flatMap(({ due, components }) =>
      Object.entries(components).map(([id, amount]): [string, string] => [
        `instalment:${due}:${id}`,
        amount,
      ]),
    ),
    ...shares.flatMap(({ id, components }) =>
      Object.entries(components).map(([component, amount]): [string, string] => [
        `share:${id}:${component}`,
        amount,
      ]),
    ),
  ];
}

const all = fc.sample(cases, { numRuns: count, seed });
const expected = askOracle(all);
let compared = 0;
const differences: string[] = [];
for (const [i, one] of all.entries()) {
  for (const [key, amount] of ours(one)) {
    compared += 1;
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
console.log(
  `oracle: ${all.length} lists, ${compared} amounts, all equal to the cent (seed ${seed})`,
);
