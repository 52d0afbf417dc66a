import { describe, expect, test } from "vitest";
import { OLDEST } from "../../src/facts.ts";
import { C2S, cellOf, CELLS, factsOf, SEEN, younger } from "../../src/list/cell.ts";
import { countPanel, moved } from "../../src/panel/panel.ts";

const cell = (age: number, c2s: (typeof C2S)[number] = "none"): number =>
  cellOf(age, true, C2S.indexOf(c2s), SEEN.indexOf("year-before"));

describe("a cell", () => {
  test("is a number of its own for each combination of facts, and gives them back", () => {
    const cells = new Set<number>();
    for (let age = 0; age <= OLDEST; age += 1)
      for (const ald of [false, true])
        for (const [i, c2s] of C2S.entries())
          for (const [j, seen] of SEEN.entries()) {
            const one = cellOf(age, ald, i, j);
            cells.add(one);
            expect(factsOf(one)).toEqual({ age, ald, c2s, seen });
          }
    expect(cells.size).toBe(130 * 2 * 4 * 6);
    expect([Math.min(...cells), Math.max(...cells), CELLS]).toEqual([
      0,
      CELLS - 1,
      130 * 2 * 4 * 6,
    ]);
  });

  test("of a year before is the same but for the age", () => {
    expect(factsOf(younger(cell(80, "free"), 1) as number)).toEqual({
      age: 79,
      ald: true,
      c2s: "free",
      seen: "year-before",
    });
  });

  test("before birth is none", () => {
    expect([younger(cell(0), 1), younger(cell(1), 1), younger(cell(1), 2)]).toEqual([
      undefined,
      cell(0),
      undefined,
    ]);
  });

  test("past the oldest age is none", () => {
    expect([younger(cell(OLDEST), -1), younger(cell(OLDEST - 1), -1)]).toEqual([
      undefined,
      cell(OLDEST),
    ]);
  });

  test("may be the first of all, but not the one after the last", () => {
    const first = (age: number): number => cellOf(age, false, 0, 0);
    expect([younger(first(1), 1), younger(first(OLDEST), -1)]).toEqual([0, undefined]);
  });
});

describe("a panel", () => {
  const panel = countPanel(2025, {
    cells: [cell(80), cell(0), cell(80)],
    actions: [0, 0, 3],
    indicators: [["flu", "hpv"]],
  });

  test("counts patients, and actions by indicator or as a number", () => {
    expect(panel).toEqual({
      referenceYear: 2025,
      scale: 1,
      patients: 3,
      cells: [cell(80), cell(0), cell(80)],
      indicators: new Map([
        ["flu", 1],
        ["hpv", 1],
      ]),
      actions: 3,
    });
  });

  test("moved back leaves out who was not born", () => {
    expect(moved(panel, -1)).toEqual({
      ...panel,
      referenceYear: 2024,
      patients: 2,
      cells: [cell(79), cell(79)],
      counts: [1, 1],
    });
  });

  test("moved, of which each cell counts several patients, counts as many", () => {
    expect(moved({ ...panel, patients: 2 + 3 + 4, counts: [2, 3, 4] }, -1)).toEqual({
      ...panel,
      referenceYear: 2024,
      patients: 2 + 4,
      cells: [cell(79), cell(79)],
      counts: [2, 4],
    });
  });

  test("moved by no year is not copied", () => {
    expect(moved(panel, 0)).toBe(panel);
  });

  test("of nobody is empty", () => {
    expect(countPanel(2025, { cells: [], actions: [], indicators: [] })).toEqual({
      referenceYear: 2025,
      scale: 1,
      patients: 0,
      cells: [],
      indicators: new Map(),
      actions: 0,
    });
  });
});
