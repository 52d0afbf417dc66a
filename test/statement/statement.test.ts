import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  applyPatch,
  getSchedule,
  type Patient,
  type Statement,
} from "../../src/index.ts";
import { calculationOf } from "../support/lines.ts";

const packageVersion = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  }
).version;

const patients: readonly Patient[] = [
  { id: "a", age: 82, ald: true, c2s: true, seen: true, prevention: ["flu", "covid"] },
  { id: "b", age: 40, ald: false, c2s: false, seen: true, prevention: ["flu"] },
  { id: "c", age: 40, ald: false, c2s: false, seen: true, prevention: 2 },
];
const statement = computePhysician(
  { physician: { id: 10, zone: "ZIP", age: 50 }, patients },
  { year: 2026 },
);

describe("a statement", () => {
  test("says its format, library, schedule, year, day, physician and patients", () => {
    const { format, library, schedule, physicianId, patients: count } = statement;
    expect({ format, library, schedule, physicianId, count }).toEqual({
      format: { name: "forfait-medecin-traitant/statement", version: "2" },
      library: { name: "forfait-medecin-traitant", version: packageVersion },
      schedule: {
        id: "fr.fmt.2026",
        version: "2",
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
        fr: "Forfait médecin traitant (FMT)",
        en: "Named-doctor capitation (FMT)",
        year: 2026,
        referenceDate: "2025-12-31",
      },
      physicianId: "10",
      count: 3,
    });
  });

  test("has one line for each rule that pays, in the order of the schedule", () => {
    expect(
      statement.lines.map((line) => [
        line.component,
        line.rule,
        ...calculationOf(line),
        line.amount,
      ]),
    ).toEqual([
      ["base", "base.7-74.amount", 2, "5.00", (2 * 5).toFixed(2)],
      ["base", "base.ald-80+.amount", 1, "100.00", "100.00"],
      ["c2s", "c2s.amount", 1, "10.00", "10.00"],
      ["prevention", "prevention.flu.amount", 2, "5.00", (2 * 5).toFixed(2)],
      ["prevention", "prevention.covid.amount", 1, "5.00", "5.00"],
      ["prevention", "prevention.amount", 2, "5.00", (2 * 5).toFixed(2)],
      ["zone", "zone.year-3+.rate", "110.00", "10%", (110 * 0.1).toFixed(2)],
    ]);
  });

  test("has labels in both languages, of the component and the case", () => {
    expect(statement.lines.map(({ label }) => `${label.fr} / ${label.en}`)).toEqual([
      "Socle\u00a0: 7 à 74 ans, sans ALD / Base amount: 7 to 74 years, no ALD",
      "Socle\u00a0: ALD, 80 ans et plus / Base amount: ALD, 80 years and over",
      "Majoration C2S / C2S supplement",
      "Prévention, indicateurs validés en 2026\u00a0: vaccin contre la grippe / Prevention, indicators validated in 2026: influenza vaccine",
      "Prévention, indicateurs validés en 2026\u00a0: vaccin contre le Covid-19 / Prevention, indicators validated in 2026: Covid-19 vaccine",
      "Prévention, indicateurs validés en 2026\u00a0: sans le détail / Prevention, indicators validated in 2026: not itemised",
      "Majoration de zone\u00a0: ZIP ou QPV / Zone uplift: ZIP or QPV",
    ]);
  });

  test("has exactly the schedule's components, zeros included, and their sum", () => {
    expect(statement.components).toEqual({
      base: "110.00",
      c2s: "10.00",
      prevention: "25.00",
      zone: "11.00",
      age67: "0.00",
    });
    expect(statement.total).toBe((110 + 10 + 25 + 11).toFixed(2));
  });

  test("has every source that a line names, and no other", () => {
    expect(Object.keys(statement.sources).sort()).toEqual(
      [...new Set(statement.lines.flatMap(({ sources }) => sources))].sort(),
    );
    expect(statement.sources["AMELI-FMT"]).toMatchObject({
      status: "official",
      checked: "2026-11-21",
    });
  });

  test("has every reading, with the option in use and a sentence for it", () => {
    const read = computePhysician(
      { patients },
      { year: 2026, readings: { "zone-and-age": "highest" } },
    );
    expect(read.readings).toEqual({ ...statement.readings, "zone-and-age": "highest" });
    expect(Object.keys(read.readings)).toEqual(
      Object.keys(getSchedule("fr.fmt.2026").readings ?? {}),
    );
    expect(read.assumptions.filter(({ code }) => code === "reading")).toContainEqual({
      code: "reading",
      path: "readings.zone-and-age",
      fr: "Les majorations de zone et de 67 ans se cumulent-elles\u00a0? Non, la plus élevée seule.",
      en: "Are the uplifts for zone and for age 67 both paid? No, the higher only.",
    });
  });

  test("says what the schedule itself assumes", () => {
    expect(
      statement.assumptions.filter(({ code }) => code === "assumed-rule").map(({ path }) => path),
    ).toEqual(["reads", "eligible", "payment"]);
  });

  test("has the patches that it rests on", () => {
    const options = {
      year: 2026,
      schedule: applyPatch(getSchedule("fr.fmt.2026"), { "c2s.amount": "11" }),
      patch: { "base.ald-80+.amount": "110" },
    };
    const { schedule, components } = computePhysician({ patients }, options);
    expect(schedule.patched).toEqual([{ "c2s.amount": "11" }, { "base.ald-80+.amount": "110" }]);
    expect([components["c2s"], components["base"]]).toEqual(["11.00", (110 + 2 * 5).toFixed(2)]);
  });

  test("has none under a patch that changes nothing", () => {
    expect(
      computePhysician(
        { physician: { id: 10, zone: "ZIP", age: 50 }, patients },
        { year: 2026, patch: {} },
      ),
    ).toStrictEqual(statement);
  });
});

describe("computePatient", () => {
  const [patient] = patients as [Patient];
  const physician = { zone: "ZIP", age: 70 } as const;

  test("is a list of one", () => {
    expect(computePatient({ patient, physician }, { year: 2026 })).toEqual(
      computePhysician({ physician, patients: [patient] }, { year: 2026 }),
    );
  });

  test("knows nothing of a physician who is not told", () => {
    const alone: Statement = computePatient({ patient }, { year: 2026 });
    expect([alone.physicianId, alone.components["zone"], alone.total]).toEqual([
      null,
      "0.00",
      (100 + 10 + 2 * 5).toFixed(2),
    ]);
  });
});

describe("the examples of the documentation", () => {
  test("an 82-year-old in ALD and a healthy adult, in 2026", () => {
    expect(
      computePhysician(
        {
          patients: [
            { age: 82, ald: true, c2s: false },
            { age: 40, ald: false, c2s: false },
          ],
        },
        { year: 2026 },
      ).total,
    ).toBe((100 + 5).toFixed(2));
  });

  test("a five-year-old in ALD with the C2S, in 2026", () => {
    expect(
      computePatient({ patient: { age: 5, ald: true, c2s: true } }, { year: 2026 }).total,
    ).toBe((55 + 10).toFixed(2));
  });
});

describe("the physician of a statement", () => {
  const id = (physicianId: string | number | undefined, named?: string): string | null =>
    computePhysician(
      {
        ...(named !== undefined && { physician: { id: named } }),
        patients: [
          { age: 40, ald: false, c2s: false, ...(physicianId !== undefined && { physicianId }) },
        ],
      },
      { year: 2026 },
    ).physicianId;

  test("has the id that is given, or that the patients name, or none", () => {
    expect([id(undefined, "a"), id("a", "a"), id("a"), id(7), id(undefined)]).toEqual([
      "a",
      "a",
      "a",
      "7",
      null,
    ]);
  });

  test("is not another's", () => {
    expect(() => id("b", "a")).toThrow("PHYSICIAN_UNKNOWN");
  });

  test("is the one that any patient names, whom the others must name as well", () => {
    const adult = { age: 40, ald: false, c2s: false } as const;
    const compute = (...all: readonly Patient[]): Statement =>
      computePhysician({ physician: { zone: "ZIP" }, patients: all }, { year: 2026 });
    expect(() => compute(adult, { ...adult, physicianId: "a" })).toThrow(
      "PHYSICIAN_MISSING: missing physician (patients[0].physicianId)",
    );
    expect(
      compute({ ...adult, physicianId: "a" }, { ...adult, physicianId: "a" }).physicianId,
    ).toBe("a");
  });
});

test("one refused row refuses the list of one physician, with the place", () => {
  expect(() =>
    computePhysician(
      { patients: [...patients, { ...patients[0], id: "d", age: 130 } as Patient] },
      { year: 2026 },
    ),
  ).toThrow("patients[3].age");
  expect(() => computePhysician({ physician: { age: 130 }, patients }, { year: 2026 })).toThrow(
    "physician.age",
  );
});
