import { expect, test } from "vitest";
import { bounds, panelsFromCounts, sensitivity, solveFor } from "../../src/index.ts";

/** Results draw themselves in notebooks, in euros. */

const table = [{ age: "7-74", ald: false, c2s: true, n: 30, prevention: 10 }];
const panels = panelsFromCounts(table, { year: 2026 });

function shown(result: object): Record<"text/html" | "text/markdown" | "text/plain", string> {
  const draw = Reflect.get(result, Symbol.for("Jupyter.display")) as () => never;
  return draw();
}

/** With ordinary spaces. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test("a sweep", () => {
  // 30 * (5 + 10) + 10 * 5, then 2 EUR more for the C2S of each
  const result = sensitivity(panels, { year: 2026, vary: { "c2s.amount": ["12"] } });
  const text = plain(shown(result)["text/plain"]);
  expect(text).toMatch(/Majoration C2S \(c2s\.amount\) +total +écart/);
  expect(text).toMatch(/10,00 € +500,00 €\n +sans changement/);
  expect(text).toMatch(/12,00 € +560,00 € +\+60,00 €/);
  expect(shown(result)["text/html"]).toContain("<table");
});

test("a sweep of each value alone, which names it in each row", () => {
  const text = plain(shown(sensitivity(panels, { year: 2026 }))["text/plain"]);
  expect(text).toMatch(/sans changement +500,00 €\n/);
  // 30 patients, a euro more each
  expect(text).toMatch(/Majoration C2S \(c2s\.amount\) : 11,00 € +530,00 € +\+30,00 €/);
  expect(text).toMatch(/Majoration de zone, ZIP ou QPV \(zone\.year-3\+\.rate\) : 11 % /);
});

test("a solution, and why there is none", () => {
  const target = { change: "100" };
  const result = solveFor(panels, { year: 2026, path: "c2s.amount", target });
  const text = plain(shown(result)["text/plain"]);
  // 30 * 3.33 = 99.90 and 30 * 3.34 = 100.20
  expect(text).toMatch(/cible +600,00 €/);
  expect(text).toMatch(/Majoration C2S \(c2s\.amount\) : 13,33 € +599,90 € +−0,10 €/);
  expect(text).toMatch(/Majoration C2S \(c2s\.amount\) : 13,34 € +600,20 € +\+0,20 €/);
  const flat = solveFor(panels, { year: 2026, path: "base.ald-80+.amount", target });
  expect(shown(flat)["text/plain"]).toContain("elle n'est payée pour personne");
});

test("bounds, with what is supposed", () => {
  const result = bounds(panels, { year: 2026, unknown: { prevention: "50%" } });
  const text = plain(shown(result)["text/plain"]);
  // at least as counted; 10 more in proportion; 15 indicators for each of 15 patients
  expect(text).toMatch(/prévention +500,00 € +550,00 € +1 625,00 €/);
  expect(text).toContain(plain(result.bounds[0]?.assumption.fr as string).slice(0, 30));
});
