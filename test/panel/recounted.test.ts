import { describe, expect, test } from "vitest";
import { bounds, computePanels, panelsFromColumns, projectPanels } from "../../src/index.ts";
import { countsOf } from "../../src/panel/panels.ts";

const year = 2026;
const MILLION = 1_000_000;

/** Two adults of each of two physicians, and the indicators of each adult. */
const columns = {
  physicianId: ["a", "a", "b", "b"],
  age: [40, 40, 40, 40],
  ald: [0, 0, 0, 0],
  c2s: [0, 0, 0, 0],
};
const [flu, hpv] = [
  [1, 1, 0, 0],
  [1, 0, 1, 1],
];

describe("panels whose actions are told by indicator", () => {
  test("a year later, when half of the patients have left, half of the actions are left", () => {
    const panels = panelsFromColumns({ ...columns, prevention: { flu, hpv } }, { year });
    const later = projectPanels(panels, { to: 2027, exits: { "0-129": "50%" } });
    expect([...later.patients]).toEqual([1, 1]);
    const [fluOfA, hpvOfA, fluOfB, hpvOfB] = countsOf(later).tallies.validated;
    expect([fluOfA, hpvOfA]).toEqual([MILLION, MILLION / 2]);
    expect([fluOfB, hpvOfB]).toEqual([0, MILLION]);
    expect([...computePanels(later, { year: 2027 }).totalCents]).toEqual([
      (5 + 1.5 * 5) * 100,
      (5 + 5) * 100,
    ]);
    const twice = projectPanels(later, { to: 2028, exits: { "0-129": "50%" } });
    expect([...computePanels(twice, { year: 2028 }).totalCents]).toEqual([
      (2.5 + 0.75 * 5) * 100,
      (2.5 + 2.5) * 100,
    ]);
  });

  test("of half of the patients any indicator may be unknown, or the C2S", () => {
    const panels = panelsFromColumns({ ...columns, prevention: { hpv } }, { year });
    const counted = 4 * 5 + 3 * 5;
    const ofUnknown = (unknown: object): unknown =>
      bounds(panels, { year, unknown }).bounds.map(({ low, proportional, high }) =>
        [low, proportional, high].map(Number),
      );
    expect(ofUnknown({ prevention: "50%" })).toEqual([
      [counted, counted + 3 * 5, counted + 2 * 15 * 5],
    ]);
    expect(ofUnknown({ c2s: "50%" })).toEqual([[counted, counted, counted + 2 * 10]]);
  });
});
