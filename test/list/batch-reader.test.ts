import { expect, test } from "vitest";
import { getSchedule, type Batch, type Patient } from "../../src/index.ts";
import { BatchReader, type ReadBatch } from "../../src/list/batch-reader.ts";
import type { RejectedRow } from "../../src/list/rejected-row.ts";
import { readBatch } from "../../src/list/read-batch.ts";
import { columnsWhere } from "../../src/list/told-columns.ts";
import { compile } from "../../src/statement/compile.ts";
import { listRequirements } from "../../src/statement/requirements.ts";
import { withoutMessage, why } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";

test("a list may tell of its physicians as it goes: each is read, and one that is refused takes his patients with him", () => {
  const reader = new BatchReader(
    listRequirements(compile(getSchedule("fr.fmt.2026")), 2026, {}),
    undefined,
  );
  const told = (field: string): boolean => field in { ...anAdult, physicianId: "" };
  const add = reader.list("patients", () => columnsWhere(told));
  const answers = [
    reader.addPhysician({ id: "a", zone: "ZIP" }, 0),
    add({ ...anAdult, physicianId: "a" }, 0),
    reader.addPhysician({ id: "b", zone: "X" as never }, 1),
    add({ ...anAdult, physicianId: "b" }, 1),
  ];
  expect(
    answers.map((one) => (one && "refusals" in one ? one.refusals.map(withoutMessage) : one)),
  ).toEqual([
    undefined,
    undefined,
    [why("ZONE_INVALID", "physicians[1].zone", '"X"', "ZIP, QPV, ZAC, none")],
    [
      why(
        "PHYSICIAN_REFUSED",
        "patients[1].physicianId",
        '"b"',
        "un médecin dont la ligne est acceptée",
        "a physician whose row is accepted",
      ),
    ],
  ]);
  const { accounts, rejected } = reader.end();
  expect(
    accounts.map(({ physician, patients, place }) => [
      physician.id,
      physician.zone,
      patients.rows,
      place,
    ]),
  ).toEqual([["a", "ZIP", [0], 0]]);
  expect(rejected).toEqual([answers[2], answers[3]]);
});

/** Payments of 2026 rest on the list of 31 December 2025. */
const oneDay = listRequirements(compile(getSchedule("fr.fmt.2026")), 2026, {});
/** Payments of 2025 rest on the lists of 31 December 2025 and 2024. */
const twoDays = listRequirements(compile(getSchedule("fr.fpmt.2024")), 2025, {});

/** Rows of adults, who are said to be more. */
const adults = (...rows: readonly object[]): Patient[] =>
  rows.map((row) => ({ ...anAdult, ...row }));

function read(required: typeof oneDay, lists: Batch): ReadBatch {
  return readBatch(required, { physicians: [{ id: "a" }], ...lists });
}

/** Why rows are refused, by the path of the fault. */
const faults = ({ rejected }: ReadBatch): readonly string[] =>
  rejected.flatMap(({ refusals }) => refusals.map(({ code, path }) => `${code} ${path}`));

test("a list of the year before is not read where payments rest on one list, which is told", () => {
  const previousPatients = adults({ age: 300 }, { ald: "?" });
  const batch = read(oneDay, { patients: adults({}), previousPatients });
  expect([faults(batch), batch.counts.read]).toEqual([[], 1]);
  expect(batch.accounts.map(({ warnings }) => warnings)).toEqual([
    [
      {
        code: "previous-unused",
        path: "previousPatients",
        fr: "patientèle de l'année précédente non lue : les versements de ce barème reposent sur une seule liste",
        en: "list of the year before not read: the payments of this schedule rest on one list",
      },
    ],
  ]);
  expect(batch.accounts.map((account) => "previous" in account)).toEqual([false]);
  for (const required of [oneDay, twoDays])
    expect(read(required, { patients: adults({}) }).accounts[0]?.warnings).toEqual([]);
  expect(
    read(twoDays, { patients: adults({}), previousPatients: [] }).accounts[0]?.warnings,
  ).toEqual([]);
});

test("rows of the year before are refused among them, and are no rows of the list", () => {
  const previousPatients = adults({ seen: true }, {}, { seen: false, diedOn: "2024-06-01" });
  const batch = read(twoDays, { patients: adults({}), previousPatients });
  expect(faults(batch)).toEqual(["SEEN_MISSING previousPatients[1].seen"]);
  expect(batch.leftOut).toEqual([{ kind: "previousPatient", index: 2, leftOut: "dead" }]);
  const { read: rows, computed, leftOut, rejected } = batch.counts;
  expect({ rows, computed, leftOut, rejected }).toEqual({
    rows: 1,
    computed: 1,
    leftOut: 0,
    rejected: 0,
  });
  expect(batch.accounts.map(({ previous }) => previous?.rows)).toEqual([[0]]);
});

test("only who is on the list on a day that counts says that visits are told", () => {
  const left = adults({ seen: true, registeredUntil: "2025-06-01" }, {});
  const later = adults({ seen: true, registeredFrom: "2030-01-01" }, {});
  const missing = ["SEEN_MISSING patients[1].seen"];
  const batches = [left, later].map((patients) => ({ patients }));
  expect(batches.map((batch) => faults(read(oneDay, batch)))).toEqual([[], []]);
  expect(batches.map((batch) => faults(read(twoDays, batch)))).toEqual([missing, []]);
  expect(batches.map((batch) => faults(read(twoDays, { ...batch, previousPatients: [] })))).toEqual(
    [[], []],
  );
});

test("dates make a list of the year before where payments rest on one, and it is not given", () => {
  const patients = adults({ registeredFrom: "2025-02-01" }, { aldFrom: "2020", ald: true });
  const given = { patients, previousPatients: adults({}) };
  const previous = [
    read(oneDay, { patients }),
    read(twoDays, { patients: adults({}) }),
    read(twoDays, { patients }),
    read(twoDays, given),
  ].map(({ accounts }) =>
    accounts.map((account) => ("previous" in account ? account.previous?.rows : "none")),
  );
  expect(previous).toEqual([["none"], ["none"], [[1]], [[0]]]);
});

test("dates that no column tells of call for another reading only where they make a list", () => {
  const needs = (required: typeof oneDay, hasPrevious: boolean, row: object): boolean => {
    const reader = new BatchReader(required, [{ id: "a" }], { hasPrevious });
    expect(reader.needsBothDays).toBe(false);
    const add = reader.list("patients", () => columnsWhere((field) => field in anAdult));
    for (const patient of adults(row)) add(patient, 0);
    return reader.needsBothDays;
  };
  const dated = { aldFrom: "2020-01-01", ald: true };
  expect([
    needs(oneDay, false, dated),
    needs(twoDays, true, dated),
    needs(twoDays, false, {}),
    needs(twoDays, false, dated),
  ]).toEqual([false, false, false, true]);
});

test("who is left out is counted, even with a physician who is not in the list", () => {
  const batch = read(oneDay, {
    patients: adults({ physicianId: "b", diedOn: "2025-05-01" }, { physicianId: "a" }),
  });
  expect(batch.leftOut).toEqual([{ kind: "patient", index: 0, physicianId: "b", leftOut: "dead" }]);
  expect([batch.counts.leftOut, batch.counts.computed]).toEqual([1, 1]);
});

test("a row that is rejected before it is read counts among those of its physician", () => {
  const refusals: RejectedRow["refusals"] = [];
  const reader = new BatchReader(twoDays, [{ id: "7" }, { id: "b" }]);
  const rows = [7, "7", "b", "c", null].map((physicianId, index) => {
    const row: RejectedRow = { kind: "patient", index, refusals };
    expect(reader.reject(row, physicianId)).toBe(row);
    return row;
  });
  const { accounts, rejected, counts } = reader.end();
  expect(rejected).toEqual(rows);
  expect(counts).toMatchObject({ read: 5, computed: 0, rejected: 5 });
  expect(accounts.map((account) => account.counts.rejected)).toEqual([2, 1]);
  // No list has been opened, so nothing is known of its columns nor of an earlier one.
  expect(accounts.map((account) => [account.columns, "previous" in account])).toEqual([
    [undefined, false],
    [undefined, false],
  ]);
});

test("a physician of whom only rows of patients tell has no place in the input", () => {
  const { accounts } = readBatch(oneDay, { patients: adults({ physicianId: "a" }) });
  expect(accounts.map((account) => [account.physician.id, "place" in account])).toEqual([
    ["a", false],
  ]);
});

test("a row without a physician is that of the only one, who has no id", () => {
  const reader = new BatchReader(oneDay, [{}]);
  reader.reject({ kind: "patient", index: 0, refusals: [] }, null);
  expect(reader.end().accounts.map(({ counts }) => counts.rejected)).toEqual([1]);
});

test("columns are those of the rows on the list, refused ones too; none where nobody is", () => {
  const columnsOfRows = (...rows: readonly object[]): unknown =>
    read(oneDay, { patients: adults(...rows) }).accounts[0]?.columns;
  const told = { seen: true, prevention: false };
  expect(columnsOfRows()).toBeUndefined();
  expect(columnsOfRows({ seen: true, diedOn: "2025-05-01" })).toBeUndefined();
  expect(columnsOfRows({ seen: true, diedOn: "2025-05-01" }, { seen: false })).toEqual(told);
  expect(columnsOfRows({ seen: true, age: 300 })).toEqual(told);
});

test("each row that is refused counts for its codes, with its physician and in all", () => {
  const patients = adults({ age: 300 }, { age: 300, ald: "?" }, {});
  const { accounts, counts } = read(oneDay, { patients });
  const rejected = { AGE_INVALID: 2, ALD_INVALID: 1 };
  for (const one of [counts, accounts[0]?.counts])
    expect(one).toEqual({
      read: 3,
      computed: 1,
      leftOut: 0,
      rejected: 2,
      reasons: { leftOut: {}, rejected },
    });
});

test("the row of a physician that is refused is named by its place in the input", () => {
  const { rejected } = readBatch(oneDay, {
    physicians: [{ id: "a" }, { id: "b", zone: "X" as never }],
    patients: [],
  });
  expect(rejected.flatMap(({ refusals }) => refusals.map(({ path }) => path))).toEqual([
    "physicians[1].zone",
  ]);
});
