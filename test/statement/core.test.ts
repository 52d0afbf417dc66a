import { expect, test } from "vitest";
import { computePhysician, type PhysicianInput } from "../../src/index.ts";
import fmt2026 from "../../src/schedule/fr/fmt-2026.json";
import fpmt2024 from "../../src/schedule/fr/fpmt-2024.json";
import * as core from "../../src/statement/core.ts";
import { refused, why } from "../support/refused.ts";

const input: PhysicianInput = {
  physician: { id: "1", zone: "ZIP", age: 70 },
  patients: [
    { age: 82, ald: true, c2s: false },
    { age: 40, ald: false, c2s: "free", prevention: ["flu"] },
  ],
};

test("the core computes what the library does", () => {
  const choices = {
    year: 2026,
    readings: { "zone-and-age": "highest" },
    patch: { "base.ald-80+.amount": "110" },
  };
  expect(
    core.computePhysician(input, { ...choices, schedule: core.loadSchedule(fmt2026) }),
  ).toEqual(computePhysician(input, choices));
});

test("the core knows no schedule but the one it is given", () => {
  expect(refused(() => core.loadSchedule(fpmt2024))).toEqual(
    why(
      "SCHEDULE_REFERENCE_UNKNOWN",
      "over",
      '"fr.fpmt.2018"',
      "le nom d'un barème connu",
      "the id of a known schedule",
    ),
  );
});

test("the core refuses options that are none", () => {
  expect(refused(() => core.computePhysician(input, null as never)).code).toBe("INPUT_INVALID");
  expect(refused(() => core.computePhysician(input, { year: 2026 } as never)).code).toBe(
    "SCHEDULE_INVALID",
  );
});
