import {
  computePatient,
  computePhysician,
  computePhysicians,
  listOn,
  formatStatement,
  type Batch,
  type BatchResult,
  type ComputeOptions,
  type Patient,
  type Physician,
  type Practice,
} from "../../src/index.ts";
import { askingFacts, factsOf, practiceId, practiceOf } from "./facts.ts";
import { anyJson, anything, fickle, hostileProxy, throwing, WORDS } from "./hostile.ts";
import type { Random } from "./random.ts";
import { attempt, expectThat } from "./verdict.ts";

/** One case: objects, some of them hostile, through the three functions that compute. */
export function fuzzObjects(random: Random): void {
  const patients = container(
    random,
    random.many(random.int(0, 6), () => hostile(random, patientOf(random))),
  );
  const physicians = random.chance(0.5)
    ? container(
        random,
        random.many(random.int(0, 3), () => hostile(random, physicianOf(random))),
      )
    : undefined;
  const practices =
    random.chance(0.4) && (physicians !== undefined || random.chance(0.05))
      ? container(
          random,
          random.many(random.int(0, 3), () => hostile(random, practiceOf(random))),
        )
      : undefined;
  const previousPatients = random.chance(0.2)
    ? container(
        random,
        random.many(random.int(0, 3), () => hostile(random, patientOf(random))),
      )
    : undefined;
  const batch = {
    patients,
    ...(physicians !== undefined && { physicians }),
    ...(practices !== undefined && { practices }),
    ...(previousPatients !== undefined && { previousPatients }),
  } as Batch;
  const options: ComputeOptions = random.chance(0.3)
    ? askingFacts(random)
    : {
        year: random.one([2018, 2021, 2024, 2025, 2026, 2026, 2026]),
        ...(random.chance(0.1) && { patch: { "reads.ifMissing.sector": null } }),
      };

  const isOurs =
    OURS.has(patients as object) &&
    (practices === undefined || physicians !== undefined) &&
    [physicians, practices, previousPatients].every(
      (list) => list === undefined || OURS.has(list as object),
    );
  const result = attempt(
    "computePhysicians",
    () => computePhysicians(batch, options),
    isOurs ? "never" : "refused",
  );
  if (result && isOurs) checkNothingLost(result, batch);
  if (result) checkReadable(result);

  const day = random.chance(0.9) ? "2025-12-31" : (anything(random) as string);
  const listed = attempt("listOn", () => listOn(batch, day));
  if (listed) {
    const { read, computed, leftOut, rejected } = listed.counts;
    expectThat(
      read === batch.patients.length && read === computed + leftOut + rejected,
      `listOn counts ${JSON.stringify(listed.counts)}`,
    );
  }

  const wild = random.chance(0.1) ? (anyOptions(random, options) as ComputeOptions) : options;
  attempt("computePhysicians, any options", () => computePhysicians(batch, wild));
  const physician = (
    random.chance(0.5) ? hostile(random, physicianOf(random)) : undefined
  ) as Physician;
  const practice = (
    random.chance(0.4) ? hostile(random, practiceOf(random)) : undefined
  ) as Practice;
  attempt("computePhysician", () => computePhysician({ ...batch, physician, practice }, wild));
  attempt("computePhysician, anything", () => computePhysician(anything(random) as Batch, options));
  attempt("computePatient", () =>
    computePatient(
      { patient: hostile(random, patientOf(random)) as Patient, physician, practice },
      options,
    ),
  );
}

/** Lists that are plain: whatever their rows are, nothing may be thrown. */
const OURS = new WeakSet<object>();

function container(random: Random, rows: unknown[]): unknown {
  if (random.chance(0.03)) return anything(random);
  if (random.chance(0.02)) return hostileProxy(random, rows);
  if (random.chance(0.03)) rows.length += random.int(1, 20);
  OURS.add(rows);
  return rows;
}

function checkNothingLost(
  { statements, leftOut, rejected, counts }: BatchResult,
  { patients, physicians, practices }: Batch,
): void {
  const refused = (kind: string): number => rejected.filter((one) => one.kind === kind).length;
  const computed = statements.reduce((sum, statement) => sum + statement.patients, 0);
  const ofPatients = [...leftOut, ...rejected].filter(({ kind }) => kind === "patient");
  const left = ofPatients.length - refused("patient");
  expectThat(
    computed + left + refused("patient") === patients.length,
    `${computed} computed + ${left} left out + ${refused("patient")} refused, of ${patients.length} patients`,
  );
  const { read, ...parts } = counts;
  expectThat(
    read === patients.length &&
      parts.computed === computed &&
      parts.leftOut === left &&
      parts.rejected === refused("patient"),
    `counted as ${JSON.stringify(counts)}`,
  );
  const places = new Set(ofPatients.map(({ index }) => index));
  expectThat(places.size === ofPatients.length, "a row was refused or left out twice");
  expectThat(
    refused("practice") <= (practices?.length ?? 0),
    `${refused("practice")} refused, of ${practices?.length} practices`,
  );
  if (physicians)
    expectThat(
      statements.length + refused("physician") === physicians.length,
      `${statements.length} statements + ${refused("physician")} refused, of ${physicians.length} physicians`,
    );
}

/** What comes out is plain data whose sums hold, and can be read in the two languages. */
function checkReadable(result: BatchResult): void {
  JSON.stringify(result);
  for (const statement of result.statements) {
    const cents = (amounts: readonly string[]): number =>
      amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
    const total = cents([statement.total]);
    expectThat(
      cents(statement.lines.map(({ amount }) => amount)) === total,
      "lines do not sum to the total",
    );
    expectThat(
      cents(Object.values(statement.components)) === total,
      "components do not sum to the total",
    );
    expectThat(
      cents(statement.instalments.map(({ amount }) => amount)) === total,
      "instalments do not sum to the total",
    );
    const isNamed =
      statement.physicianId !== null ||
      statement.warnings.some(({ code }) => code === "unknown-field");
    for (const locale of ["fr", "en"] as const)
      expectThat(
        !/undefined|NaN|\[object/.test(formatStatement(statement, { locale })) || isNamed,
        "a statement says undefined",
      );
  }
}

/** The row as it is, or made worse. */
function hostile(random: Random, row: Record<string, unknown>): unknown {
  const harm = random.int(0, 19);
  if (harm <= 8) return row;
  if (harm <= 12)
    return {
      ...row,
      [random.one([...Object.keys(row), random.one(WORDS)])]: random.chance(0.7)
        ? anyJson(random)
        : anything(random),
    };
  if (harm === 13) return anything(random);
  if (harm === 14) return fickle(random, row);
  if (harm === 15)
    return throwing(random.one([...Object.keys(row), "seen", "prevention", "other"]));
  if (harm === 16) return hostileProxy(random, row);
  if (harm === 17)
    return {
      ...row,
      prevention: random.one([
        hostileProxy(random, ["flu"]),
        Object.assign(Array<string>(3), { 0: "flu" }),
        ["flu", "flu"],
        [Symbol("flu")],
        random.many(40, () => "flu"),
        fickle(random, { length: 2, 0: "flu" }),
      ]),
    };
  if (harm === 18) return Object.freeze(row);
  return new Proxy(row, {});
}

function patientOf(random: Random): Record<string, unknown> {
  return {
    ...(random.chance(0.6) && { id: random.one(["1", "2", 3, "__proto__", "constructor"]) }),
    ...(random.chance(0.5) && { physicianId: random.one(["A", "B", "__proto__", 7]) }),
    ...(random.chance(0.7)
      ? { age: random.int(0, 129) }
      : { birthDate: random.one(["1940", "1980-02-29", "2020-05", "1950-00-00"]) }),
    ald: random.chance(0.3),
    c2s: random.one([false, false, true, "free", "contributory"]),
    ...(random.chance(0.3) && { seen: random.chance(0.8) }),
    ...(random.chance(0.3) && { lastSeen: random.one(["2025-03-01", "2019", "2027-01", ""]) }),
    ...(random.chance(0.3) && { prevention: random.one([3, ["flu"], ["flu", "covid"], [], null]) }),
    ...(random.chance(0.3) && datesOf(random)),
  };
}

function datesOf(random: Random): Record<string, unknown> {
  const maybe = (field: string): object =>
    random.chance(0.3)
      ? {
          [field]: random.one(["2025-12-31", "2026-01-01", "2024", "2025", "2024-02-29", "", null]),
        }
      : {};
  return {
    ...["registeredFrom", "registeredUntil", "diedOn", "aldFrom", "aldUntil", "c2sFrom", "c2sUntil"]
      .map(maybe)
      .reduce((all, one) => ({ ...all, ...one }), {}),
    ...(random.chance(0.2) && { visits: random.one([[], ["2025"], ["2026-02-01", "2023"], null]) }),
    ...(random.chance(0.2) && { prevention: [{ id: "flu", on: random.one(["2026", "x", ""]) }] }),
  };
}

function physicianOf(random: Random): Record<string, unknown> {
  return {
    ...(random.chance(0.9) && { id: random.one(["A", "B", "__proto__", 7]) }),
    ...(random.chance(0.3) && { practiceId: practiceId(random) }),
    ...(random.chance(0.6) && { facts: factsOf(random) }),
    ...(random.chance(0.5) && {
      zone: random.one<unknown>([
        "ZIP",
        "QPV",
        "ZAC",
        "none",
        [
          { value: "ZIP", until: "2025-12-31" },
          { value: "QPV", from: "2026" },
        ],
        [{ value: "ZIP", until: "2025" }],
        [],
      ]),
    }),
    ...(random.chance(0.5) && { birthDate: random.one(["1950-01-01", "1990"]) }),
    ...(random.chance(0.3) && { firstInstallation: random.one(["2025-03-01", "1999"]) }),
    ...(random.chance(0.3) && { contract: random.chance(0.5) }),
    ...(random.chance(0.3) && { sector: random.one(["1", 2, "2-optam"]) }),
    ...(random.chance(0.3) && {
      activeFrom: "2000-01-01",
      activeUntil: random.one(["2026-05-05", "2030-01-01", "2010-01-01"]),
    }),
  };
}

function anyOptions(random: Random, options: ComputeOptions): unknown {
  if (random.chance(0.2)) return anything(random);
  return { ...options, [random.one(["year", "schedule", "readings", "patch"])]: anything(random) };
}
