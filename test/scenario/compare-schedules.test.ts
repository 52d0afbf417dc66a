import { describe, expect, test } from "vitest";
import {
  compareSchedules,
  formatScheduleComparison,
  getSchedule,
  loadSchedule,
  panelsFromCounts,
  type CompareOptions,
  type Panels,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { euros, table } from "../support/table.ts";
import { A, B, one, two } from "./panels.ts";

const compare = (b: CompareOptions["b"], others: Partial<CompareOptions> = {}, panels = two) =>
  compareSchedules(panels, { year: 2026, b, ...others });

/** C2S at 15, 75 to 79 years at 12.34, the zone at 12.5 %. */
const reform = {
  patch: { "c2s.amount": "15", "base.75-79.amount": "12.34", "zone.year-3+.rate": "12.5%" },
};
const gainA = 100 * 5 + 2500 * 0.025;
const lossB = 7 * (15 - 12.34);

describe("a reform", () => {
  const result = compare(reform, { by: ["zone"], quantiles: 2 });

  test("by total and component", () => {
    expect(result.total).toEqual({
      from: euros(A + B),
      to: euros(A + B + gainA - lossB),
      change: euros(gainA - lossB),
    });
    expect(result.components).toEqual({
      base: { from: "3055.00", to: euros(3055 - lossB), change: euros(-lossB) },
      c2s: { from: "1000.00", to: "1500.00", change: "500.00" },
      prevention: { from: "0.00", to: "0.00", change: "0.00" },
      zone: { from: "250.00", to: "312.50", change: "62.50" },
      age67: { from: "250.00", to: "250.00", change: "0.00" },
    });
  });

  test("by who gains and who loses", () => {
    const { gainers, losers, unchanged, physicians, patients, quantiles } = result;
    expect({ gainers, losers, unchanged, physicians, patients }).toEqual({
      gainers: { physicians: 1, change: euros(gainA) },
      losers: { physicians: 1, change: euros(-lossB) },
      unchanged: { physicians: 0, change: "0.00" },
      physicians: 2,
      patients: 157,
    });
    // Half of two physicians are reached by the first of them.
    expect(quantiles).toEqual([
      { p: 0, change: "-18.62" },
      { p: 0.5, change: "-18.62" },
      { p: 1, change: "562.50" },
    ]);
  });

  test("by group", () => {
    expect(result.groups.map(({ keys, total }) => [keys, total.change])).toEqual([
      [{ zone: "ZIP" }, "562.50"],
      [{ zone: "none" }, "-18.62"],
    ]);
  });

  test("by value, in the order of the patch", () => {
    expect(result.parts).toMatchObject({
      by: "value",
      values: [
        { paths: ["c2s.amount"], change: "500.00" },
        { paths: ["base.75-79.amount"], change: "-18.62" },
        { paths: ["zone.year-3+.rate"], change: "62.50" },
      ],
      cases: [],
      interaction: "0.00",
      rounding: "0.00",
    });
  });

  test("with the values that differ, and how sure they are", () => {
    expect(result.parameters).toMatchObject([
      { path: "base.75-79.amount", a: "15", b: "12.34", status: "user" },
      { path: "c2s.amount", a: "10", b: "15", status: "user" },
      { path: "zone.year-3+.rate", a: "10%", b: "12.5%", status: "user" },
    ]);
  });

  test("says what it is of, and that nobody changes behaviour", () => {
    const { a, b, isStatic, note } = result;
    expect([a.id, a.year, a.referenceDate, b.id, b.patched]).toEqual([
      "fr.fmt.2026",
      2026,
      "2025-12-31",
      "fr.fmt.2026",
      [reform.patch],
    ]);
    expect([isStatic, Object.keys(note)]).toEqual([true, ["fr", "en"]]);
  });

  test("gives tidy rows in euros, which are no part of its JSON", () => {
    expect(result.rows()).toHaveLength(2 * 6);
    expect(result.rows()[5]).toEqual({
      zone: "ZIP",
      component: "total",
      physicians: 1,
      patients: 120,
      from: 4000,
      to: 4562.5,
      change: 562.5,
    });
    expect(
      compare(reform)
        .rows()
        .map(({ component }) => component),
    ).toEqual(["base", "c2s", "prevention", "zone", "age67", "total"]);
    expect(result.physicianRows()).toEqual([
      { physicianId: "A", from: 4000, to: 4562.5, change: 562.5 },
      { physicianId: "B", from: 555, to: 536.38, change: -18.62 },
    ]);
    const { rows: _, physicianRows: __, ...data } = result;
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(data)));
    expect(structuredClone({ ...result })).toEqual({ ...result });
  });

  test("is frozen, down to its last amount", () => {
    expect(
      [result, result.total, result.parts.values[0], result.groups[0]].map(Object.isFrozen),
    ).toEqual([true, true, true, true]);
  });

  test("displays in notebooks", () => {
    const show = Reflect.get(result, Symbol.for("Jupyter.display")) as () => object;
    expect(Object.keys(show())).toEqual(["text/html", "text/markdown", "text/plain"]);
  });
});

test("comparing with itself is zero everywhere", () => {
  const { total, components, quantiles, parts, parameters, unchanged } = compare("fr.fmt.2026");
  const changes = [total, ...Object.values(components), ...quantiles].map(({ change }) => change);
  expect(new Set(changes)).toEqual(new Set(["0.00"]));
  expect([parts.values, parts.interaction, parts.rounding, parameters]).toEqual([
    [],
    "0.00",
    "0.00",
    [],
  ]);
  expect(unchanged).toEqual({ physicians: 2, change: "0.00" });
});

describe("parts", () => {
  test("that only come together are an interaction", () => {
    // The base alone 100 + 10 + 10, the rate alone 250, and 10 % of 100 more.
    const { parts, total } = compare({
      patch: { "base.7-74.amount": "6", "zone.year-3+.rate": "20%" },
    });
    expect(total.change).toBe(euros(120 + 250 + 10));
    expect(parts).toMatchObject({
      values: [{ change: "120.00" }, { change: "250.00" }],
      interaction: "10.00",
      rounding: "0.00",
    });
  });

  test("that are rounded alone leave a cent", () => {
    // 10 % of 20.00 is 2.00, of 20.04 too, of 20.08 it is 2.01.
    const rows = [40, 77].map((age) => ({ age, ald: false, c2s: false, n: 1 }));
    const patch = { "base.7-74.amount": "5.04", "base.75-79.amount": "15.04" };
    const { parts, total } = compare({ patch }, {}, one(rows, "ZIP"));
    expect(total.change).toBe("0.09");
    expect(parts).toMatchObject({
      values: [{ change: "0.04" }, { change: "0.04" }],
      interaction: "0.00",
      rounding: "0.01",
    });
  });

  test("that load only together are one", () => {
    const patch = {
      "c2s.amount": "15",
      "base.7-74.when.age": "7-39",
      "zone.year-3+.rate": "20%",
      "base.75-79.when.age": "40-79",
    };
    const { values } = compare({ patch }).parts;
    expect(values).toMatchObject([
      { paths: ["c2s.amount"], change: "500.00" },
      // 15 for 5, and 20 % of it.
      { paths: ["base.7-74.when.age", "base.75-79.when.age"], change: "1200.00" },
      { paths: ["zone.year-3+.rate"], change: "250.00" },
    ]);
  });

  test("that need a value which loads alone are one with it", () => {
    const patch = { "base.ald-80+.amount": "50", "c2s.amount": "6", "base.ald-80+.atLeast": "45" };
    const { values } = compare({ patch }, { a: "fr.proposal.2024-02-08" }).parts;
    expect(values).toMatchObject([
      // A is in a ZIP: 10 % of the whole.
      { paths: ["base.ald-80+.amount", "base.ald-80+.atLeast"], change: "-440.00" },
      { paths: ["c2s.amount"], change: "110.00" },
    ]);
  });

  test("of a loaded scenario are those of its patch", () => {
    const scenario = loadSchedule({
      id: "xx.dearer",
      version: "1",
      over: "fr.fmt.2026",
      patch: { "c2s.amount": "15" },
    });
    expect(compare(scenario).parts.values).toMatchObject([
      { paths: ["c2s.amount"], change: "500.00" },
    ]);
  });

  test("of readings are told apart", () => {
    const b = { readings: { "zone-and-age": "highest" }, patch: { "c2s.amount": "15" } };
    expect(compare(b).parts.values).toMatchObject([
      { paths: ["readings.zone-and-age"], change: "-250.00" },
      { paths: ["c2s.amount"], change: "500.00" },
    ]);
  });

  test("between two schedules are by pairs of cases, with counts", () => {
    const { parts, total } = compare("fr.fmt.2026", { a: "fr.fpmt.2024" });
    expect(parts).toMatchObject({
      by: "case",
      values: [],
      cases: [
        { component: "base", a: "base.0-6", b: "base.0-6", count: 30, change: "270.00" },
        { component: "base", a: "base.7-79", b: "base.7-74", count: 100, change: "0.00" },
        { component: "base", a: "base.7-79", b: "base.75-79", count: 7, change: "70.00" },
        { component: "base", a: "base.ald-80+", b: "base.ald-80+", count: 20, change: "600.00" },
        { component: "c2s", a: null, b: "c2s", count: 100, change: "1000.00" },
        // 1900 of base under the FPMT, at (25 % - 7 %) / 2: the share of 100 / 120 is capped at 25 %.
        { component: "precarity", a: "precarity", b: null, change: "-171.00" },
        { component: "zone", a: null, b: "zone", change: "250.00" },
        { component: "age67", a: null, b: "age67", change: "250.00" },
      ],
      interaction: "0.00",
      rounding: "0.00",
    });
    expect(total.change).toBe(euros(270 + 70 + 600 + 1000 - 171 + 250 + 250));
  });
});

describe("both sides", () => {
  const at79 = panelsFromCounts([{ age: 79, ald: false, c2s: false, yearsSinceSeen: 0, n: 10 }], {
    year: 2026,
  });

  test("read the list on b's reference day, whatever a's", () => {
    // The FPMT reads it on 31 December 2026, when they are 80: 46 EUR instead of 5.
    const { total, a, b } = compare("fr.fmt.2026", { a: "fr.fpmt.2024" }, at79);
    expect(total).toEqual({ from: "50.00", to: "150.00", change: "100.00" });
    expect([a.referenceDate, b.referenceDate]).toEqual(["2025-12-31", "2025-12-31"]);
    expect(a.patched).toBeUndefined();
  });

  test("are moved together", () => {
    const { total } = compare("fr.fmt.2026", { a: "fr.fpmt.2024", year: 2027, move: true }, at79);
    expect(total).toEqual({ from: "460.00", to: "550.00", change: "90.00" });
  });

  test("are refused where the panels are of another day", () => {
    expect(refused(() => compare("fr.fmt.2026", { year: 2027 }, at79)).code).toBe(
      "REFERENCE_DAY_DIFFERS",
    );
  });

  test("may be variants of each other or of shipped schedules", () => {
    const a = { patch: { "c2s.amount": "12" } };
    expect(compare({ patch: { "c2s.amount": "15" } }, { a }).total.change).toBe("300.00");
    const b = { schedule: "fr.fmt.2026", patch: { "c2s.amount": "15" } } as const;
    expect(compare(b, { a }).total.change).toBe("300.00");
    expect(compare(getSchedule("fr.fmt.2026"), { a }).total.change).toBe("-200.00");
  });

  test("take a scenario of a later year for what it is over", () => {
    const scenario = loadSchedule({
      id: "xx.later",
      version: "1",
      over: "fr.fmt.2026",
      from: 2027,
      patch: { "c2s.amount": "15" },
    });
    expect(compare(scenario).total.change).toBe("0.00");
    expect(compare(scenario, { year: 2027, move: true }).total.change).toBe("500.00");
  });
});

describe("weights", () => {
  test("multiply physicians, and are rounded once at the end", () => {
    // 1.5 of A and a third of B: 562.50 * 1.5 - 18.62 * 0.333333 = 843.75 - 6.20666…
    const { total, gainers, physicians, patients } = compare(reform, { weights: [1.5, 0.333333] });
    expect(total).toEqual({
      from: euros(4000 * 1.5 + 555 * 0.333333),
      to: "7022.54", // 4562.50 * 1.5 + 536.38 * 0.333333 = 6843.75 + 178.793…
      change: "837.54",
    });
    expect(gainers).toEqual({ physicians: 1.5, change: "843.75" });
    expect(physicians).toBe(1.833333);
    expect(patients).toBeCloseTo(120 * 1.5 + 37 * 0.333333, 9);
  });

  test("may be given by id, and move quantiles", () => {
    const bounds = (weights: Record<string, number>) =>
      compare(reform, { weights, quantiles: 4 }).quantiles.map(({ change }) => change);
    const [low, high] = ["-18.62", "562.50"];
    expect(bounds({ A: 3, B: 1 })).toEqual([low, low, high, high, high]);
    expect(bounds({ A: 1, B: 3 })).toEqual([low, low, low, low, high]);
    expect(bounds({ A: 1, B: 0 })).toEqual([high, high, high, high, high]);
  });
});

describe("groups", () => {
  const keys = (by: NonNullable<CompareOptions["by"]>) =>
    compare(reform, { by }).groups.map((group) => [group.keys, group.physicians]);

  test("by size of list, with edges", () => {
    expect(keys([{ listSize: [37, 120] }])).toEqual([
      [{ listSize: "37-119" }, 1],
      [{ listSize: "120+" }, 1],
    ]);
  });

  test("by quantile of the total before", () => {
    expect(keys([{ baselineQuantile: 2 }])).toEqual([
      [{ baselineQuantile: "1/2" }, 1],
      [{ baselineQuantile: "2/2" }, 1],
    ]);
  });

  test("by a key of the caller's, in order or by id, and several together", () => {
    expect(keys([{ key: "departement", values: ["75", "75"] }, "sector"])).toEqual([
      [{ departement: "75", sector: "1" }, 2],
    ]);
    expect(keys([{ key: "departement", values: { A: "2A", B: "01" } }])).toEqual([
      [{ departement: "01" }, 1],
      [{ departement: "2A" }, 1],
    ]);
  });
});

table<Partial<CompareOptions>, readonly [string, string]>(
  "options that are refused",
  [
    ["no b", { b: undefined as never }, ["INPUT_INVALID", "options.b"]],
    ["a b that is a number", { b: 5 as never }, ["INPUT_INVALID", "options.b"]],
    ["an unknown key", { with: "x" } as never, ["KEY_UNKNOWN", "options.with"]],
    ["an unknown key of b", { b: { patches: {} } as never }, ["KEY_UNKNOWN", "options.b.patches"]],
    ["an unknown schedule", { a: "fr.fmt.2025" as never }, ["SCHEDULE_UNKNOWN", "schedule"]],
    ["no quantile", { quantiles: 0 }, ["INPUT_INVALID", "options.quantiles"]],
    ["half a quantile", { quantiles: 2.5 }, ["INPUT_INVALID", "options.quantiles"]],
    ["a group without a name", { by: ["age" as never] }, ["INPUT_INVALID", "options.by[0]"]],
    [
      "sizes that fall",
      { by: [{ listSize: [2, 1] }] },
      ["INPUT_INVALID", "options.by[0].listSize"],
    ],
    [
      "a key without a value",
      { by: [{ key: "departement", values: { A: "75" } }] },
      ["INPUT_INVALID", "options.by[0].values.B"],
    ],
    ["a weight below zero", { weights: [1, -1] }, ["COUNT_INVALID", "options.weights[1]"]],
    ["seven decimals", { weights: [1, 0.1234567] }, ["COUNT_INVALID", "options.weights[1]"]],
    ["a weight for some", { weights: { A: 1 } }, ["COUNT_INVALID", "options.weights.B"]],
    ["a weight too many", { weights: [1, 1, 1] }, ["INPUT_INVALID", "options.weights"]],
    [
      "a weight for nobody",
      { weights: { A: 1, B: 1, C: 1 } },
      ["PHYSICIAN_UNKNOWN", "options.weights"],
    ],
    ["a year in words", { year: "2026" as never }, ["YEAR_INVALID", "year"]],
    ["a move that is no choice", { move: 1 as never }, ["INPUT_INVALID", "options.move"]],
  ],
  (edits) => {
    const { code, path } = refused(() => compare(reform, edits));
    return [code, path];
  },
);

test("panels of nobody's are refused", () => {
  expect(refused(() => compare(reform, {}, { ...two } as Panels)).code).toBe("INPUT_INVALID");
});

/** With ordinary spaces. */
const plain = (text = ""): string => text.replaceAll("\u00a0", " ");

test("values, cases and components have names, and values their words", () => {
  const { labels, parameters, parts } = compare({
    ...reform,
    readings: { "zone-and-age": "highest" },
  });
  expect(plain(labels["base"]?.fr)).toBe("Socle");
  expect(labels["prevention"]?.en).toBe("Prevention, indicators validated in 2026");
  expect(
    parameters.map(({ label, aText, bText }) => [label, aText, bText].map((one) => plain(one?.fr))),
  ).toEqual([
    ["Socle, 75 à 79 ans, sans ALD", "15,00 €", "12,34 €"],
    ["Majoration C2S", "10,00 €", "15,00 €"],
    ["Majorations ensemble", "elles s'ajoutent", "la plus élevée seule"],
    ["Majoration de zone, ZIP ou QPV", "10 %", "12,5 %"],
  ]);
  expect(parts.values.map(({ label }) => plain(label.fr))).toEqual([
    "Les majorations de zone et de 67 ans se cumulent-elles ? Non, la plus élevée seule",
    "Majoration C2S",
    "Socle, 75 à 79 ans, sans ALD",
    "Majoration de zone, ZIP ou QPV",
  ]);
  const { cases } = compare("fr.fmt.2026", { a: "fr.fpmt.2024" }).parts;
  expect(cases.slice(1, 5).map(({ label }) => label.en)).toEqual([
    "Base amount, 7 to 79 years, no ALD → Base amount, 7 to 74 years, no ALD",
    "Base amount, 7 to 79 years, no ALD → Base amount, 75 to 79 years, no ALD",
    "Base amount, ALD, 80 years and over",
    "— → C2S supplement",
  ]);
});

test("a comparison is laid out in both languages and three ways", () => {
  const result = compare(reform, { by: ["zone"] });
  const [fr, en] = (["fr", "en"] as const).map((locale) =>
    formatScheduleComparison(result, { locale }),
  );
  expect(fr).toContain("Qui gagne, qui perd");
  expect(fr).toContain("ni les patients ni les médecins ne changent de comportement");
  expect(en).toMatch(/Zone uplift, ZIP or QPV +\+€62\.50\n +zone\.year-3\+\.rate\n/);
  expect(plain(fr)).toMatch(
    /Majoration C2S +10,00 € +15,00 € +valeur de l'utilisateur\n +c2s\.amount\n/,
  );
  expect(formatScheduleComparison(result, { as: "html" })).toContain("<table");
  expect(formatScheduleComparison(result, { as: "markdown" })).toContain("| Socle |");
  expect(refused(() => formatScheduleComparison({} as never)).path).toBe("comparison");
});
