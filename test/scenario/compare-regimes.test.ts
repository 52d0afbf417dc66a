import { describe, expect, test } from "vitest";
import {
  compareRegimes,
  formatRegimeComparison,
  panelsFromCounts,
  publishedMeans,
  type GivenFacts,
  type RegimeOptions,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

/**
 * Two lists on 31 December 2025. FPMT of 2025: a 100 * 5 + 10 * 46 = 960, b 50 * 5 + 30 * 70 = 2350.
 * FMT of 2026: a 100 * 5 + 10 * 55 = 1050, b 50 * 5 + 30 * 100 = 3250.
 */
const table = [
  { physicianId: "a", age: "7-74", ald: false, c2s: false, n: 100 },
  { physicianId: "a", age: "80+", ald: false, c2s: false, n: 10 },
  { physicianId: "b", age: "7-74", ald: false, c2s: false, n: 50 },
  { physicianId: "b", age: "80+", ald: true, c2s: false, n: 30 },
];
const none = {
  prerequisites: true,
  dmpRate: 0,
  mssPatientsRate: 0,
  aatRate: 0,
  atmpRate: 0,
  pseRate: 0,
  dmtRate: 0,
  speRate: 0,
  dsgRate: 0,
  ePrescriptionRate: 0,
  coordinatedCare: false,
  coding: false,
  patientServices: false,
  student: false,
  teleconsultation: false,
  connectedDevices: false,
  sas: false,
  apcvUsed: false,
};
const digital = {
  segurSoftware: true,
  prescribingAid: true,
  sesamVitale: true,
  onlineRate: 60,
  mssUsed: false,
};
const facts = (own: object): GivenFacts => ({ ...none, ...digital, ...own }) as GivenFacts;
const panels = panelsFromCounts(table, {
  year: 2026,
  physicians: [
    { id: "a", facts: facts({ sas: true, coding: true }) },
    { id: "b", facts: facts({}) },
  ],
});
const compare = (options: Omit<RegimeOptions, "year">): ReturnType<typeof compareRegimes> =>
  compareRegimes(panels, { year: 2026, ...options });
/** Lines are broken, and French texts have spaces that do not break. */
const plainSpaces = (text: string): string => text.replace(/\s+/g, " ");
const rosp = { name: "ROSP", euros: { a: "5000", b: "3000.50" } };
const structure = { name: "Forfait structure", euros: ["4000", "1000"] };

describe("forfaits alone", () => {
  const result = compare({});

  test("are read on one day, each in its own payment year", () => {
    expect(result.referenceDate).toBe("2025-12-31");
    expect(result.old.parts.map(({ id, total }) => [id, total])).toEqual([
      ["fr.fpmt.2024", "3310.00"],
    ]);
    expect(result.new.parts.map(({ id, total }) => [id, total])).toEqual([
      ["fr.fmt.2026", "4300.00"],
    ]);
    expect(result.change).toEqual({ total: "990.00", mean: "495.00" });
  });

  test("are said to be no whole regimes, in the data and on the page", () => {
    expect(result.scope.isComplete).toBe(false);
    expect(result.scope.missing).toEqual(["ROSP", "forfait structure", "DONUM"]);
    expect(plainSpaces(formatRegimeComparison(result))).toContain(plainSpaces(result.scope.fr));
    expect(formatRegimeComparison(result, { locale: "en" })).toContain(result.scope.en);
  });
});

describe("whole regimes of each physician", () => {
  const result = compare({
    old: { added: [rosp, structure] },
    new: { allowances: ["fr.donum.2026"] },
    by: [{ key: "side", values: ["left", "right"] }],
    quantiles: 2,
  });

  test("add up: a 960 + 5000 + 4000 against 1050 + 1960, b 2350 + 3000.50 + 1000 against 3250 + 1960", () => {
    expect(result.scope).toMatchObject({ isComplete: true, missing: [] });
    expect(result.old.total).toBe("16310.50");
    expect(result.new.total).toBe("8220.00");
    expect(result.physicianRows()).toEqual([
      { physicianId: "a", from: 9960, to: 3010, change: -6950 },
      { physicianId: "b", from: 6350.5, to: 5210, change: -1140.5 },
    ]);
  });

  test("tell who loses, bounds of the change and groups", () => {
    expect(result.moves).toMatchObject({
      gainers: { physicians: 0, change: "0.00" },
      losers: { physicians: 2, change: "-8090.50" },
      quantiles: [
        { p: 0, change: "-6950.00" },
        { p: 0.5, change: "-6950.00" },
        { p: 1, change: "-1140.50" },
      ],
      groups: [
        { keys: { side: "left" }, physicians: 1, change: "-6950.00" },
        { keys: { side: "right" }, physicians: 1, change: "-1140.50" },
      ],
    });
  });

  test("tell of each part how it is known, how sure it is, and its sources", () => {
    expect(result.old.parts.map(({ id, basis, status }) => [id, basis, status])).toEqual([
      ["fr.fpmt.2024", "schedule", "assumed"],
      ["ROSP", "each", "user"],
      ["Forfait structure", "each", "user"],
    ]);
    const [donum] = result.new.parts.slice(-1);
    expect([donum?.id, donum?.status, donum?.sources.length]).toEqual([
      "fr.donum.2026",
      "secondary",
      3,
    ]);
  });
});

describe("the forfait structure by its points", () => {
  const old = { allowances: ["fr.forfait-structure.2025"] as const };

  test("a has part 1, coding and SAS, b part 1: the new side has the SAS of a", () => {
    const { parts } = compare({ old }).new;
    expect(compare({ old }).old.parts[1]?.total).toBe(`${(280 + 50 + 200) * 7 + 280 * 7}.00`);
    expect(parts.map(({ id, total, status }) => [id, total, status]).slice(1)).toEqual([
      ["SAS", "1000.00", "official"],
    ]);
    expect(
      compare({ old })
        .physicianRows()
        .map(({ to }) => to),
    ).toEqual([1050 + 1000, 3250]);
  });

  test("a SAS that is told is not told twice", () => {
    const told = { added: [{ name: "SAS", euros: ["1000", "1000"] }] };
    expect(compare({ old, new: told }).new.total).toBe("6300.00");
  });

  test("no SAS where the old side counts no points", () => {
    expect(compare({ old: { added: [structure] } }).new.parts).toHaveLength(1);
  });
});

describe("published means", () => {
  const means = publishedMeans(2024);
  const result = compare({ old: { added: means } });

  test("are those of the pages, with their physicians", () => {
    expect(means.map(({ name, mean, source }) => [name, mean, source.status])).toEqual([
      ["ROSP", "5361", "secondary"],
      ["Forfait structure", "4180", "secondary"],
    ]);
  });

  test("answer sums and means: 2 * 5361 + 2 * 4180 beside 3310", () => {
    expect(result.old.total).toBe(`${2 * 5361 + 2 * 4180 + 3310}.00`);
    expect(result.old.mean).toBe(`${5361 + 4180 + 1655}.00`);
    expect(result.change.total).toBe(`${4300 - (2 * 5361 + 2 * 4180 + 3310)}.00`);
  });

  test("answer neither who gains nor who loses", () => {
    expect(result.moves).toBeNull();
    for (const options of [{ quantiles: 4 }, { by: ["zone" as const] }])
      expect(refused(() => compare({ old: { added: means }, ...options })).code).toBe("MEANS_ONLY");
    expect(refused(() => result.physicianRows()).code).toBe("MEANS_ONLY");
    expect(formatRegimeComparison(result)).toContain("ni gagnants, ni perdants, ni quantiles");
  });

  test("name their source on the page", () => {
    expect(plainSpaces(formatRegimeComparison(result))).toContain("ROSP 2024 : 5 361");
  });
});

test("weights stand for physicians: two of a, one and a half of b", () => {
  const { old, physicians, change } = compare({
    weights: { a: 2, b: 1.5 },
    old: { added: [rosp] },
  });
  expect(physicians).toBe(3.5);
  expect(old.total).toBe("19945.75"); // 2 * (960 + 5000) + 1.5 * (2350 + 3000.50) = 11920 + 8025.75
  expect(change.total).toBe("-12970.75"); // 2 * 1050 + 1.5 * 3250 = 6975
});

test.each([
  [
    "an amount for several without saying whose",
    [{ name: "ROSP", euros: "4900" }],
    "INPUT_INVALID",
  ],
  ["an amount and a mean", [{ name: "ROSP", euros: ["1", "2"], mean: "3" }], "INPUT_INVALID"],
  ["neither", [{ name: "ROSP" }], "INPUT_INVALID"],
  ["no name", [{ name: " ", mean: "3" }], "INPUT_INVALID"],
  ["a number for a text", [{ name: "ROSP", mean: 4900 }], "AMOUNT_INVALID"],
  ["an amount too few", [{ name: "ROSP", euros: ["1"] }], "INPUT_INVALID"],
  ["one physician without", [{ name: "ROSP", euros: { a: "1" } }], "AMOUNT_INVALID"],
  [
    "an unknown physician",
    [{ name: "ROSP", euros: { a: "1", b: "2", c: "3" } }],
    "PHYSICIAN_UNKNOWN",
  ],
  ["a misspelt key", [{ name: "ROSP", moyenne: "3" }], "KEY_UNKNOWN"],
  ["a text for a list", "ROSP=4900", "INPUT_INVALID"],
])("refuses %s", (_, added, code) => {
  expect(refused(() => compare({ old: { added: added as never } })).code).toBe(code);
});

test("is frozen, its tables no part of its JSON, and says that it is static", () => {
  const result = compare({ old: { added: [rosp] } });
  expect(Object.isFrozen(result.old.parts[0])).toBe(true);
  expect(JSON.parse(JSON.stringify(result))).toMatchObject({ isStatic: true, year: 2026 });
  expect(result.rows().map(({ regime, part, total }) => [regime, part, total])).toEqual([
    ["old", "fr.fpmt.2024", 3310],
    ["old", "ROSP", 8000.5],
    ["new", "fr.fmt.2026", 4300],
  ]);
});
