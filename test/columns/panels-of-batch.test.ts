import { describe, expect, test } from "vitest";
import {
  computePanels,
  computePhysicians,
  loadSchedule,
  type Batch,
  type ComputeOptions,
  type Panels,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { readBatch } from "../../src/list/read-batch.ts";
import { panelsOfBatch } from "../../src/statement/bulk/panels-of-batch.ts";
import { compile } from "../../src/statement/compile.ts";
import { listRequirements } from "../../src/statement/requirements.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { refused } from "../support/refused.ts";
import { villageWith } from "../support/village.ts";

/** Panels of a list that was read row by row, as commands read files. */

const options: ComputeOptions = { year: 2026 };

function panelsOf(batch: Batch, asked = options): Panels {
  const compiled = compile(scheduleOf(asked));
  const read = readBatch(listRequirements(compiled, asked.year, {}), batch);
  return panelsOfBatch(compiled, asked.year, read, batch);
}

const cents = (panels: Panels, asked = options): number[] => [
  ...computePanels(panels, asked).totalCents,
];

const [adult, old] = [
  { age: 40, ald: false, c2s: false },
  { age: 82, ald: true, c2s: false },
] as const;

const physicians: readonly Physician[] = [
  { id: "a", zone: "ZIP", age: 70 },
  { id: "b", age: 50 },
  { id: "without a patient" },
];

/** Every kind of C2S, of ALD and of age, last seen in each of three years. */
const patients: Patient[] = ["b", "a"].flatMap((physicianId, of) =>
  [3, 40, 77, 82].flatMap((age, i) =>
    ([false, "free", "contributory", true] as const).map((c2s, k) => ({
      physicianId,
      age,
      ald: (i + k) % 2 === 0,
      c2s,
      lastSeen: `${2025 - ((i + k + of) % 3)}-06-01`,
      prevention: [[], ["dental"], ["flu", "dental"], ["flu"]][(k + of) % 4] as string[],
    })),
  ),
);

describe("panels of a list", () => {
  test.each<readonly [string, Batch]>([
    ["of physicians who are given", { physicians, patients }],
    ["of physicians whom it names", { patients }],
    ["of a physician without an id", { patients: [adult, old] }],
  ])("%s give the statements of its rows", (_, batch) => {
    const { statements } = computePhysicians(batch, options);
    const priced = computePanels(panelsOf(batch), options);
    expect(priced.physicianIds).toEqual(statements.map(({ physicianId }) => physicianId));
    // only rows tell that an action suits no patient of this age
    expect(statements.map((__, i) => priced.statement(i))).toEqual(
      statements.map((one) => ({ ...one, warnings: [] })),
    );
  });

  test("tell prevention where the rows of one physician do", () => {
    const untold = { ...adult, physicianId: "c", lastSeen: "2025-01-01" };
    const { statement } = computePanels(panelsOf({ patients: [...patients, untold] }), options);
    const said = [0, 2].map((i) =>
      statement(i).assumptions.some(({ code }) => code === "prevention-year"),
    );
    expect(said).toEqual([true, true]);
  });

  test("keep each indicator apart, whose price may change", () => {
    const panels = panelsOf({ physicians, patients });
    const dearer = { ...options, patch: { "prevention.flu.amount": "7" } };
    const { statements } = computePhysicians({ physicians, patients }, dearer);
    expect(cents(panels, dearer)).toEqual(statements.map(({ total }) => Number(total) * 100));
  });

  test("have nobody of a physician who is refused", () => {
    const panels = panelsOf({
      physicians: [{ id: "x", zone: "moon" as "ZIP" }, { id: "y" }],
      patients: [
        { ...old, physicianId: "x" },
        { ...adult, physicianId: "y" },
      ],
    });
    expect(panels.physicianIds).toEqual(["y"]);
    expect(cents(panels)).toEqual([500]);
  });
});

describe("actions that are told as a number", () => {
  const dearer = { ...options, patch: { "prevention.flu.amount": "7" } };

  test("are added up, and not priced one by one", () => {
    const panels = panelsOf({
      patients: [3, 1].map((prevention) => ({ ...adult, prevention })),
    });
    // two adults, four actions
    expect(cents(panels)).toEqual([(2 * 5 + 4 * 5) * 100]);
    expect(refused(() => cents(panels, dearer))).toMatchObject({ code: "PREVENTION_UNPRICED" });
  });

  test("are not asked of who has none", () => {
    const panels = panelsOf({ patients: [{ ...adult, prevention: 0 }] });
    expect(cents(panels, dearer)).toEqual([500]);
  });

  test("are no more than a schedule pays for one patient", () => {
    const panels = panelsOf({
      patients: [2, 5, 1].map((prevention) => ({ ...adult, prevention })),
    });
    // two indicators, of one price
    const schedule = loadSchedule(villageWith({ "amounts.care.cases.hpv": {} }));
    const why = refused(() => cents(panels, { ...options, schedule }));
    expect(why).toMatchObject({ code: "PREVENTION_INVALID", found: "5" });
  });
});

describe("visits that rows do not tell alike", () => {
  const ald = { age: 40, ald: true, c2s: false } as const;
  const within = (span: string): ComputeOptions => ({
    ...options,
    patch: { "reads.seenWithin": span },
  });
  const inAld = (seen: number, unseen: number): number => (seen * 55 + unseen * 5) * 100;
  const years = [2025, 2024, 2024, 2023].map((year) => ({ ...ald, lastSeen: `${year}-06-01` }));
  const mixed: Patient[] = [...years, { ...ald, seen: true }, { ...ald, seen: false }];

  test("are within the schedule's window, or not", () => {
    expect(cents(panelsOf({ patients: mixed }))).toEqual([inAld(4, 2)]);
    const one = within("1 year");
    expect(cents(panelsOf({ patients: mixed }, one), one)).toEqual([inAld(2, 4)]);
  });

  test("answer no other window", () => {
    const panels = panelsOf({ patients: mixed });
    expect(refused(() => cents(panels, within("1 year")))).toMatchObject({
      code: "SEEN_WINDOW_DIFFERS",
      found: "2",
    });
  });

  test("years alone answer every window", () => {
    const panels = panelsOf({ patients: years });
    expect(cents(panels)).toEqual([inAld(3, 1)]);
    expect(cents(panels, within("1 year"))).toEqual([inAld(1, 3)]);
  });

  test("yes and no are kept where the schedule asks for no visit", () => {
    const schedule = "fr.proposal.2024-02-08";
    const panels = panelsOf({ patients: mixed }, { ...options, schedule });
    expect([...panels.patients]).toEqual([6]);
    const { statements } = computePhysicians({ patients: mixed }, { ...options, schedule });
    expect(computePanels(panels, { ...options, schedule }).statement(0)).toEqual(statements[0]);
  });
});
