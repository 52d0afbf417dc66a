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
} from "../../src/index.ts";
import { physicianFacts, two } from "../support/physicians.ts";

const count = Number(process.argv[2] ?? 6000);
const seed = Number(process.argv[3] ?? 20260101);

interface Case {
  schedule: string;
  year: number;
  readings: Record<string, string>;
  physician: Physician;
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
      return fc.record({
        schedule: fc.constant(schedule),
        year: fc.constant(year),
        readings: fc.constant(readings),
        physician: physicianFacts(on, year),
        patients: columns.chain((chosen) => listOf(on, chosen)),
        previousPatients:
          previous && schedule.includes("fpmt")
            ? columns.chain((chosen) => listOf(on - 1, chosen))
            : fc.constant(undefined),
      });
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

function askOracle(all: readonly Case[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    const rows = all.map(({ schedule, year, readings, physician }, i) => [
      i,
      schedule,
      year,
      Object.entries(readings)
        .map((pair) => pair.join("="))
        .join(";"),
      ...PHYSICIAN.map((key) => physician[key]),
    ]);
    const patients = all.flatMap(({ patients, previousPatients = [] }, i) =>
      [
        ...patients.map((one) => ["now", one] as const),
        ...previousPatients.map((one) => ["previous", one] as const),
      ].map(([list, one]) => [i, list, ...PATIENT.map((key) => one[key])]),
    );
    writeFileSync(
      join(folder, "cases.csv"),
      csv([["case", "schedule", "year", "readings", ...PHYSICIAN], ...rows]),
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
  physician,
  patients,
  previousPatients,
}: Case): [string, string][] {
  const { statement, shares } = computeShares(
    { physician, patients, ...(previousPatients?.length && { previousPatients }) },
    { schedule, year, readings },
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
        `case ${i} ${one.schedule} ${one.year} ${key}: library ${amount}, oracle ${wanted} ${JSON.stringify(one.readings)} ${JSON.stringify(one.physician)}`,
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
