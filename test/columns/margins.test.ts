import { describe, expect, test } from "vitest";
import {
  computePanels,
  panelsFromCounts,
  type ComputeOptions,
  type CountOptions,
  type CountRow,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";

/** What one row counts across ages must not hang on which of the patients, or physicians, have it. */

const options = { year: 2026 };

/** The C2S is paid from 20 to 29 years. */
const twenties = { ...options, patch: { "c2s.when.age": "20-29" } };

const healthy = { ald: false, c2s: false } as const;

const priced = (
  table: readonly CountRow[],
  given: CountOptions,
  asked: ComputeOptions,
): number[] => [...computePanels(panelsFromCounts(table, given), asked).totalCents];

/** Ten patients of 40 years and ten of a band, of whom five have the C2S. */
const withBand = (age: string): CountRow[] => [
  { age: 40, ald: false, n: 10 },
  { age, ald: false, n: 10 },
  { c2s: true, n: 5 },
];

const crossed = (band: string): Why =>
  why(
    "MARGIN_CROSSED",
    "table",
    `"${band}"`,
    "la C2S croisée avec l'âge, l'ALD et la dernière consultation : le dû en dépend",
    "the C2S crossed with age, ALD and last visit, on which what is due depends",
  );

describe("a margin of the C2S, which is paid from 20 to 29 years", () => {
  test.each(["7-19", "10-19", "30-40", "30-74", "19", "30"])("counts among ages %s", (band) => {
    expect(priced(withBand(band), twenties, twenties)).toEqual([20 * 5 * 100]);
  });

  test.each(["10-20", "20-20", "29-29", "29-40", "20-29", "15-35"])(
    "does not among ages %s",
    (band) => {
      expect(refused(() => panelsFromCounts(withBand(band), twenties))).toStrictEqual(
        crossed(band),
      );
    },
  );

  test("does not among ages that have no end", () => {
    const nineties = { ...options, patch: { "c2s.when.age": "129+" } };
    expect(refused(() => panelsFromCounts(withBand("80+"), nineties))).toStrictEqual(
      crossed("80+"),
    );
  });

  const older = { ...twenties, year: 2027, move: true };

  test.each(["7-18", "29-40"])("counts among ages %s, a year later", (band) => {
    expect(priced(withBand(band), options, older)).toEqual([20 * 5 * 100]);
  });

  test.each(["10-19", "28-40"])("does not among ages %s, a year later", (band) => {
    const panels = panelsFromCounts(withBand(band), options);
    expect(refused(() => computePanels(panels, older))).toStrictEqual(crossed(band));
  });

  test("does not look at a row that counts nobody", () => {
    const [first, band, margin] = withBand("15-35") as [CountRow, CountRow, CountRow];
    expect(priced([first, { ...band, n: 0 }, margin], twenties, twenties)).toEqual([5000]);
  });

  test("does not look at patients of another physician", () => {
    const table = [
      { physicianId: "a", age: "20-29", ald: false, n: 7 },
      { physicianId: "b", age: 40, ald: false, n: 10 },
      { physicianId: "b", c2s: true, n: 5 },
    ];
    expect(priced(table, twenties, twenties)).toEqual([7 * 5 * 100, 10 * 5 * 100]);
  });
});

describe("an age band of physicians", () => {
  const adults = (physicianAge: string): CountRow[] => [
    { age: 40, ...healthy, n: 100, physicianAge },
  ];
  const sixties = { ...options, patch: { "age67.when.physicianAge": "60-66" } };

  test.each([
    ["0-66", 500, options],
    ["60-66", 500, options],
    ["67-67", 550, options],
    ["67+", 550, options],
    ["0-59", 500, sixties],
    ["60-66", 550, sixties],
    ["65-66", 550, sixties],
    ["67-70", 500, sixties],
  ])("%s is priced whole: %i EUR", (band, euros, asked) => {
    expect(priced(adults(band), asked, asked)).toEqual([euros * 100]);
  });

  test.each(["60-67", "66-67", "66-129", "0-129"])("%s has ages on both sides of 67", (band) => {
    expect(refused(() => panelsFromCounts(adults(band), options))).toStrictEqual(
      why(
        "BAND_STRADDLES",
        "table",
        `"${band}"`,
        "une tranche d'âge du médecin d'un seul côté de 67 ans",
        "an age band of the physician on one side of 67 years",
      ),
    );
  });

  test.each([
    ["59-60", 60],
    ["66-67", 67],
    ["50-80", 60],
    ["65-80", 67],
  ])("%s is neither within 60 to 66 nor without: it turns at %i", (band, age) => {
    expect(refused(() => panelsFromCounts(adults(band), sixties))).toStrictEqual(
      why(
        "BAND_STRADDLES",
        "table",
        `"${band}"`,
        `une tranche d'âge du médecin d'un seul côté de ${age} ans`,
        `an age band of the physician on one side of ${age} years`,
      ),
    );
  });
});

describe("prevention of a table", () => {
  const ten: CountRow = { age: 40, ...healthy, n: 10 };

  test.each([[1.5], [{ flu: 1.5 }], [{ flu: 0.5, dental: 1 }]])(
    "may be weighted where its patients are not: %o",
    (prevention) => {
      expect(priced([ten], { ...options, prevention }, options)).toEqual([
        (10 * 5 + 1.5 * 5) * 100,
      ]);
    },
  );

  test("is told once", () => {
    const twice = (): unknown =>
      panelsFromCounts([{ ...ten, prevention: 1 }], { ...options, prevention: 2 });
    expect(refused(twice)).toStrictEqual(
      why(
        "INPUT_INVALID",
        "options.prevention",
        "2",
        "la prévention dite une fois : par la table, ou par l'option",
        "prevention told once: by the table, or by the option",
      ),
    );
  });

  test("none at all is allowed of several physicians", () => {
    const table = ["a", "b"].map((physicianId) => ({ ...ten, physicianId }));
    expect(priced(table, { ...options, prevention: 0 }, options)).toEqual([5000, 5000]);
  });

  test("is said to be known where the table or the option tells it, be it none", () => {
    const codes = (table: CountRow[], more: object = {}): (string | undefined)[] =>
      computePanels(panelsFromCounts(table, { ...options, ...more }), options)
        .statement(0)
        .assumptions.filter(({ path }) => path === "patients[].prevention")
        .map(({ code }) => code);
    expect(codes([ten])).toEqual(["if-missing"]);
    expect(codes([{ ...ten, prevention: 1 }])).toEqual(["prevention-year"]);
    expect(codes([ten], { prevention: 0 })).toEqual(["prevention-year"]);
    expect(codes([ten], { prevention: { flu: 1 } })).toEqual(["prevention-year"]);
  });

  test("weighted patients that together are not counted exactly are refused", () => {
    const most = { ...ten, n: 9_000_000_000 };
    expect(
      refused(() => panelsFromCounts([most, most, { ...ten, n: 0.5 }], options)),
    ).toStrictEqual(
      why(
        "COUNT_INVALID",
        "table",
        "18000000000.5",
        "moins de patients : leur somme ne serait plus exacte",
        "fewer patients: their sum would no longer be exact",
      ),
    );
  });
});
