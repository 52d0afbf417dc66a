import { expect, test } from "vitest";
import {
  explainPatient,
  formatExplanation,
  loadSchedule,
  type ComputeOptions,
  type Explanation,
} from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { villageWith } from "../support/village.ts";

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

/** Half of the patients are on the C2S, which counts as 25 %: (25 % - 7 %) / 2 is 9 %. */
const ofTheVillage = (id: string, patch?: ComputeOptions["patch"]): Explanation => {
  const { sources } = villageWith() as { readonly sources: object };
  const town = { status: "secondary", checked: "2026-02-01", title: "Ville & cie" };
  const url = "https://example.org/a?b&c";
  const schedule = loadSchedule(
    villageWith({
      "amounts.care.source": ["TOWN", "COUNCIL"],
      sources: { ...sources, TOWN: { ...town, url } },
    }),
  );
  const patients = [
    { id: "p", age: 40, ald: false, c2s: true, prevention: ["flu"] },
    { id: "q", age: 50, ald: true, c2s: false },
  ];
  return explainPatient({ patients, id }, { year: 2026, schedule, ...(patch && { patch }) });
};

test("a whole fragment: 20, 5 of the user, 3 for flu and 9 % of 20", () => {
  const html = formatExplanation(ofTheVillage("p", { "c2s.amount": "5" }), {
    as: "html",
    locale: "en",
  });
  expect(html)
    .toBe(`<section class="forfait-mt" lang="en"><p><strong>SIMULATION: C2S: €4.00 → €5.00 (c2s.amount)</strong></p>
<h3>Patient p · Village forfait 2026 · unofficial estimate</h3>
<p class="whose">40 years old on 2025-12-31, no ALD, C2S, last visit not given</p>
<h4>What this patient brings</h4>
<table class="sheet wide" aria-label="What this patient brings">
<thead><tr><th scope="col">Line</th><th scope="col" class="figure">Amount</th><th scope="col">Source</th></tr></thead>
<tbody>
<tr><th scope="row">Base: adult</th><td class="figure" data-head="Amount">€20.00</td><td class="word" data-head="Source">official source [1]</td></tr>
<tr><th scope="row">C2S</th><td class="figure" data-head="Amount">€5.00</td><td class="word" data-head="Source">user&#39;s own value</td></tr>
<tr><th scope="row">Care: flu</th><td class="figure" data-head="Amount">€3.00</td><td class="word" data-head="Source">official source [1][2]</td></tr>
<tr><th scope="row">Share: any<br><small>that is 9% of their €20.00</small></th><td class="figure" data-head="Amount">€1.80</td><td class="word" data-head="Source">official source [1]</td></tr>
<tr class="sum"><th scope="row">Total (unofficial)</th><td class="figure" data-head="Amount">€29.80</td><td class="word" data-head="Source"></td></tr>
</tbody>
</table>
<h4>What is not due for this patient</h4>
<ul>
<li>Zone: nothing (only if zone of the practice: ZIP)</li>
</ul>
<h4>What the text leaves open, and the interpretation used</h4>
<ul>
<li>What does the uplift bear on? The base.</li>
</ul>
<h4>Sources</h4>
<ul>
<li>[1] Registre des délibérations (official source, read on 2026-01-15)</li>
<li>[2] Ville &amp; cie (unofficial source, read on 2026-02-01) <a href="https://example.org/a?b&amp;c">https://example.org/a?b&amp;c</a></li>
</ul>
<p>This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay.</p>
</section>
`);
});

test("sources that only the lines of other patients cite are left out: 50, and 9 % of 50", () => {
  const { total, lines, sources } = ofTheVillage("q");
  expect(lines.map(({ amount }) => amount)).toEqual(["50.00", "4.50"]);
  expect(lines.map((line) => "how" in line)).toEqual([false, true]);
  expect(total).toBe("54.50");
  expect(Object.keys(sources)).toEqual(["COUNCIL"]);
});

test.each([
  [{}, "{}"],
  [null, "null"],
  [undefined, "undefined"],
])("what is no explanation is refused: %j", (none, found) => {
  expect(refused(() => formatExplanation(none as never))).toEqual(
    why(
      "INPUT_INVALID",
      "explanation",
      found,
      "une explication, comme la rend explainPatient",
      "an explanation, as explainPatient returns it",
    ),
  );
});

test.each([
  ["what is one in part", () => formatExplanation({ notPaid: [] } as never), "explanation"],
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
