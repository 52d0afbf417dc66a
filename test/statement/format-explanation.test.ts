import { expect, test } from "vitest";
import {
  explainPatient,
  formatExplanation,
  type ComputeOptions,
  type Explanation,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

/** What a patient brings, laid out for a reader. */

const patients = [
  { id: "p", birthDate: "1943-05-02", ald: true, c2s: true, seen: true, prevention: ["flu"] },
];
const physician = { id: "A", zone: "ZIP", firstInstallation: "2010-01-01", age: 50 } as const;
const explained = (options: Partial<ComputeOptions> = {}): Explanation =>
  explainPatient({ physician, patients, id: "p" }, { year: 2026, ...options });

/** With ordinary spaces. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("as text: who, each amount and how it is made, what is not due, what is open, the sources", () => {
  const text = plain(formatExplanation(explained()));
  expect(text.split("\n").slice(0, 2)).toEqual([
    "Patient p · Médecin A · Forfait médecin traitant (FMT) 2026 · estimation non officielle",
    "82 ans au 31/12/2025 (naissance : 02/05/1943), ALD, C2S, vu",
  ]);
  // 100 + 10 + 5, and 10 % of the 100 of the base
  expect(text).toMatch(/Socle : ALD, 80 ans et plus +100,00 € +source officielle \[1\]\n/);
  expect(text).toMatch(/Majoration C2S +10,00 € /);
  expect(text).toMatch(
    /Majoration de zone : ZIP ou QPV +10,00 € +source non officielle .*\n +soit 10 % de ses 100,00 €\n/,
  );
  expect(text).toMatch(/Total \(non officiel\) +125,00 €\n/);
  expect(text).toContain(
    "Ce qui n'est pas dû pour ce patient\n  - Majoration « médecin de 67 ans et plus » : rien",
  );
  expect(text).toContain("  - Un patient en ALD non vu n'ouvre-t-il droit qu'à 5 € ? Oui.");
  expect(text).toMatch(/\nSources\n {2}- \[1\] La valorisation du rôle/);
  expect(text.trimEnd().endsWith("ne dit pas ce qu'une caisse versera.")).toBe(true);
});

test("numbers of sources lead from lines to the list, and back", () => {
  const text = formatExplanation(explained());
  const [lines, list] = text.split("\nSources\n") as [string, string];
  const numbers = (part: string): Set<string> => new Set(part.match(/\[\d+\]/g));
  expect([...numbers(lines)].sort()).toEqual([...numbers(list)].sort());
});

test("as a page, and as a fragment whose sources are links", () => {
  const page = formatExplanation(explained(), { as: "page", locale: "en" });
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain("<h1>Patient p · Physician A · Named-doctor capitation (FMT) 2026");
  expect(page).toContain("<small>that is 10% of their €100.00</small>");
  const fragment = formatExplanation(explained(), { as: "html" });
  expect(fragment).toMatch(/^<section class="forfait-mt" lang="fr">/);
  expect(fragment).toMatch(/<li>\[1\] [^<]+ <a href="(https:[^"]+)">\1<\/a><\/li>/);
});

test("as Markdown", () => {
  const text = formatExplanation(explained(), { as: "markdown", locale: "en" });
  expect(text).toContain("| C2S supplement | €10.00 | official source");
  expect(text).toMatch(/- \\\[1\\\] .* <https:[^>]+>\n/);
});

test("a simulation says so first, and has the value of the user", () => {
  const text = plain(formatExplanation(explained({ patch: { "c2s.amount": "12" } })));
  expect(text).toMatch(
    /^SIMULATION : Majoration C2S : 10,00 € → 12,00 € \(c2s\.amount\)\n\nPatient p/,
  );
  expect(text).toMatch(/Majoration C2S +12,00 € +valeur de l'utilisateur\n/);
});

test("a stored explanation is laid out alike", () => {
  const stored = JSON.parse(JSON.stringify(explained())) as Explanation;
  expect(formatExplanation(stored)).toBe(formatExplanation(explained()));
});

test.each([
  ["what is none", () => formatExplanation({} as never), "explanation"],
  ["another layout", () => formatExplanation(explained(), { as: "pdf" as never }), "as"],
  [
    "an unknown option",
    () => formatExplanation(explained(), { lang: "fr" } as never),
    "options.lang",
  ],
] as const)("%s is refused", (_, call, path) => {
  expect(refused(call).path).toBe(path);
});

test("the sources of a line are in the order in which they are listed", () => {
  const cited = [...formatExplanation(explained()).matchAll(/(?:\[\d+\]){2,}/g)];
  expect(cited.length).toBeGreaterThan(0);
  for (const [all] of cited) {
    const numbers = all.match(/\d+/g)?.map(Number) ?? [];
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  }
});
