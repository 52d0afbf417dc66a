import { describe, expect, test } from "vitest";
import {
  compareStatements,
  computeColumns,
  computePanels,
  computePatient,
  computePhysician,
  computePhysicians,
  computeReadings,
  explainPatient,
  formatAmount,
  formatReadings,
  formatStatement,
  formatStatementComparison,
  instalmentsOn,
  marginalValue,
  panelsFromCounts,
  replayStatement,
  safeComputePatient,
  safeComputePhysician,
  sumStatements,
  toSql,
} from "../../src/index.ts";
import { PATIENT_FIELDS } from "../../src/list/patient-fields.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const patient = { id: "p", age: 40, ald: false, c2s: false };
const patients = [patient];
const columns = { age: [40], ald: [0], c2s: [0] };
const counts = [{ age: 40, ald: false, c2s: false, n: 1 }];
const year = 2026;
const any = (value: object): never => value as never;

const made = () => computePatient({ patient }, { year });
const change = (given: object) => () => marginalValue({ patients, change: given }, { year });

const keys = (path: string, read: string, near?: string): Why => {
  const key = path.split(".").at(-1) as string;
  return near === undefined
    ? why("KEY_UNKNOWN", path, `"${key}"`, read)
    : why("KEY_UNKNOWN", path, `"${key}"`, `${near} ? (lus : ${read})`, `${near}? (read: ${read})`);
};
const options = "year, schedule, readings, patch";
const ofRows = `${options}, neverSeen, idsAreShared`;

table<() => unknown, Why>(
  "a key that nothing reads is refused, with the nearest that is read",
  [
    [
      "of options",
      () => computePatient({ patient }, any({ year, reading: { "zone-and-age": "highest" } })),
      keys("options.reading", ofRows, "readings"),
    ],
    [
      "of options, far from any",
      () => computePhysicians({ patients }, any({ year, colour: 1 })),
      keys("options.colour", ofRows),
    ],
    [
      "of options of panels",
      () => computePanels(panelsFromCounts(counts, { year }), any({ year, moved: true })),
      keys("options.moved", `${options}, move`, "move"),
    ],
    [
      "of options of columns",
      () => computeColumns(columns, any({ year, physician: [] })),
      keys("options.physician", `${options}, physicians, practices, match, limit`, "physicians"),
    ],
    [
      "of options of counts",
      () => panelsFromCounts(counts, any({ year, matches: "id" })),
      keys("options.matches", `${options}, physicians, practices, split, prevention`),
    ],
    [
      "of options of readings",
      () => computeReadings({ patients }, any({ years: 2026, year })),
      keys("options.years", ofRows, "year"),
    ],
    [
      "of a batch",
      () => computePhysicians(any({ patients, physician: { id: 1 } }), { year }),
      keys("batch.physician", "physicians, practices, patients, previousPatients", "physicians"),
    ],
    [
      "of one physician's list",
      () => computePhysician(any({ patients, previous: [] }), { year }),
      keys("input.previous", "physician, practice, patients, previousPatients"),
    ],
    [
      "of one patient",
      () => computePatient(any({ patient, patients }), { year }),
      keys("input.patients", "patient, physician, practice", "patient"),
    ],
    [
      "of a patient to explain",
      () => explainPatient(any({ patients, id: "p", patientId: "p" }), { year }),
      keys("input.patientId", "physician, practice, patients, previousPatients", "patients"),
    ],
    [
      "of a query",
      () => toSql(any({ dialect: "duckdb", tables: "t" }), { year }),
      keys(
        "target.tables",
        "dialect, grain, table, columns, physicians, physicianColumns",
        "table",
      ),
    ],
    [
      "of a layout",
      () => formatStatement(computePatient({ patient }, { year }), any({ lang: "en" })),
      keys("options.lang", "locale, as, readings, headingLevel, without"),
    ],
    [
      "of a layout of a comparison",
      () => formatStatementComparison(compareStatements(made(), made()), any({ loc: "en" })),
      keys("options.loc", "locale, as, headingLevel"),
    ],
    [
      "of a layout of readings",
      () => formatReadings(computeReadings({ patients }, { year }), any({ local: "en" })),
      keys("options.local", "locale, as, headingLevel", "locale"),
    ],
    [
      "of an amount to write",
      () => formatAmount("1", any({ local: "en" })),
      keys("options.local", "locale", "locale"),
    ],
    [
      "of instalments on a day",
      () => instalmentsOn(made(), "2026-09-01", any({ recieved: "1" })),
      keys("options.recieved", "received", "received"),
    ],
    [
      "of a payment",
      () => {
        const received = [{ on: "2026-04-01", amount: "1" }, any({ day: "2026-04-01" })];
        return instalmentsOn(made(), "2026-09-01", { received });
      },
      keys("received[1].day", "on, amount"),
    ],
    [
      "of options to replay by",
      () => replayStatement(made(), { patient }, any({ year })),
      keys("options.year", "neverSeen, idsAreShared"),
    ],
    [
      "of options to sum by",
      () => sumStatements([made()], any({ per: {} })),
      keys("options.per", "by"),
    ],
    ["of a change", change({ delete: ["p"] }), keys("change.delete", "add, remove, set")],
    [
      "of facts that change",
      change({ set: { p: { c2sFron: "2025" } } }),
      keys(
        "change.set.p.c2sFron",
        PATIENT_FIELDS.filter((one) => one !== "id" && one !== "physicianId").join(", "),
        "c2sFrom",
      ),
    ],
    [
      "of one patient whose refusals are returned",
      () => safeComputePatient(any({ patient, patients }), { year }),
      keys("input.patients", "patient, physician, practice", "patient"),
    ],
    [
      "of a list whose refusals are returned",
      () => safeComputePhysician(any({ patients, patient }), { year }),
      keys("input.patient", "physician, practice, patients, previousPatients", "patients"),
    ],
    [
      "of options of what returns refusals",
      () => safeComputePatient({ patient }, any({ years: 2026, year })),
      keys("options.years", ofRows, "year"),
    ],
    [
      "of a row of counts",
      () => panelsFromCounts(any([{ ...counts[0], aldd: true }]), { year }),
      keys(
        "table[0].aldd",
        "physicianId, age, ald, c2s, seen, yearsSinceSeen, n, zone, physicianAge, prevention",
        "ald",
      ),
    ],
    [
      "of a physician, close to one that is read",
      () => computePhysician({ physician: any({ birthdate: "1950" }), patients }, { year }),
      keys(
        "physician.birthdate",
        "id, zone, birthDate, age, firstInstallation, contract, sector, activeFrom, activeUntil, practiceId, facts",
        "birthDate",
      ),
    ],
    [
      "of a physician, one letter of four from one that is read",
      () => computePhysician({ physician: any({ zome: "ZIP" }), patients }, { year }),
      keys(
        "physician.zome",
        "id, zone, birthDate, age, firstInstallation, contract, sector, activeFrom, activeUntil, practiceId, facts",
        "zone",
      ),
    ],
  ],
  (act) => refused(act),
);

test("a key without a value is none", () => {
  expect(computePatient({ patient }, any({ year, reading: undefined })).total).toBe("5.00");
});

describe("a field of a physician that is close to none", () => {
  const physician = any({ name: "Dr A", uuid: "1", zone: "ZIP" });

  test("is said, and not read", () => {
    const { total, warnings } = computePhysician({ physician, patients }, { year });
    expect(total).toBe("5.50");
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ["unknown-field", "physician.name"],
      ["unknown-field", "physician.uuid"],
    ]);
  });

  test("is said to each physician of a batch", () => {
    const physicians = [1, 2].map((id) => any({ id, name: `Dr ${id}` }));
    const rows = [1, 2].map((physicianId) => ({ ...patient, physicianId }));
    const { statements } = computePhysicians({ physicians, patients: rows }, { year });
    expect(statements.map(({ warnings }) => warnings)).toMatchObject([
      [{ code: "unknown-field", path: "physicians[].name" }],
      [{ code: "unknown-field", path: "physicians[].name" }],
    ]);
  });
});

test("what is no statement is refused by its layouts", () => {
  for (const wrong of [null, undefined, 5, {}, { lines: null }])
    expect(refused(() => formatStatement(wrong as never))).toMatchObject({
      code: "INPUT_INVALID",
      path: "statement",
    });
});
