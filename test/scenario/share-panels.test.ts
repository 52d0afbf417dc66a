import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computePanels,
  computePatient,
  computeShared,
  panelsFromCounts,
  sharePanels,
  type CountRow,
  type Panels,
  type Patient,
  type SharedFacts,
  type SharedPanel,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";
import { times } from "../support/runs.ts";
import { attack, type PublishedEuros } from "./attack.ts";

const year = 2026;
const BANDS = ["0-6", "7-74", "75-79", "80+"];
const CELLS = BANDS.flatMap((age) =>
  [false, true].flatMap((ald) => [false, true].map((c2s) => ({ age, ald, c2s }))),
);
const panelsOf = (counts: readonly number[]): Panels =>
  panelsFromCounts(
    CELLS.map((cell, i): CountRow => ({ ...cell, n: counts[i] as number })).filter(
      ({ n }) => n !== 0,
    ),
    { year },
  );
const keyOf = ({ age, ald, c2s }: SharedFacts): string => [age, ald, c2s].join();
const truth = (counts: readonly number[], facts: SharedFacts): number =>
  counts[CELLS.findIndex((cell) => keyOf(cell) === keyOf(facts))] as number;

/** Mostly small numbers, as real lists have them, and some that are large. */
const someone = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
);
const lists = fc
  .array(someone, { minLength: CELLS.length, maxLength: CELLS.length })
  .filter((counts) => counts.reduce((a, b) => a + b, 0) >= 30);

describe("of any list", () => {
  const check = (property: (counts: number[], shared: SharedPanel) => void): void =>
    fc.assert(
      fc.property(lists, (counts) => property(counts, sharePanels(panelsOf(counts), { year }))),
      times(20),
    );

  test("every number is 0 or at least the threshold, and each cell is there once", () => {
    check((_, { cells, threshold }) => {
      expect(threshold).toBe(11);
      for (const { n } of cells) expect(n === 0 || n >= 11).toBe(true);
      const all = cells.flatMap(({ of }) => of.map(keyOf));
      expect([...all].sort()).toEqual(CELLS.map(keyOf).sort());
    });
  });

  test("numbers are true, and sum to the list", () => {
    check((counts, { cells, patients }) => {
      for (const { of, n } of cells)
        expect(n).toBe(of.reduce((sum, facts) => sum + truth(counts, facts), 0));
      expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(patients);
    });
  });

  test("a hidden cell is not 0, and no row says that it is", () => {
    check((counts, shared) => {
      for (const { of } of shared.cells.filter((one) => one.of.length > 1))
        for (const facts of of) expect(truth(counts, facts)).toBeGreaterThan(0);
      const rows = sharePanels(panelsOf(counts), { year }).rows();
      expect(rows.filter(({ n }) => n === 0).length).toBe(counts.filter((n) => n === 0).length);
      for (const { n, group, groupN } of rows)
        expect([n === null, group === null, groupN === null]).toEqual(
          n === null ? [true, false, false] : [false, true, true],
        );
    });
  });

  test("nobody can solve for a hidden cell, nor know that it is small, by numbers, sums or euros", () => {
    check((counts, shared) => {
      const published = ["base", "c2s", "total"].map((component) => publishedOf(shared, component));
      const { hidden } = attack(shared.cells, published);
      const hiding = shared.cells.filter(({ of }) => of.length > 1).flatMap(({ of }) => of);
      expect(hidden).toHaveLength(hiding.length);
      for (const [i, { low, high }] of hidden.entries()) {
        const real = truth(counts, hiding[i] as SharedFacts);
        expect(low <= real && real <= high, "the attack holds the truth").toBe(true);
        expect(high).toBeGreaterThan(low);
        expect(high).toBeGreaterThanOrEqual(11);
      }
    });
  });

  test("pricing gives a range that holds the true amounts", () => {
    check((counts, shared) => {
      const panels = panelsOf(counts);
      const { sums } = computePanels(panels, { year });
      const price = computeShared(shared, { year });
      for (const [component, { low, high }] of Object.entries(price.components)) {
        const cents = sums.componentCents[component] as number;
        expect(Number(low) * 100 <= cents + 0.001 && cents <= Number(high) * 100 + 0.001).toBe(
          true,
        );
      }
      const { low, high } = price.total;
      expect(Number(low) * 100 <= sums.totalCents + 0.001).toBe(true);
      expect(sums.totalCents <= Number(high) * 100 + 0.001).toBe(true);
    });
  });
});

/** The range that `computeShared` publishes, with what each cell brings: both are public. */
function publishedOf(shared: SharedPanel, component: string): PublishedEuros {
  const { components, total } = computeShared(shared, { year });
  const range = component === "total" ? total : components[component];
  return {
    low: Math.round(Number(range?.low) * 100),
    high: Math.round(Number(range?.high) * 100),
    unit: shared.cells.map(({ of }) => of.map((facts) => centsOf(facts, component))),
  };
}

function centsOf({ age, ...facts }: SharedFacts, component: string): number {
  const patient: Patient = { ...facts, age: Number.parseInt(age, 10) };
  const { components, total } = computePatient({ patient }, { year });
  return Math.round(Number(component === "total" ? total : components[component]) * 100);
}

describe("the attack is one", () => {
  const two = [
    {
      of: [
        { age: "7-74", ald: false, c2s: false },
        { age: "7-74", ald: false, c2s: true },
      ],
      n: 12,
    },
  ];

  test("it finds a cell of a group that is too small", () => {
    expect(attack([{ of: two[0]?.of ?? [], n: 2 }]).hidden).toEqual([
      { low: 1, high: 1 },
      { low: 1, high: 1 },
    ]);
    expect(attack(two).hidden).toEqual([
      { low: 1, high: 11 },
      { low: 1, high: 11 },
    ]);
  });

  test("with the exact euros of the C2S it would find it: they are in no shared panel", () => {
    const exact = { low: 4000, high: 4000, unit: [[0, 1000]] };
    expect(attack(two, [exact]).hidden[1]).toEqual({ low: 4, high: 4 });
    const shared = sharePanels(
      panelsFromCounts([{ ...CELLS[4], n: 196 } as CountRow, { ...CELLS[5], n: 4 } as CountRow], {
        year,
      }),
      { year },
    );
    expect(JSON.stringify(shared)).not.toMatch(/cents|euros|amount|total/i);
  });
});

test("cells are merged along C2S first, then ages two by two; ALD is left", () => {
  const counts = CELLS.map(() => 0);
  const put = (age: string, ald: boolean, c2s: boolean, n: number): void => {
    counts[CELLS.findIndex((cell) => keyOf(cell) === keyOf({ age, ald, c2s }))] = n;
  };
  put("7-74", false, false, 600);
  put("7-74", false, true, 80);
  put("75-79", false, false, 30);
  put("75-79", false, true, 3); // with the 30 without the C2S
  put("7-74", true, false, 90);
  put("75-79", true, false, 5); // alone at its age: with those of 80 and over
  put("80+", true, false, 40);
  const { cells } = sharePanels(panelsOf(counts), { year });
  expect(cells.filter(({ n }) => n > 0).map(({ of, n }) => [of.map(keyOf).join(" + "), n])).toEqual(
    [
      ["7-74,false,false", 600],
      ["7-74,false,true", 80],
      ["7-74,true,false", 90],
      ["75-79,false,false + 75-79,false,true", 33],
      ["75-79,true,false + 80+,true,false", 45],
    ],
  );
});

test("a margin of the C2S does not tell who has it: such a table is not shared", () => {
  const table = [
    { age: "7-74", ald: false, n: 300 },
    { c2s: true, n: 40 },
  ];
  const panels = panelsFromCounts(table, { year });
  expect(refused(() => sharePanels(panels, { year })).code).toBe("MARGIN_CROSSED");
});

test("weighted counts do not tell how many patients they hide: they are not shared", () => {
  const table = [{ age: "7-74", ald: false, c2s: false, n: 300.5 }];
  const panels = panelsFromCounts(table, { year });
  expect(refused(() => sharePanels(panels, { year })).code).toBe("COUNT_INVALID");
});

test("what remains hides with a partner", () => {
  const counts = CELLS.map(() => 0);
  counts[4] = 300; // 7-74, neither
  counts[14] = 4; // 80+, ALD: the only one in ALD
  const { cells } = sharePanels(panelsOf(counts), { year });
  expect(cells.filter(({ n }) => n > 0).map(({ of, n }) => [of.length, n])).toEqual([[2, 304]]);
});

test("a panel has its day, and neither an id, a zone nor a date of anybody", () => {
  const panels = panelsFromCounts(
    [{ physicianId: "DR-MARTIN-10003", zone: "ZIP", age: "7-74", ald: false, c2s: false, n: 40 }],
    { year },
  );
  const text = JSON.stringify(sharePanels(panels, { year }));
  expect(text).toContain('"referenceDate":"2025-12-31"');
  expect(text).not.toMatch(/MARTIN|10003|ZIP|physician/i);
});

describe("prevention", () => {
  const share = (prevention: Record<string, number>): SharedPanel["prevention"] =>
    sharePanels(
      panelsFromCounts([{ age: "7-74", ald: false, c2s: false, n: 400 }], { year, prevention }),
      { year },
    ).prevention;

  test("small numbers of validations are told together, none as 0", () => {
    expect(share({ flu: 120, breast: 3, hpv: 0 })).toEqual([
      { of: ["breast", "flu"], n: 123 },
      { of: ["hpv"], n: 0 },
    ]);
    expect(share({ flu: 4 })).toEqual([{ of: ["flu"], n: null }]);
  });

  test("is priced in a range: 123 indicators of 5 EUR; 1 to 10 where all are hidden", () => {
    const priced = (prevention: Record<string, number>): unknown =>
      computeShared(
        sharePanels(
          panelsFromCounts([{ age: "7-74", ald: false, c2s: false, n: 400 }], { year, prevention }),
          { year },
        ),
        { year },
      ).components["prevention"];
    expect(priced({ flu: 120, breast: 3 })).toEqual({ low: "615.00", high: "615.00" });
    expect(priced({ flu: 4 })).toEqual({ low: "5.00", high: "50.00" });
  });
});

describe("pricing", () => {
  const table: CountRow[] = [
    { age: "7-74", ald: false, c2s: false, n: 196 },
    { age: "7-74", ald: false, c2s: true, n: 4 },
    { age: "80+", ald: true, c2s: false, n: 20 },
  ];
  const shared = sharePanels(panelsFromCounts(table, { year }), { year });

  test("of JSON is that of the panel, with the uplift of a physician whom it does not name", () => {
    const parsed = JSON.parse(JSON.stringify(shared)) as SharedPanel;
    expect(computeShared(parsed, { year })).toEqual(computeShared(shared, { year }));
    // 200 * 5 + 20 * 100 = 3000; 10 % of it in a ZIP; C2S 1 to 199.
    expect(computeShared(shared, { year, physician: { zone: "ZIP" } })).toMatchObject({
      components: {
        base: { low: "3000.00", high: "3000.00" },
        zone: { low: "300.00", high: "300.00" },
      },
      total: { low: "3310.00", high: "5290.00" },
    });
  });

  test("under another schedule holds its true amount, also where its ages are cut otherwise", () => {
    const patch = { "base.7-74.when.age": "7-69", "base.75-79.when.age": "70-79" };
    const { base } = computeShared(shared, { year, patch }).components as { base: unknown };
    expect(base).toEqual({ low: "3000.00", high: `${200 * 15 + 2000}.00` });
    expect(computeShared(shared, { year, schedule: "fr.proposal.2024-02-08" }).total.low).toBe(
      `${200 * 5 + 20 * 70 + 5}.00`,
    );
  });

  test.each([
    ["another day", { year: 2027 }, "REFERENCE_DAY_DIFFERS"],
    ["a rate by share", { year: 2025, schedule: "fr.fpmt.2024" as const }, "INPUT_INVALID"],
    ["points", { year, schedule: "fr.donum.2026" as const }, "INPUT_INVALID"],
    ["a misspelt key", { year, physicians: [] } as never, "KEY_UNKNOWN"],
  ])("refuses %s", (_, options, code) => {
    expect(refused(() => computeShared(shared, options)).code).toBe(code);
  });

  test("refuses what is no shared panel", () => {
    for (const other of [null, 3, {}, { ...shared, cells: [{ of: [], n: 12 }] }])
      expect(refused(() => computeShared(other as never, { year })).code).toBe("INPUT_INVALID");
  });
});

test.each([
  [
    "fewer patients than the threshold",
    [{ age: "80+", ald: true, c2s: false, n: 10 }],
    {},
    "PANEL_TOO_SMALL",
  ],
  [
    "a threshold of one",
    [{ age: "80+", ald: true, c2s: false, n: 90 }],
    { threshold: 1 },
    "INPUT_INVALID",
  ],
  [
    "a misspelt key",
    [{ age: "80+", ald: true, c2s: false, n: 90 }],
    { treshold: 5 },
    "KEY_UNKNOWN",
  ],
])("refuses %s", (_, table, options, code) => {
  expect(
    refused(() => sharePanels(panelsFromCounts(table, { year }), { year, ...options })).code,
  ).toBe(code);
});
