import { describe, expect, test } from "vitest";
import { computePanels, panelsFromCounts, type CountRow } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const options = { year: 2026 };
const totals = (table: readonly CountRow[], more: object = {}): readonly number[] => [
  ...computePanels(panelsFromCounts(table, { ...options, ...more }), options).totalCents,
];

describe("a margin of the C2S", () => {
  const ages: readonly CountRow[] = [
    { age: "7-74", ald: false, n: 800 },
    { age: "80+", ald: true, n: 47 },
  ];
  const base = 800 * 5 + 47 * 100;

  test("107 patients have it, whoever they are", () => {
    expect(totals([...ages, { c2s: true, n: 107 }])).toEqual([(base + 107 * 10) * 100]);
  });

  test("by kind, and up to every patient", () => {
    const margins = [
      { c2s: "free", n: 840 },
      { c2s: "contributory", n: 7 },
    ] as const;
    expect(totals([...ages, ...margins])).toEqual([(base + 847 * 10) * 100]);
    expect(refused(() => totals([...ages, ...margins, { c2s: true, n: 1 }]))).toMatchObject({
      code: "COUNT_INVALID",
    });
  });

  test("of one physician of two", () => {
    const ofEach = ["a", "b"].map((physicianId) => ({ physicianId, age: 40, ald: false, n: 10 }));
    expect(totals([...ofEach, { physicianId: "b", c2s: true, n: 4 }])).toEqual([
      10 * 5 * 100,
      (10 * 5 + 4 * 10) * 100,
    ]);
  });

  test("with actions of its own", () => {
    expect(totals([...ages, { c2s: true, n: 107, prevention: 7 }])).toEqual([
      (base + 107 * 10 + 7 * 5) * 100,
    ]);
  });

  test("of weighted patients, of whom some rows have whole numbers", () => {
    const weighted = ages.map((row, i) => ({ ...row, n: [1.5, 2][i] as number }));
    expect(totals([...weighted, { c2s: true, n: 2 }])).toEqual([
      (1.5 * 5 + 2 * 100 + 2 * 10) * 100,
    ]);
  });

  test("is refused where what is due depends on who they are", () => {
    const lost = { ...options, readings: { "not-seen-c2s": "lost" } };
    const rows: readonly CountRow[] = [
      { age: "7-74", ald: false, seen: true, n: 10 },
      { age: "7-74", ald: false, seen: false, n: 10 },
      { c2s: true, n: 5 },
    ];
    const panels = panelsFromCounts(rows, options);
    expect([...computePanels(panels, options).totalCents]).toEqual([
      (10 * 5 + 10 * 5 + 5 * 10) * 100,
    ]);
    for (const asked of [() => panelsFromCounts(rows, lost), () => computePanels(panels, lost)])
      expect(refused(asked)).toMatchObject({ code: "MARGIN_CROSSED", path: "table" });
  });

  test("the other rows leave the C2S to it, and it has no fact of theirs", () => {
    const margin = { c2s: true, n: 1 };
    expect(
      refused(() => totals([{ age: 40, ald: false, c2s: false, n: 2 }, margin])),
    ).toMatchObject({ code: "MARGIN_CROSSED", path: "table[0].c2s" });
    expect(
      refused(() =>
        totals([
          { age: 40, ald: false, n: 2 },
          { ...margin, seen: true },
        ]),
      ),
    ).toMatchObject({ code: "MARGIN_CROSSED", path: "table[1].seen" });
    expect(refused(() => totals([{ age: 40, ald: false, n: 2 }]))).toMatchObject({
      code: "C2S_MISSING",
      path: "table[0].c2s",
    });
  });
});

describe("what a table tells of physicians and prevention", () => {
  const healthy = { age: "7-74", ald: false, c2s: false } as const;

  test("one zone and one age: one physician", () => {
    const panels = panelsFromCounts(
      [{ ...healthy, zone: "ZIP", physicianAge: "67+", n: 100 }],
      options,
    );
    expect(panels.physicianIds).toEqual([null]);
    expect([...computePanels(panels, options).totalCents]).toEqual([(500 + 50 + 50) * 100]);
  });

  test("several: a group of each", () => {
    const panels = panelsFromCounts(
      [
        { ...healthy, zone: "ZIP", physicianAge: "67+", n: 100 },
        { ...healthy, zone: "none", physicianAge: "0-66", n: 10 },
        { ...healthy, zone: "none", physicianAge: "0-66", n: 10 },
      ],
      options,
    );
    expect(panels.physicianIds).toEqual(["ZIP 67+", "none 0-66"]);
    expect([...computePanels(panels, options).totalCents]).toEqual([60_000, 2 * 5000]);
  });

  test("several: those without a zone, or an age, are a group too", () => {
    const rows = [
      { zone: "ZIP", physicianAge: "67+", n: 100 },
      { zone: "ZIP", physicianAge: "0-66", n: 1 },
      { zone: "ZIP", n: 10 },
      ...["", null, undefined].map((zone) => ({ zone, n: 2 })),
    ].map((row) => ({ ...healthy, ...row }) as CountRow);
    expect(panelsFromCounts(rows, options).physicianIds).toEqual([
      "ZIP 67+",
      "ZIP 0-66",
      "ZIP",
      "-",
    ]);
    expect(totals(rows)).toEqual([60_000, 550, 5500, 6 * 500]);
  });

  test("several of one zone: each by their name, in figures or as text", () => {
    const rows = ["a", 1, "1"].map((physicianId): CountRow => ({
      ...healthy,
      physicianId,
      zone: "ZIP",
      n: 10,
    }));
    expect(panelsFromCounts(rows, options).physicianIds).toEqual(["a", "1"]);
    expect(totals(rows)).toEqual([5500, 2 * 5500]);
  });

  test("an age band of physicians that the schedule cuts is refused", () => {
    expect(refused(() => totals([{ ...healthy, physicianAge: "60-69", n: 1 }]))).toMatchObject({
      code: "BAND_STRADDLES",
    });
  });

  test("two zones of one physician, and zones told twice, are refused", () => {
    const one = { ...healthy, physicianId: "a", n: 1 } as const;
    expect(
      refused(() =>
        totals([
          { ...one, zone: "ZIP" },
          { ...one, zone: "QPV" },
        ]),
      ),
    ).toMatchObject({ code: "PHYSICIAN_CONTRADICTED" });
    expect(
      refused(() => totals([{ ...one, zone: "ZIP" }], { physicians: [{ id: "a" }] })),
    ).toMatchObject({ code: "INPUT_INVALID", path: "table[0]" });
  });

  test("prevention, by row or in a row of its own", () => {
    expect(totals([{ ...healthy, n: 10, prevention: 7 }])).toEqual([(50 + 35) * 100]);
    expect(totals([{ ...healthy, n: 10 }, { prevention: 7 }])).toEqual([(50 + 35) * 100]);
    expect(
      refused(() => totals([{ ...healthy, n: 10, prevention: 7 }], { prevention: 3 })),
    ).toMatchObject({ code: "INPUT_INVALID", path: "options.prevention" });
  });
});
