import { describe, expect, test } from "vitest";
import { formatStatement, getSchedule, type Statement } from "../../src/index.ts";
import { StatementSeries, type SeriesLayout } from "../../src/statement/format/series.ts";
import { manyLines } from "../support/many-lines.ts";

/** Whole documents, written by hand: a statement with every part, with few, and several in a row. */

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

const [line] = manyLines.lines as [Statement["lines"][0]];
const [ofLaw, ofUser]: Statement["lines"] = [
  { ...line, label: { fr: "Socle", en: "Base" } },
  {
    kind: "amount",
    component: "own",
    rule: "own.amount",
    label: { fr: "À moi", en: "Own" },
    quantity: 1,
    unitAmount: "5.00",
    amount: "5.00",
    status: "user",
    sources: [],
  },
];
const allCounted = { leftOut: 0, rejected: 0, reasons: { leftOut: {}, rejected: {} } };

/** 2 at 10.00 and 1 at 5.00; 20.00 of them is official: 80 %. */
const small: Statement = {
  ...manyLines,
  physicianId: "D 1",
  patients: 2,
  counts: { read: 2, computed: 2, ...allCounted },
  lines: [ofLaw as typeof line, ofUser as typeof line],
  total: "25.00",
  instalments: [{ due: "2026-04", amount: "25.00", components: { base: "20.00", own: "5.00" } }],
  assumptions: [],
  warnings: [],
  sources: { LAW: manyLines.sources["LAW"] as Statement["sources"][string] },
};
const empty: Statement = {
  ...small,
  physicianId: null,
  patients: 1,
  lines: [],
  total: "0.00",
  instalments: [],
  sources: {},
};

const HEAD =
  '<thead><tr><th scope="col">Line</th><th scope="col">Calculation</th><th scope="col">Amount</th><th scope="col">Source</th></tr></thead>';
const EN = { locale: "en", as: "html" } as const;

describe("as HTML", () => {
  test("two lines, of which one has no source", () => {
    expect(plain(formatStatement(small, EN)))
      .toBe(`<section class="forfait-mt" lang="en" aria-labelledby="mt-fr-village-D-201 mt-fr-village-D-201-whose">
<h3 id="mt-fr-village-D-201">Village forfait 2026 · unofficial estimate</h3>
<p class="whose" id="mt-fr-village-D-201-whose">Physician D 1 · 2 patients on 2025-12-31</p>
<p class="total">Total (unofficial) <strong>€25.00</strong></p>
<table class="payments">
<caption>Instalments and balance</caption>
<thead><tr><th scope="col">Due</th><th scope="col">Amount</th></tr></thead>
<tbody><tr><th scope="row">paid in April 2026</th><td class="figure">€25.00</td></tr></tbody>
</table>
<p class="trust">€20.00 of €25.00 (80%) rest on an official source.</p>
<table class="lines">
<caption>Village forfait 2026 · unofficial estimate · Physician D 1 · 2 patients on 2025-12-31</caption>
${HEAD}
<tbody>
<tr><th scope="row">Base</th><td class="figure">2 × €10.00</td><td class="figure">€20.00</td><td class="status">a <span class="from"><a href="#mt-fr-village-D-201-1">1</a></span></td></tr>
</tbody>
<tbody>
<tr><th scope="row">Own</th><td class="figure">1 × €5.00</td><td class="figure">€5.00</td><td class="status">d</td></tr>
</tbody>
<tfoot><tr><th scope="row">Total (unofficial)</th><td></td><td class="figure">€25.00</td><td></td></tr></tfoot>
</table>
<p class="legend"><span><b>a</b> official source</span> <span><b>d</b> user&#39;s own value</span></p>
<h4>What the text leaves open, and the interpretation used</h4>
<ul>
<li>The text leaves questions open, which may change this total: their effect is not priced here.</li>
</ul>
<details class="proof">
<summary>Sources</summary>
<ol>
<li id="mt-fr-village-D-201-1" value="1"><a href="https://example.org/loi">Loi</a> (official source, read on 2026-01-15)</li>
</ol>
</details>
<p class="foot">This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.</p>
</section>
`);
  });

  test("nothing due to nobody has no empty part", () => {
    expect(plain(formatStatement(empty, { ...EN, without: ["questions"] })))
      .toBe(`<section class="forfait-mt" lang="en" aria-labelledby="mt-fr-village- mt-fr-village--whose">
<h3 id="mt-fr-village-">Village forfait 2026 · unofficial estimate</h3>
<p class="whose" id="mt-fr-village--whose">1 patient on 2025-12-31</p>
<p class="total">Total (unofficial) <strong>€0.00</strong></p>
<table class="lines">
<caption>Village forfait 2026 · unofficial estimate · 1 patient on 2025-12-31</caption>
${HEAD}
<tfoot><tr><th scope="row">Total (unofficial)</th><td></td><td class="figure">€0.00</td><td></td></tr></tfoot>
</table>


</section>
`);
  });

  test("every part, of which the values that a simulation changes come first", () => {
    const changes = [
      { path: "a<b", was: "1", now: "2" },
      { path: "c", was: null, now: "3" },
    ];
    const html = plain(formatStatement({ ...manyLines, simulation: true, changes }, EN));
    const row = (cells: readonly string[], sources: readonly number[] = [], kind = ""): string => {
      const [label, calculation, amount, status] = cells;
      const links = sources.map((one) => `<a href="#mt-fr-village-D1-${one}">${one}</a>`);
      const from = sources.length > 0 ? ` <span class="from">${links.join(", ")}</span>` : "";
      return `<tr${kind}><th scope="row">${label}</th><td class="figure">${calculation}</td><td class="figure">${amount}</td><td class="status">${status}${from}</td></tr>`;
    };
    const sum = (cells: readonly string[], sources?: readonly number[]): string =>
      row(cells, sources, ' class="sum"');
    const title = "SIMULATION — Village forfait 2026 · unofficial estimate";
    expect(html)
      .toBe(`<section class="forfait-mt" lang="en" aria-labelledby="mt-fr-village-D1 mt-fr-village-D1-whose">
<h3 id="mt-fr-village-D1">${title}</h3>
<p class="whose" id="mt-fr-village-D1-whose">Physician D1 · 6 patients on 2025-12-31</p>
<div class="changed">
<p><strong>Values changed</strong></p>
<ul>
<li>a&lt;b: 1 → 2</li>
<li>c: — → 3</li>
</ul>
</div>
<p class="total">Total (unofficial) <strong>€138.25</strong></p>
<table class="payments">
<caption>Instalments and balance</caption>
<thead><tr><th scope="col">Due</th><th scope="col">Amount</th></tr></thead>
<tbody><tr><th scope="row">two instalments in 2026: €60.00 (April), €60.05 (September); they differ by the cents that the division leaves</th><td class="figure">€120.05</td></tr>
<tr><th scope="row">balance in 2027: Base, Prevention, Incomplete year</th><td class="figure">€18.20</td></tr></tbody>
</table>
<p class="trust">€135.00 of €138.25 (98%) rest on an official source.</p>
<table class="lines">
<caption>${title} · Physician D1 · 6 patients on 2025-12-31</caption>
${HEAD}
<tbody>
${sum(["Base", "", "€85.00", ""])}
${row(["0 to 6 years", "2 × €10.00", "€20.00", "a"], [1])}
${row(["75 years and over", "1 × €50.00", "€50.00", "a"], [1, 2])}
${row(["7 to 74 years", "3 × €5.00", "€15.00", "c"], [1])}
</tbody>
<tbody>
${sum(["Prevention", "7 × €5.00", "€35.00", "a"], [1])}
</tbody>
<tbody>
${sum(["c2s", "3 × €10.00", "€30.00", "a"])}
${row(["C2S", "1 × €10.00", "€10.00", "a"], [1])}
${row(["Free C2S: no", "2 × €10.00", "€20.00", "a"], [1])}
</tbody>
<tbody>
${sum(["Uplifts", "", "€17.00", "b"])}
${row(["Uplift: ZIP", "10% of €85.00", "€8.50", "b"], [1, 2])}
${row(["Uplift: 67 years", "10% of €85.00", "€8.50", "b"], [1, 2])}
</tbody>
<tbody>
${sum(["Incomplete year", "", "−€28.75", "b"])}
${row(["base", "−25% of €85.00", "−€21.25", "b"], [1, 2])}
${row(["C2S", "−25% of €30.00", "−€7.50", "b"], [1, 2])}
</tbody>
<tfoot><tr><th scope="row">Total (unofficial)</th><td></td><td class="figure">€138.25</td><td></td></tr></tfoot>
</table>
<p class="legend"><span><b>a</b> official source</span> <span><b>b</b> unofficial source</span> <span><b>c</b> assumption</span></p>
<h4>Please note</h4>
<ul>
<li>3 rows of 9 not counted (died on the day or before: 1; invalid age: 2)</li>
<li>indicators validated for patients whom their age or sex excludes: &quot;breast&quot; (3), &quot;prostate&quot; (1)</li>
<li>moon (2 times)</li>
<li>zone: not given</li>
</ul>
<h4>What the text leaves open, and the interpretation used</h4>
<ul>
<li>The text leaves questions open, which may change this total: their effect is not priced here.</li>
</ul>
<details>
<summary>Detail · Prevention</summary>
<table class="lines">
<caption>Prevention</caption>
${HEAD}
<tbody>
${sum(["Prevention", "7 × €5.00", "€35.00", "a"], [1])}
${row(["flu", "1 × €5.00", "€5.00", "a"], [1])}
${row(["covid", "2 × €5.00", "€10.00", "a"], [1])}
${row(["breast", "3 × €5.00", "€15.00", "a"], [1])}
${row(["colon", "1 × €5.00", "€5.00", "a"], [1])}
</tbody>
</table>
</details>
<details class="proof">
<summary>Assumptions</summary>
<ul>
<li>Base: 7 to 74 years: as before</li>
<li>paid in June</li>
</ul>
</details>
<details class="proof">
<summary>Sources</summary>
<ol>
<li id="mt-fr-village-D1-1" value="1"><a href="https://example.org/loi">Loi</a> (official source, read on 2026-01-15)</li>
<li id="mt-fr-village-D1-2" value="2">Journal (unofficial source, read on 2026-02-01)</li>
</ol>
</details>
<p class="foot">This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.</p>
</section>
`);
  });
});

test("as Markdown, what a simulation changes stands above the total", () => {
  const changes = [
    { path: "a<b", was: "1", now: "2" },
    { path: "c", was: null, now: "3" },
  ];
  const without = ["questions", "sources"] as const;
  const text = formatStatement(
    { ...small, simulation: true, changes },
    { locale: "en", as: "markdown", without },
  );
  expect(plain(text)).toBe(`## SIMULATION — Village forfait 2026 · unofficial estimate

Physician D 1 · 2 patients on 2025-12-31

**Values changed**

- **a\\<b: 1 → 2**
- **c: — → 3**

| Instalments and balance | Amount |
| :-- | --: |
| **Total (unofficial)** | **€25.00** |
| paid in April 2026 | €25.00 |

- €20.00 of €25.00 (80%) rest on an official source

| Line | Calculation | Amount | Source |
| :-- | --: | --: | :-- |
| Base | 2 × €10.00 | €20.00 | a (1) |
| Own | 1 × €5.00 | €5.00 | d |

a: official source · d: user's own value

This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.
`);
});

test("as Markdown, nothing due to nobody has no empty part", () => {
  const options = { locale: "en", as: "markdown", without: ["questions"] } as const;
  expect(plain(formatStatement(empty, options))).toBe(`## Village forfait 2026 · unofficial estimate

1 patient on 2025-12-31

| Instalments and balance | Amount |
| :-- | --: |
| **Total (unofficial)** | **€0.00** |


| Line | Calculation | Amount | Source |
| :-- | --: | --: | :-- |
`);
});

describe("several in a row", () => {
  const schedule = { ...getSchedule("fr.fmt.2026"), sources: { LAW: {} } as never };
  const assumed = { fr: "comme avant", en: "as before" };
  const [one, other] = ["D1", "D2"].map((physicianId): Statement => ({
    ...small,
    physicianId,
    lines: [{ ...(ofLaw as typeof line), amount: "25.00", status: "assumed", assumed }],
  })) as [Statement, Statement];
  const series = (as: SeriesLayout): string => {
    const made = new StatementSeries(schedule, as, "en");
    return plain([one, other].map((each) => made.next(each, undefined)).join("") + made.end());
  };

  test("as text: what both rest on is said once, below", () => {
    const printed = (id: string): string => `Village forfait 2026 · unofficial estimate
Physician ${id} · 2 patients on 2025-12-31

  Total (unofficial)    €25.00
    paid in April 2026  €25.00
  No amount rests on an official source

  Base  2 × €10.00  €25.00  c [1]

  c  assumption

What the text leaves open, and the interpretation used
  - The text leaves questions open, which may change this total: their effect is not priced here.
`;
    const rule = `\n${"─".repeat(100)}\n\n`;
    expect(series("text")).toBe(`${printed("D1")}${rule}${printed("D2")}${rule}Assumptions
  - Base: as before

Sources
  [1] Loi (official source, read on 2026-01-15)
      https://example.org/loi

This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay.
Schedule fr.village v2, forfait-medecin-traitant 0.0.0.
`);
  });

  test("as Markdown, under one title", () => {
    const printed = (id: string): string => `## Village forfait 2026 · unofficial estimate

Physician ${id} · 2 patients on 2025-12-31

| Instalments and balance | Amount |
| :-- | --: |
| **Total (unofficial)** | **€25.00** |
| paid in April 2026 | €25.00 |

- No amount rests on an official source

| Line | Calculation | Amount | Source |
| :-- | --: | --: | :-- |
| Base | 2 × €10.00 | €25.00 | c (1) |

c: assumption

### What the text leaves open, and the interpretation used

- The text leaves questions open, which may change this total: their effect is not priced here.
`;
    expect(series("markdown")).toBe(`# Village forfait 2026 · unofficial estimate

${printed("D1")}
${printed("D2")}
### Assumptions

- Base: as before

### Sources

1. Loi (official source, read on 2026-01-15) <https://example.org/loi>

This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.
`);
  });

  test("as a page, whose numbers lead to its end", () => {
    const printed = (id: string): string => {
      const at = `mt-fr-village-${id}`;
      const whose = `Physician ${id} · 2 patients on 2025-12-31`;
      return `<section class="forfait-mt" lang="en" aria-labelledby="${at} ${at}-whose">
<h2 id="${at}">Village forfait 2026 · unofficial estimate</h2>
<p class="whose" id="${at}-whose">${whose}</p>
<p class="total">Total (unofficial) <strong>€25.00</strong></p>
<table class="payments">
<caption>Instalments and balance</caption>
<thead><tr><th scope="col">Due</th><th scope="col">Amount</th></tr></thead>
<tbody><tr><th scope="row">paid in April 2026</th><td class="figure">€25.00</td></tr></tbody>
</table>
<p class="trust">No amount rests on an official source.</p>
<table class="lines">
<caption>Village forfait 2026 · unofficial estimate · ${whose}</caption>
${HEAD}
<tbody>
<tr><th scope="row">Base</th><td class="figure">2 × €10.00</td><td class="figure">€25.00</td><td class="status">c <span class="from"><a href="#mt-1">1</a></span></td></tr>
</tbody>
<tfoot><tr><th scope="row">Total (unofficial)</th><td></td><td class="figure">€25.00</td><td></td></tr></tfoot>
</table>
<p class="legend"><span><b>c</b> assumption</span></p>
<h3>What the text leaves open, and the interpretation used</h3>
<ul>
<li>The text leaves questions open, which may change this total: their effect is not priced here.</li>
</ul>
</section>
`;
    };
    const page = series("page");
    expect(page.slice(page.indexOf("<main>"))).toBe(`<main>
<h1>Village forfait 2026 · unofficial estimate</h1>
${printed("D1")}
${printed("D2")}
<section class="forfait-mt common" lang="en">
<details class="proof">
<summary>Assumptions</summary>
<ul>
<li>Base: as before</li>
</ul>
</details>
<details class="proof">
<summary>Sources</summary>
<ol>
<li id="mt-1" value="1"><a href="https://example.org/loi">Loi</a> (official source, read on 2026-01-15)</li>
</ol>
</details>
<p class="foot">This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.</p>
</section>
</main>
</body>
</html>
`);
  });
});
