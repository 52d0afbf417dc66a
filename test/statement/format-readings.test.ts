import { describe, expect, test } from "vitest";
import {
  computePanelReadings,
  computeReadings,
  formatReadings,
  panelsFromCounts,
} from "../../src/index.ts";

/** What open questions are worth, for a reader. */

/** A patient of 40 on the C2S who was not seen: 5 + 10, or 5 alone. */
const list = { patients: [{ age: 40, ald: false, c2s: true, seen: false }] };
const prices = computeReadings(list, { year: 2026 });
const plain = (text: string): string => text.normalize("NFKC");

test("the total, the least and the most, with the answers that make them", () => {
  const lines = plain(formatReadings(prices)).split("\n");
  expect(lines[0]).toBe(
    "Ce que valent les questions que le texte laisse ouvertes · estimation non officielle",
  );
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}Total \(non officiel\) +15,00 €$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}Le moins +5,00 €$/));
  expect(lines).toContain("    Un patient non vu garde-t-il les 10 € de la C2S ? non");
});

test("each answer with its difference on the year and on the instalments", () => {
  const lines = plain(formatReadings(prices, { locale: "en" })).split("\n");
  const at = lines.indexOf("Does a patient not seen keep the 10 EUR of the C2S?");
  expect(lines.slice(at + 2, at + 5)).toEqual([
    expect.stringMatching(/^ {2}yes \(interpretation used\) +—$/),
    expect.stringMatching(/^ {2}no +−€10\.00$/),
    "    −€2.50 in April 2026, June 2026, September 2026, November 2026",
  ]);
});

test("what moves nothing and what the list cannot answer stand apart", () => {
  const [head, tail] = plain(formatReadings(prices)).split(
    "\nQuestions que la liste ne permet pas de chiffrer\n",
  ) as [string, string];
  expect(head).not.toContain("Les majorations de zone et de 67 ans se cumulent-elles ?");
  expect(tail).toContain("À quelle date s'apprécie la zone du cabinet ? « au 1er janvier 2026 » :");
  expect(tail).toContain("\nQuestions sans effet sur cette liste\n");
  expect(tail).toContain("  - Les majorations de zone et de 67 ans se cumulent-elles ?");
  expect(tail).toContain("Ce calcul n'émane pas de l'Assurance Maladie");
});

describe("of counts", () => {
  const panels = panelsFromCounts([{ age: "80+", ald: true, c2s: false, seen: false, n: 20 }], {
    year: 2026,
  });
  const counted = computePanelReadings(panels, { year: 2026 });

  test("20 patients in ALD who keep 100 EUR and not 5", () => {
    expect(plain(formatReadings(counted, { as: "markdown" }))).toMatch(
      /\| non, il garde son montant<br>\+475,00 € en avril .* \| \+1 900,00 € \|/,
    );
  });

  test("as a page, whose title is its first heading", () => {
    const page = formatReadings(counted, { as: "page" });
    expect([...page.matchAll(/<h(\d)>/g)].slice(0, 2).map(([, level]) => level)).toEqual([
      "1",
      "2",
    ]);
    expect(page).toContain('<html lang="fr">');
  });
});

test("refuses what is no prices", () => {
  expect(() => formatReadings({} as never)).toThrow(/INPUT_INVALID.*prices/s);
  expect(() => formatReadings(prices, { as: "pdf" as never })).toThrow(/INPUT_INVALID/);
});
