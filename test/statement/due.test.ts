import { expect, test } from "vitest";
import { computePhysicians, loadSchedule } from "../../src/index.ts";
import { payWholeYear } from "../../src/statement/due.ts";
import { villageWith } from "../support/village.ts";

test("where nobody is eligible, nothing is paid and nothing bears an uplift", () => {
  const due = [new Float64Array(2)];
  const payees = {
    classes: [Uint32Array.of(0, 1)],
    plans: [undefined],
    highestOnly: false,
  };
  const table = { columns: [], patients: Float64Array.of(3, 4), scale: 1 } as const;
  expect(payWholeYear(payees, table, due)).toEqual({ cents: [], bearing: undefined });
  expect(due).toEqual([Float64Array.of(0, 0)]);
});

test("uplifts bear on the sum of the components that they name, which stay as they are", () => {
  const schedule = loadSchedule(villageWith({ "uplifts.of": ["base", "c2s"] }));
  const patient = { physicianId: "a", age: 40, ald: false, c2s: true, prevention: [] };
  const { statements } = computePhysicians(
    { patients: [patient], physicians: [{ id: "a", zone: "ZIP" }] },
    { year: 2026, schedule },
  );
  // All on the C2S: half of the 18 % between 7 % and the cap of 25 %.
  expect(statements[0]?.components).toMatchObject({
    base: "20.00",
    c2s: "4.00",
    zone: (24 * 0.1).toFixed(2),
    share: (24 * 0.09).toFixed(2),
  });
});
