import { expect, test } from "vitest";
import { getSchedule } from "../../src/index.ts";
import { BatchReader } from "../../src/list/batch-reader.ts";
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
