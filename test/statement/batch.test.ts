import { describe, expect, test } from "vitest";
import {
  computePhysicians,
  loadSchedule,
  type BatchResult,
  type Statement,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

/** Adults of 40, one for each physician that is named. */
const of = (...physicianIds: readonly unknown[]): object[] =>
  physicianIds.map((physicianId) => ({ ...anAdult, physicianId }));
const unowned = { ...anAdult };

const summary = ({ statements }: BatchResult): unknown =>
  statements.map(({ physicianId, patients, total }: Statement) => [physicianId, patients, total]);

table<() => BatchResult, unknown>(
  "a statement for each physician",
  [
    [
      "in the order of the physicians",
      () => batch(of("b", "a", "b"), [{ id: "a" }, { id: "b" }]),
      [
        ["a", 1, "5.00"],
        ["b", 2, "10.00"],
      ],
    ],
    [
      "without patients: zero",
      () => batch(of("a"), [{ id: "a" }, { id: "b" }]),
      [
        ["a", 1, "5.00"],
        ["b", 0, "0.00"],
      ],
    ],
    [
      "each by its own facts",
      () =>
        batch(of("a", "b"), [
          { id: "a", zone: "ZIP" },
          { id: "b", sector: "2" },
        ]),
      [
        ["a", 1, "5.50"],
        ["b", 1, "0.00"],
      ],
    ],
    [
      "that the patients name, in their order",
      () => batch(of("b", "a", "b")),
      [
        ["b", 2, "10.00"],
        ["a", 1, "5.00"],
      ],
    ],
    ["whose id is a number", () => batch(of(7, "7"), [{ id: 7 }]), [["7", 2, "10.00"]]],
    [
      "one physician: the patients need not name him",
      () => batch([unowned, unowned], [{ id: "a" }]),
      [["a", 2, "10.00"]],
    ],
    ["one physician without an id", () => batch([unowned], [{ zone: "ZIP" }]), [[null, 1, "5.50"]]],
    ["nobody named", () => batch([unowned, unowned]), [[null, 2, "10.00"]]],
    ["no patient, no physician", () => batch([]), []],
    ["no patient, no physician in a list", () => batch([], []), []],
  ],
  (result) => summary(result()),
);

const anId = ["l'identifiant d'un médecin", "the identifier of a physician"] as const;
/** Of others, no id is named. */
const listed = ["l'id d'une ligne de physicians", "the id of a row of physicians"] as const;
const accepted = [
  "un médecin dont la ligne est acceptée",
  "a physician whose row is accepted",
] as const;

table<() => BatchResult, readonly Why[]>(
  "a patient without a physician is refused",
  [
    [
      "who is not in the list",
      () => batch(of("a", "c"), [{ id: "a" }, { id: "b" }]),
      [why("PHYSICIAN_UNKNOWN", "patients[1].physicianId", '"c"', ...listed)],
    ],
    [
      "who is not the only one",
      () => batch(of("c"), [{ id: "a" }]),
      [why("PHYSICIAN_UNKNOWN", "patients[0].physicianId", '"c"', ...listed)],
    ],
    [
      "not told, of two",
      () => batch([unowned], [{ id: "a" }, { id: "b" }]),
      [why("PHYSICIAN_MISSING", "patients[0].physicianId", "null", ...anId)],
    ],
    [
      "not told, where others are",
      () => batch([...of("a"), unowned]),
      [why("PHYSICIAN_MISSING", "patients[1].physicianId", "null", ...anId)],
    ],
    [
      "whose own row is refused",
      () => batch(of("a", "b"), [{ id: "a", zone: "X" }, { id: "b" }]),
      [
        why("ZONE_INVALID", "physicians[0].zone", '"X"', "ZIP, QPV, ZAC, none"),
        why("PHYSICIAN_REFUSED", "patients[0].physicianId", '"a"', ...accepted),
      ],
    ],
    [
      "the only one, whose own row is refused",
      () => batch([unowned], [{ id: "a", zone: "X" }]),
      [
        why("ZONE_INVALID", "physicians[0].zone", '"X"', "ZIP, QPV, ZAC, none"),
        why("PHYSICIAN_REFUSED", "patients[0].physicianId", "null", ...accepted),
      ],
    ],
  ],
  (result) => whyRefused(result()),
);

test("who lacks a fact that has no default is refused with his patients, by name if there is one", () => {
  const schedule = loadSchedule(villageWith({ "reads.ifMissing": { active: true } }));
  const patients = [{ ...anAdult, prevention: [] }];
  const refusals = [expect.objectContaining({ code: "FACT_MISSING", path: "physician.zone" })];
  const rejected = (physicians: object[], physicianId?: string): unknown =>
    batch(
      patients.map((one) => ({ ...one, ...(physicianId !== undefined && { physicianId }) })),
      physicians,
      { year: 2026, schedule },
    ).rejected;
  expect(rejected([{}])).toStrictEqual([
    { kind: "physician", index: 0, refusals },
    { kind: "patient", index: 0, refusals },
  ]);
  expect(rejected([{ id: "a" }], "a")).toStrictEqual([
    { kind: "physician", index: 0, id: "a", refusals },
    { kind: "patient", index: 0, physicianId: "a", refusals },
  ]);
});

const onlyOnce = ["un médecin une seule fois", "a physician once"] as const;

table<() => BatchResult, readonly Why[]>(
  "a physician comes once, whether his first row was accepted or refused",
  [
    [
      "accepted",
      () => batch([], [{ id: "a" }, { id: "a" }]),
      [why("PHYSICIAN_TWICE", "physicians[1].id", '"a"', ...onlyOnce)],
    ],
    [
      "refused",
      () => batch([], [{ id: "a", zone: "X" }, { id: "a" }]),
      [
        why("ZONE_INVALID", "physicians[0].zone", '"X"', "ZIP, QPV, ZAC, none"),
        why("PHYSICIAN_TWICE", "physicians[1].id", '"a"', ...onlyOnce),
      ],
    ],
  ],
  (result) => whyRefused(result()),
);

describe("previousPatients", () => {
  const old = { age: 85, ald: true, c2s: false };
  const compute = (previousPatients: readonly object[]): BatchResult =>
    computePhysicians(
      {
        physicians: [{ id: "a" }, { id: "b" }],
        patients: [
          { ...old, physicianId: "a" },
          { ...old, physicianId: "b" },
        ],
        previousPatients: previousPatients as never,
      },
      { year: 2024 },
    );

  test("belong each to his physician", () => {
    const { statements } = compute([{ ...old, physicianId: "b" }]);
    expect(
      statements.map(({ physicianId, instalments }) => [physicianId, instalments[0]?.amount]),
    ).toEqual([
      ["a", "0.00"],
      ["b", (70 / 4).toFixed(2)],
    ]);
  });

  test("are refused as rows of their own list", () => {
    const [rejected] = compute([{ ...old, physicianId: "b", age: 130 }]).rejected;
    expect(rejected).toMatchObject({
      kind: "previousPatient",
      index: 0,
      physicianId: "b",
      refusals: [{ code: "AGE_INVALID", path: "previousPatients[0].age" }],
    });
  });

  test("may have the ids of the patients, but none twice", () => {
    const named = (id: string): object => ({ ...old, id, physicianId: "a" });
    expect(
      compute([named("p"), named("q"), named("p")]).rejected.map(({ index, refusals }) => [
        index,
        refusals[0]?.code,
      ]),
    ).toEqual([[2, "PATIENT_TWICE"]]);
  });
});

const aList = ["une liste", "a list"] as const;

table<unknown, Why>(
  "what is not a batch is refused as a whole",
  [
    ["nothing", undefined, why("INPUT_INVALID", "patients", "undefined", ...aList)],
    ["no patients", { physicians: [] }, why("INPUT_INVALID", "patients", "undefined", ...aList)],
    [
      "patients that are text",
      { patients: "a" },
      why("INPUT_INVALID", "patients", '"a"', ...aList),
    ],
    [
      "physicians that are an object",
      { patients: [], physicians: {} },
      why("INPUT_INVALID", "physicians", "{}", ...aList),
    ],
    [
      "patients of before that are null",
      { patients: [], previousPatients: null },
      why("INPUT_INVALID", "previousPatients", "null", ...aList),
    ],
  ],
  (given) => refused(() => computePhysicians(given as never, { year: 2024 })),
);
