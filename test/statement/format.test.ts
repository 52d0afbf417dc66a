import { describe, expect, test } from "vitest";
import { formatStatement, type Statement } from "../../src/index.ts";
import { day, due, money, rate } from "../../src/statement/format/locale.ts";
import { refused, why } from "../support/refused.ts";
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
      counted: { fr: "C2S", en: "C2S", patients: 119, of: 1150 },
      amount: "7000.00",
      status: "secondary",
      sources: ["NEWS"],
    },
    {
      kind: "rate",
      component: "base",
      rule: "eligible.partYear",
      label: { fr: "Année incomplète", en: "Incomplete year" },
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
    { due: "2026-04", amount: "47500.00", components: { base: "47500.00" } },
    { due: "2026-06", amount: "47500.00", components: { base: "47500.00" } },
    { due: "2027", amount: "505.00", components: { c2s: "505.00" } },
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

const inFrench = spaced(`Forfait du village 2026 · estimation non officielle
Médecin D1 · 1~234 patients au~31/12/2025

  Total (non officiel)                                 95~505,00~€
    deux acomptes en~2026~: 47~500,00~€ (avril, juin)  95~000,00~€
    solde en~2027~: C2S                                   505,00~€
  120~000,00~€ sur 95~505,00~€ (126~%) reposent sur une source officielle

  Socle, âgés                              1~200~×~100,00~€  120~000,00~€  a [1]
  C2S                                          34~×~10,00~€      340,00~€  c [1][2]
  Part              5,83~% (10,35~%~de~C2S) de~120~000,00~€    7~000,00~€  b [2]
  Année incomplète                    −25~%~de~127~340,00~€  −31~835,00~€  d

  a  source officielle   b  source non officielle   c  hypothèse   d  valeur de l'utilisateur

À noter
  - date lunaire (1~200 fois)
  - zone~: non indiquée

Points que le texte ne tranche pas, et l'interprétation retenue
  - Le texte laisse des questions ouvertes, qui peuvent changer ce total~: leur effet n'est pas
    chiffré ici.

Hypothèses
  - C2S~: par analogie

Sources
  [1] Loi (source officielle, lue le~15/01/2026)
      https://example.org/loi
  [2] Journal (source non officielle, lue le~01/02/2026)

Ce calcul n'émane pas de l'Assurance Maladie et ne dit pas ce qu'une caisse versera. Barème
fr.village v2, forfait-medecin-traitant 0.0.0.
`);

const asMarkdown = spaced(`## Village forfait 2026 · unofficial estimate

Physician D1 · 1,234 patients on~2025-12-31

| Instalments and balance | Amount |
| :-- | --: |
| **Total (unofficial)** | **€95,505.00** |
| two instalments in~2026: €47,500.00 (April, June) | €95,000.00 |
| balance in~2027: C2S | €505.00 |

- €120,000.00 of €95,505.00 (126%) rest on an official source

| Line | Calculation | Amount | Source |
| :-- | --: | --: | :-- |
| Base, old | 1,200~×~€100.00 | €120,000.00 | a (1) |
| C2S | 34~×~€10.00 | €340.00 | c (1, 2) |
| Share | 5.83% (10.35%~of~C2S) of~€120,000.00 | €7,000.00 | b (2) |
| Incomplete year | −25%~of~€127,340.00 | −€31,835.00 | d |

a: official source · b: unofficial source · c: assumption · d: user's own value

### Please note

- lunar date (1,200 times)
- zone: not given

### What the text leaves open, and the interpretation used

- The text leaves questions open, which may change this total: their effect is not priced here.

### Assumptions

- C2S: by analogy

### Sources

1. Loi (official source, read on~2026-01-15) <https://example.org/loi>
2. Journal (unofficial source, read on~2026-02-01)

This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.
`);

describe("a statement on paper", () => {
  test("is text in French unless told", () => expect(formatStatement(statement)).toBe(inFrench));
  test("is Markdown without footnotes, in English", () =>
    expect(formatStatement(statement, { locale: "en", as: "markdown" })).toBe(asMarkdown));

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
    const text = formatStatement(nothing, { locale: "en", without: ["questions"] });
    expect(text).toBe(
      spaced(
        `Village forfait 2026 · unofficial estimate\n1 patient on~2025-12-31\n\n  Total (unofficial)  €0.00\n\n`,
      ),
    );
  });

  test("is unofficial also where every line is official, in its first line and beside the total", () => {
    const [line] = statement.lines;
    for (const as of ["text", "markdown", "html", "page"] as const) {
      const page = formatStatement(
        { ...statement, lines: [line as Statement["lines"][number]], assumptions: [] },
        { as, without: ["sources"] },
      );
      expect(page).toContain("Forfait du village 2026 · estimation non officielle");
      expect(page).toContain("Total (non officiel)");
      expect(page).not.toContain("source non officielle");
    }
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

  test("numbers its sources beyond nine", () => {
    const sources = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`S${i + 1}`, LAW]));
    const lines = statement.lines.slice(0, 1).map((line) => ({ ...line, sources: ["S11"] }));
    expect(formatStatement({ ...statement, lines, sources }, { as: "markdown" })).toContain(
      "| a (11) |",
    );
  });

  describe("as a fragment of HTML", () => {
    const html = formatStatement(statement, { as: "html", headingLevel: 2 });
    const all = (pattern: RegExp): string[] =>
      [...html.matchAll(pattern)].map((found) => found[1] as string);

    test("says its language, has captions, no inline style and headings from the level", () => {
      expect(html).toContain('<section class="forfait-mt" lang="fr" aria-labelledby="');
      expect(html).not.toContain("style");
      expect(all(/<h(\d)/g)).toEqual(["2", "3", "3"]);
      expect(all(/<table class="(\w+)">/g)).toEqual(["payments", "lines"]);
      expect(all(/<caption>(.*?)<\/caption>/g)).toEqual([
        "Acomptes et solde",
        spaced(
          "Forfait du village 2026 · estimation non officielle · Médecin D1 · 1~234 patients au~31/12/2025",
        ),
      ]);
    });

    test("links every mark to a source that is there", () => {
      const ids = all(/ id="([^"]+)"/g);
      const links = all(/ href="#([^"]+)"/g);
      expect(links).toHaveLength(1 + 2 + 1);
      expect(links.filter((link) => !ids.includes(link))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test("links to nothing where the sources are left out", () => {
      const without = formatStatement(statement, { as: "html", without: ["sources", "notes"] });
      expect(without).not.toContain("<a ");
      expect(without).not.toContain("À noter");
      expect(without).toContain('<td class="status">c <span class="from">1, 2</span></td>');
    });

    test("has other ids for another physician", () => {
      const other = formatStatement({ ...statement, physicianId: "D 1" }, { as: "html" });
      const ids = new Set([...other.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      expect(all(/ id="([^"]+)"/g).filter((id) => ids.has(id))).toEqual([]);
    });
  });

  test("is a whole page, with its title, language and style", () => {
    const page = formatStatement(statement, { as: "page", locale: "en" });
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n/);
    expect(page).toContain("<title>Village forfait 2026 · unofficial estimate</title>");
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(page).toContain("<h1 ");
    expect(page).toContain("@media print");
  });

  test("links to web pages only", () => {
    const source = (url: string): string =>
      formatStatement({ ...statement, sources: { LAW: { ...LAW, url } } }, { as: "html" });
    expect(source("javascript:alert(1)")).not.toContain("javascript");
    expect(source("x https://example.org")).not.toContain('<a href="x');
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
    ["as", { as: "pdf" }, "text, markdown, html, page", '"pdf"'],
    ["as", { as: "toString" }, "text, markdown, html, page", '"toString"'],
    ["headingLevel", { headingLevel: 0 }, "1, 2, 3, 4, 5", "0"],
    [
      "without",
      { without: ["total"] },
      "details, notes, questions, assumptions, sources",
      '"total"',
    ],
  ])("is refused for another %s: %j", (path, options, allowed, found) => {
    expect(refused(() => formatStatement(statement, options as object))).toEqual({
      code: "INPUT_INVALID",
      path,
      found,
      allowed: { fr: allowed, en: allowed },
    });
  });

  test.each([null, 5, "a statement"])("is refused of what is none: %j", (none) => {
    expect(refused(() => formatStatement(none as never))).toEqual(
      why(
        "INPUT_INVALID",
        "statement",
        JSON.stringify(none),
        "un relevé, comme le rend computePhysician",
        "a statement, as computePhysician returns it",
      ),
    );
  });

  test.each([
    ["options", () => formatStatement(statement, unreadable("as"))],
    ["without", () => formatStatement(statement, { without: 5 as never })],
    ["statement", () => formatStatement({} as never)],
  ])("is refused for %s that cannot be read", (path, call) => {
    expect(refused(call)).toEqual(
      why(
        "INPUT_INVALID",
        path,
        "undefined",
        "une valeur qui se laisse lire",
        "a value that can be read",
      ),
    );
  });

  test("is refused for an option that nobody reads", () => {
    const options = { separator: ";" } as object;
    expect(refused(() => formatStatement(statement, options))).toEqual(
      why(
        "KEY_UNKNOWN",
        "options.separator",
        '"separator"',
        "locale, as, readings, headingLevel, without",
      ),
    );
  });
});

/** An object of which one field throws. */
function unreadable(name: string): object {
  return Object.defineProperty({}, name, {
    enumerable: true,
    get(): never {
      throw new Error(name);
    },
  });
}

table<string, readonly [string, string]>(
  "money, in French and in English",
  [
    ["below a thousand", "999.99", [spaced("999,99~€"), "€999.99"]],
    ["thousands", "1000.00", [spaced("1~000,00~€"), "€1,000.00"]],
    ["millions", "1234567.80", [spaced("1~234~567,80~€"), "€1,234,567.80"]],
    ["below zero", "-1000.50", [spaced("−1~000,50~€"), "−€1,000.50"]],
  ],
  (amount) => [money(amount, "fr"), money(amount, "en")],
);

table<string, readonly [string, string]>(
  "a rate, in French and in English",
  [
    ["a percentage", "10%", [spaced("10~%"), "10%"]],
    ["with decimals", "12.5%", [spaced("12,5~%"), "12.5%"]],
    ["below zero", "-25%", [spaced("−25~%"), "−25%"]],
    ["more decimals than one reads", "1.671875%", [spaced("1,67~%"), "1.67%"]],
    ["a fraction that does not end", "1/3", [spaced("33,33~%"), "33.33%"]],
  ],
  (text) => [rate(text, "fr"), rate(text, "en")],
);

table<string, readonly [string, string]>(
  "a time of payment, in French and in English",
  [
    ["January", "2026-01", ["janvier\u00a02026", "January\u00a02026"]],
    ["February", "2026-02", ["février\u00a02026", "February\u00a02026"]],
    ["March", "2026-03", ["mars\u00a02026", "March\u00a02026"]],
    ["April", "2026-04", ["avril\u00a02026", "April\u00a02026"]],
    ["May", "2026-05", ["mai\u00a02026", "May\u00a02026"]],
    ["June", "2026-06", ["juin\u00a02026", "June\u00a02026"]],
    ["July", "2026-07", ["juillet\u00a02026", "July\u00a02026"]],
    ["August", "2026-08", ["août\u00a02026", "August\u00a02026"]],
    ["September", "2026-09", ["septembre\u00a02026", "September\u00a02026"]],
    ["October", "2026-10", ["octobre\u00a02026", "October\u00a02026"]],
    ["November", "2026-11", ["novembre\u00a02026", "November\u00a02026"]],
    ["December", "2026-12", ["décembre\u00a02026", "December\u00a02026"]],
    ["a year", "2027", ["2027", "2027"]],
  ],
  (date) => [due(date, "fr"), due(date, "en")],
);

test("a day is turned round in French", () =>
  expect([day("2025-12-31", "fr"), day("2025-12-31", "en")]).toEqual(["31/12/2025", "2025-12-31"]));

test("what it is not is said even without the sources", () => {
  for (const as of ["text", "markdown", "html"] as const)
    expect(formatStatement(statement, { as, without: ["sources"] }).replace(/\s+/g, " ")).toContain(
      "n'émane pas de l'Assurance Maladie".replace(/'/g, as === "html" ? "&#39;" : "'"),
    );
});
