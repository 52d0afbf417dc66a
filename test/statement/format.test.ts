import { describe, expect, test } from "vitest";
import { formatStatement, type Statement } from "../../src/index.ts";
import { day, due, money, rate } from "../../src/statement/format/locale.ts";
import { refused } from "../support/refused.ts";
import { table } from "../support/table.ts";

/** A no-break space stands as `~` in what is expected. */
const spaced = (text: string): string => text.replaceAll("~", "\u00a0");

const LAW = {
  status: "official",
  checked: "2026-01-15",
  title: "Loi",
  url: "https://example.org/loi",
} as const;
const NEWS = { status: "secondary", checked: "2026-02-01", title: "Journal" } as const;

/** Written by hand: a statement with every kind of line, note and source. */
const statement: Statement = {
  format: { name: "forfait-medecin-traitant/statement", version: "2" },
  library: { name: "forfait-medecin-traitant", version: "0.0.0" },
  schedule: {
    id: "fr.village",
    version: "2",
    digest: `sha256:${"0".repeat(64)}`,
    fr: "Forfait du village",
    en: "Village forfait",
    year: 2026,
    referenceDate: "2025-12-31",
  },
  physicianId: "D1",
  patients: 1234,
  counts: {
    read: 1234,
    computed: 1234,
    leftOut: 0,
    rejected: 0,
    reasons: { leftOut: {}, rejected: {} },
  },
  lines: [
    {
      kind: "amount",
      component: "base",
      rule: "base.old.amount",
      label: { fr: "Socle, âgés", en: "Base, old" },
      quantity: 1200,
      unitAmount: "100.00",
      amount: "120000.00",
      status: "official",
      sources: ["LAW"],
    },
    {
      kind: "amount",
      component: "c2s",
      rule: "c2s.amount",
      label: { fr: "C2S", en: "C2S" },
      quantity: 34,
      unitAmount: "10.00",
      amount: "340.00",
      status: "assumed",
      sources: ["NEWS", "LAW"],
      assumed: { fr: "par analogie", en: "by analogy" },
    },
    {
      kind: "rate",
      component: "share",
      rule: "share.rate",
      label: { fr: "Part", en: "Share" },
      of: "120000.00",
      rate: "7/120",
      amount: "7000.00",
      status: "secondary",
      sources: ["NEWS"],
    },
    {
      kind: "rate",
      component: "base",
      rule: "eligible.partYear",
      label: { fr: "Départ", en: "Leaving" },
      of: "127340.00",
      rate: "-25%",
      amount: "-31835.00",
      status: "user",
      sources: [],
    },
  ],
  components: { base: "88165.00", c2s: "340.00", share: "7000.00" },
  total: "95505.00",
  instalments: [
    { due: "2026-04", amount: "95000.00", components: {} },
    { due: "2027", amount: "505.00", components: {} },
  ],
  readings: { question: "yes" },
  assumptions: [
    {
      code: "if-missing",
      path: "physician.zone",
      fr: "zone : non indiquée",
      en: "zone: not given",
    },
    { code: "reading", path: "readings.question", fr: "Question ? Oui.", en: "Question? Yes." },
  ],
  warnings: [
    {
      code: "lunar-date",
      path: "patients[3].birthDate",
      fr: "date lunaire",
      en: "lunar date",
      count: 1200,
    },
  ],
  sources: { LAW, NEWS },
};

const RULE = "─".repeat(11 + 32 + 12 + 4);

const inFrench = spaced(`Forfait du village — 2026
Médecin D1 · 1~234 patients · situation au 31/12/2025 · fr.village v2

  Socle, âgés                  1~200 × 100,00~€  120~000,00~€  [1] source officielle
  C2S                              34 × 10,00~€      340,00~€  [1][2] supposé
  Part         7/120 (≈~5,83~%) de 120~000,00~€    7~000,00~€  [2] source secondaire
  Départ                  -25~% de 127~340,00~€  -31~835,00~€  valeur de l'utilisateur
  ${RULE}
  Total                                           95~505,00~€

Versements
  avril 2026  95~000,00~€
  2027           505,00~€

Sources
  [1] Loi (source officielle, lue le 15/01/2026)
      https://example.org/loi
  [2] Journal (source secondaire, lue le 01/02/2026)

À noter
  - date lunaire (× 1~200)

Ce qui est supposé
  - Les montants marqués « source secondaire » ou « supposé » ne sont pas officiels.
  - C2S : par analogie
  - zone : non indiquée

Questions ouvertes du texte, et la lecture retenue
  - Question ? Oui.
`);

const inEnglish = spaced(`Village forfait — 2026
Physician D1 · 1,234 patients · as of 2025-12-31 · fr.village v2

  Base, old                 1,200 × €100.00  €120,000.00  [1] official source
  C2S                           34 × €10.00      €340.00  [1][2] assumed
  Share      7/120 (≈~5.83%) of €120,000.00    €7,000.00  [2] secondary source
  Leaving               -25% of €127,340.00  -€31,835.00  user's own value
  ${"─".repeat(9 + 30 + 11 + 4)}
  Total                                       €95,505.00

Instalments
  April 2026  €95,000.00
  2027           €505.00

Sources
  [1] Loi (official source, read on 2026-01-15)
      https://example.org/loi
  [2] Journal (secondary source, read on 2026-02-01)

Please note
  - lunar date (× 1,200)

What is assumed
  - Amounts marked "secondary source" or "assumed" are not official.
  - C2S: by analogy
  - zone: not given

Open questions of the text, and the reading used
  - Question? Yes.
`);

const asMarkdown = spaced(`## Forfait du village — 2026

Médecin D1 · 1~234 patients · situation au 31/12/2025 · fr.village v2

| Ligne | Calcul | Montant | Sources |
| :-- | --: | --: | :-- |
| Socle, âgés | 1~200 × 100,00~€ | 120~000,00~€ | [^1] source officielle |
| C2S | 34 × 10,00~€ | 340,00~€ | [^1][^2] supposé |
| Part | 7/120 (≈~5,83~%) de 120~000,00~€ | 7~000,00~€ | [^2] source secondaire |
| Départ | -25~% de 127~340,00~€ | -31~835,00~€ |  valeur de l'utilisateur |
| **Total** |  | **95~505,00~€** |  |

### Versements

|  |  |
| :-- | --: |
| avril 2026 | 95~000,00~€ |
| 2027 | 505,00~€ |

### À noter

- date lunaire (× 1~200)

### Ce qui est supposé

- Les montants marqués « source secondaire » ou « supposé » ne sont pas officiels.
- C2S : par analogie
- zone : non indiquée

### Questions ouvertes du texte, et la lecture retenue

- Question ? Oui.

[^1]: Loi (source officielle, lue le 15/01/2026) <https://example.org/loi>
[^2]: Journal (source secondaire, lue le 01/02/2026)
`);

const right = (text: string): string => `<td style="text-align:right">${text}</td>`;

const asHtml = spaced(`<section class="forfait-mt">
<h3>Village forfait — 2026</h3>
<p>Physician D1 · 1,234 patients · as of 2025-12-31 · fr.village v2</p>
<table>
<thead><tr><th scope="col">Line</th><th scope="col">Calculation</th><th scope="col">Amount</th><th scope="col">Sources</th></tr></thead>
<tbody>
<tr><th scope="row">Base, old</th>${right("1,200 × €100.00")}${right("€120,000.00")}<td><sup>1</sup> official source</td></tr>
<tr><th scope="row">C2S</th>${right("34 × €10.00")}${right("€340.00")}<td><sup>1</sup> <sup>2</sup> assumed</td></tr>
<tr><th scope="row">Share</th>${right("7/120 (≈~5.83%) of €120,000.00")}${right("€7,000.00")}<td><sup>2</sup> secondary source</td></tr>
<tr><th scope="row">Leaving</th>${right("-25% of €127,340.00")}${right("-€31,835.00")}<td> user&#39;s own value</td></tr>
</tbody>
<tfoot><tr><th scope="row">Total</th><td></td>${right("€95,505.00")}<td></td></tr></tfoot>
</table>
<h4>Instalments</h4>
<table><tbody>
<tr><th scope="row">April 2026</th>${right("€95,000.00")}</tr>
<tr><th scope="row">2027</th>${right("€505.00")}</tr>
</tbody></table>
<h4>Please note</h4>
<ul>
<li>lunar date (× 1,200)</li>
</ul>
<h4>What is assumed</h4>
<ul>
<li>Amounts marked &quot;secondary source&quot; or &quot;assumed&quot; are not official.</li>
<li>C2S: by analogy</li>
<li>zone: not given</li>
</ul>
<h4>Open questions of the text, and the reading used</h4>
<ul>
<li>Question? Yes.</li>
</ul>
<h4>Sources</h4>
<ol>
<li value="1"><a href="https://example.org/loi">Loi (official source, read on 2026-01-15)</a></li>
<li value="2">Journal (secondary source, read on 2026-02-01)</li>
</ol>
</section>
`);

describe("a statement on paper", () => {
  test("is text in French unless told", () => expect(formatStatement(statement)).toBe(inFrench));
  test("is text in English", () =>
    expect(formatStatement(statement, { locale: "en", as: "text" })).toBe(inEnglish));
  test("is Markdown", () =>
    expect(formatStatement(statement, { as: "markdown" })).toBe(asMarkdown));
  test("is HTML", () =>
    expect(formatStatement(statement, { locale: "en", as: "html" })).toBe(asHtml));

  test("of nobody names no physician, and has no empty section", () => {
    const nothing: Statement = {
      ...statement,
      physicianId: null,
      patients: 1,
      lines: [],
      total: "0.00",
      instalments: [],
      assumptions: [],
      warnings: [],
      sources: {},
    };
    expect(formatStatement(nothing, { locale: "en" })).toBe(
      `Village forfait — 2026\n1 patient · as of 2025-12-31 · fr.village v2\n\n  ${"─".repeat(0 + 0 + 5 + 4)}\n  Total    €0.00\n\nInstalments\n`,
    );
  });

  test("whose lines are all official says nothing of others", () => {
    const [line] = statement.lines;
    expect(
      formatStatement({
        ...statement,
        lines: [line as Statement["lines"][number]],
        assumptions: [],
      }),
    ).not.toContain("supposé");
  });

  test("breaks a long note between words, under its first word", () => {
    const word = "x".repeat(60);
    const noted = formatStatement({
      ...statement,
      warnings: [
        { code: "lunar-date", path: "", fr: `${word} ${"y".repeat(35)} ${word}`, en: "" },
        { code: "unknown-field", path: "", fr: "z".repeat(120), en: "" },
      ],
    });
    expect(noted).toContain(
      `\n  - ${word} ${"y".repeat(35)}\n    ${word}\n  - ${"z".repeat(120)}\n`,
    );
  });

  test("lets no identifier command a terminal, a page or a table", () => {
    const hostile = { ...statement, physicianId: "\u0007\u001b[2J<b>|*_\n'\"&" };
    expect(formatStatement(hostile)).toContain("Médecin  [2J<b>|*_ '\"& ·");
    expect(formatStatement(hostile, { as: "html" })).toContain(
      "[2J&lt;b&gt;|*_ &#39;&quot;&amp; ·",
    );
    expect(formatStatement(hostile, { as: "markdown" })).toContain("\\[2J\\<b\\>\\|\\*\\_ '\"& ·");
  });

  test("keeps a label in its cell of a table, and plain", () => {
    const lines = statement.lines
      .slice(0, 1)
      .map((line) => ({ ...line, label: { fr: "a|b *c*", en: "" } }));
    expect(formatStatement({ ...statement, lines }, { as: "markdown" })).toContain(
      "| a\\|b \\*c\\* | 1",
    );
  });

  test("numbers its footnotes beyond nine", () => {
    const sources = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`S${i + 1}`, LAW]));
    const lines = statement.lines.slice(0, 1).map((line) => ({ ...line, sources: ["S11"] }));
    expect(formatStatement({ ...statement, lines, sources }, { as: "markdown" })).toContain(
      "| [^11] source officielle |",
    );
  });

  test("links to web pages only", () => {
    const source = (url: string): string =>
      formatStatement({ ...statement, sources: { LAW: { ...LAW, url } } }, { as: "html" });
    expect(source("javascript:alert(1)")).toContain('<a href="#">');
    expect(source("x https://example.org")).toContain('<a href="#">');
    expect(source("http://example.org/?a&b")).toContain('<a href="http://example.org/?a&amp;b">');
  });

  test.each([
    ["javascript:alert(1)", "javascript:alert(1)"],
    ["https://x> <script>alert(1)</script>", "https\\://x\\> \\<script\\>alert(1)\\</script\\>"],
    ["https://example.org/a b", "https\\://example.org/a b"],
    ["https://example.org/a\n# b", "https\\://example.org/a \\# b"],
    ["https://example.org/\u202egro", "https\\://example.org/\\\\u202egro"],
    ["//example.org", "//example.org"],
    ["https://example.org/a?b&c_d", "<https://example.org/a?b&c_d>"],
  ])("links in Markdown to no other address than of the web: %s", (url, written) =>
    expect(
      formatStatement({ ...statement, sources: { LAW: { ...LAW, url } } }, { as: "markdown" }),
    ).toContain(`) ${written}\n`),
  );

  test.each([
    ["www.evil.example", "www\\.evil.example"],
    ["HTTPS://evil.example", "HTTPS\\://evil.example"],
    ["a@evil.example", "a\\@evil.example"],
    ["$x$ ~~a~~ &lt; &#60; R&D", "\\$x\\$ \\~\\~a\\~\\~ \\&lt; \\&\\#60; R&D"],
  ])("shows an identifier as text in Markdown: %s", (physicianId, written) =>
    expect(formatStatement({ ...statement, physicianId }, { as: "markdown" })).toContain(
      `Médecin ${written} ·`,
    ),
  );

  test.each([
    ["1. a", "- 1\\. a"],
    ["- a", "- \\- a"],
    ["+ a", "- \\+ a"],
    ["1.5 a", "- 1.5 a"],
  ])("begins no list within a note in Markdown: %s", (fr, written) =>
    expect(
      formatStatement(
        { ...statement, warnings: [{ code: "lunar-date", path: "", fr, en: "" }] },
        { as: "markdown" },
      ),
    ).toContain(`\n${written}\n`),
  );

  test("groups digits, however many", () => {
    const total = `${"9".repeat(200_000)}.00`;
    expect(formatStatement({ ...statement, total }, { locale: "en" })).toContain("€99,999,999,");
  });

  test.each([
    ["locale", { locale: "de" }, "fr, en", '"de"'],
    ["as", { as: "pdf" }, "text, markdown, html", '"pdf"'],
    ["as", { as: "toString" }, "text, markdown, html", '"toString"'],
  ])("is refused for another %s: %j", (path, options, allowed, found) => {
    expect(refused(() => formatStatement(statement, options as object))).toEqual({
      code: "INPUT_INVALID",
      path,
      found,
      allowed: { fr: allowed, en: allowed },
    });
  });
});

table<string, readonly [string, string]>(
  "money, in French and in English",
  [
    ["below a thousand", "999.99", [spaced("999,99~€"), "€999.99"]],
    ["thousands", "1000.00", [spaced("1~000,00~€"), "€1,000.00"]],
    ["millions", "1234567.80", [spaced("1~234~567,80~€"), "€1,234,567.80"]],
    ["below zero", "-1000.50", [spaced("-1~000,50~€"), "-€1,000.50"]],
  ],
  (amount) => [money(amount, "fr"), money(amount, "en")],
);

table<string, readonly [string, string]>(
  "a rate, in French and in English",
  [
    ["a percentage", "10%", [spaced("10~%"), "10%"]],
    ["with decimals", "12.5%", [spaced("12,5~%"), "12.5%"]],
    ["a fraction that does not end", "1/3", [spaced("1/3 (≈~33,33~%)"), spaced("1/3 (≈~33.33%)")]],
  ],
  (text) => [rate(text, "fr"), rate(text, "en")],
);

table<string, readonly [string, string]>(
  "a time of payment, in French and in English",
  [
    ["January", "2026-01", ["janvier 2026", "January 2026"]],
    ["February", "2026-02", ["février 2026", "February 2026"]],
    ["March", "2026-03", ["mars 2026", "March 2026"]],
    ["April", "2026-04", ["avril 2026", "April 2026"]],
    ["May", "2026-05", ["mai 2026", "May 2026"]],
    ["June", "2026-06", ["juin 2026", "June 2026"]],
    ["July", "2026-07", ["juillet 2026", "July 2026"]],
    ["August", "2026-08", ["août 2026", "August 2026"]],
    ["September", "2026-09", ["septembre 2026", "September 2026"]],
    ["October", "2026-10", ["octobre 2026", "October 2026"]],
    ["November", "2026-11", ["novembre 2026", "November 2026"]],
    ["December", "2026-12", ["décembre 2026", "December 2026"]],
    ["a year", "2027", ["2027", "2027"]],
  ],
  (date) => [due(date, "fr"), due(date, "en")],
);

test("a day is turned round in French", () =>
  expect([day("2025-12-31", "fr"), day("2025-12-31", "en")]).toEqual(["31/12/2025", "2025-12-31"]));
