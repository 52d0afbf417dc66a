import { describe, expect, test } from "vitest";
import {
  formatStatement,
  getSchedule,
  type ReadingPrices,
  type Statement,
} from "../../src/index.ts";
import { StatementSeries, type SeriesLayout } from "../../src/statement/format/series.ts";
import { manyLines } from "../support/many-lines.ts";
import { refused as refusal, why } from "../support/refused.ts";

/** A statement whose lines make groups, what its open questions are worth, and statements in a row. */

/** A no-break space stands as `~` in what is expected. */
const spaced = (text: string): string => text.replaceAll("~", "\u00a0");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** 20 + 15 + 50; 7 at 5; 3 at 10; 10 % of 85 twice; a quarter of 85 and of 30 taken off. */
const inFrench = spaced(`Forfait du village 2026 · estimation non officielle
Médecin D1 · 6 patients au~31/12/2025

  Total (non officiel)                                            138,25~€
    deux acomptes en~2026~: 60,00~€ (avril), 60,05~€ (septembre)  120,05~€
      la différence vient des centimes que la division laisse
    solde en~2027~: Socle, Prévention, Année incomplète            18,20~€
  135,00~€ sur 138,25~€ (98~%) reposent sur une source officielle

  Socle                                     85,00~€
    0 à 6 ans                 2~×~10,00~€   20,00~€  a [1]
    75 ans et plus            1~×~50,00~€   50,00~€  a [1][2]
    7 à 74 ans                 3~×~5,00~€   15,00~€  c [1]
  Prévention                   7~×~5,00~€   35,00~€  a [1]
  c2s                         3~×~10,00~€   30,00~€  a
    C2S                       1~×~10,00~€   10,00~€  a [1]
    C2S gratuite~: non        2~×~10,00~€   20,00~€  a [1]
  Majorations                               17,00~€  b
    Majoration~: ZIP      10~%~de~85,00~€    8,50~€  b [1][2]
    Majoration~: 67 ans   10~%~de~85,00~€    8,50~€  b [1][2]
  Année incomplète                         −28,75~€  b
    socle                −25~%~de~85,00~€  −21,25~€  b [1][2]
    C2S                  −25~%~de~30,00~€   −7,50~€  b [1][2]

  a  source officielle   b  source non officielle   c  hypothèse

À noter
  - 3 lignes sur 9 non comptées (décédé ce jour ou avant~: 1~; âge invalide~: 2)
  - indicateurs validés pour des patients que leur âge ou leur sexe exclut~: «~sein~» (3),
    «~prostate~» (1)
  - lune (2 fois)
  - zone~: absente

Points que le texte ne tranche pas, et l'interprétation retenue
  - Le texte laisse des questions ouvertes, qui peuvent changer ce total~: leur effet n'est pas
    chiffré ici.

Détail
  Prévention  7~×~5,00~€  35,00~€  a [1]
    grippe    1~×~5,00~€   5,00~€  a [1]
    covid     2~×~5,00~€  10,00~€  a [1]
    sein      3~×~5,00~€  15,00~€  a [1]
    colon     1~×~5,00~€   5,00~€  a [1]

Hypothèses
  - Socle~: 7 à 74 ans~: comme avant
  - versé en juin

Sources
  [1] Loi (source officielle, lue le~15/01/2026)
      https://example.org/loi
  [2] Journal (source non officielle, lue le~01/02/2026)

Ce calcul n'émane pas de l'Assurance Maladie et ne dit pas ce qu'une caisse versera. Barème
fr.village v2, forfait-medecin-traitant 0.0.0.
`);

const inEnglish = spaced(`## Village forfait 2026 · unofficial estimate

Physician D1 · 6 patients on~2025-12-31

| Instalments and balance | Amount |
| :-- | --: |
| **Total (unofficial)** | **€138.25** |
| two instalments in~2026: €60.00 (April), €60.05 (September); they differ by the cents that the division leaves | €120.05 |
| balance in~2027: Base, Prevention, Incomplete year | €18.20 |

- €135.00 of €138.25 (98%) rest on an official source

| Line | Calculation | Amount | Source |
| :-- | --: | --: | :-- |
| **Base** |  | **€85.00** |  |
| 0 to 6 years | 2~×~€10.00 | €20.00 | a (1) |
| 75 years and over | 1~×~€50.00 | €50.00 | a (1, 2) |
| 7 to 74 years | 3~×~€5.00 | €15.00 | c (1) |
| **Prevention** | 7~×~€5.00 | **€35.00** | a (1) |
| **c2s** | 3~×~€10.00 | **€30.00** | a |
| C2S | 1~×~€10.00 | €10.00 | a (1) |
| Free C2S: no | 2~×~€10.00 | €20.00 | a (1) |
| **Uplifts** |  | **€17.00** | b |
| Uplift: ZIP | 10%~of~€85.00 | €8.50 | b (1, 2) |
| Uplift: 67 years | 10%~of~€85.00 | €8.50 | b (1, 2) |
| **Incomplete year** |  | **−€28.75** | b |
| base | −25%~of~€85.00 | −€21.25 | b (1, 2) |
| C2S | −25%~of~€30.00 | −€7.50 | b (1, 2) |

a: official source · b: unofficial source · c: assumption

### Please note

- 3 rows of 9 not counted (died on the day or before: 1; invalid age: 2)
- indicators validated for patients whom their age or sex excludes: "breast" (3), "prostate" (1)
- moon (2 times)
- zone: not given

### What the text leaves open, and the interpretation used

- The text leaves questions open, which may change this total: their effect is not priced here.

### Detail

| Line | Calculation | Amount | Source |
| :-- | --: | --: | :-- |
| **Prevention** | 7~×~€5.00 | **€35.00** | a (1) |
| flu | 1~×~€5.00 | €5.00 | a (1) |
| covid | 2~×~€5.00 | €10.00 | a (1) |
| breast | 3~×~€5.00 | €15.00 | a (1) |
| colon | 1~×~€5.00 | €5.00 | a (1) |

### Assumptions

- Base: 7 to 74 years: as before
- paid in June

### Sources

1. Loi (official source, read on~2026-01-15) <https://example.org/loi>
2. Journal (unofficial source, read on~2026-02-01)

This calculation does not come from the Assurance Maladie, nor does it say what a caisse will pay. Schedule fr.village v2, forfait-medecin-traitant 0.0.0.
`);

describe("lines in groups", () => {
  test("under their sum, of one price or not, the assumed ones last", () => {
    expect(formatStatement(manyLines)).toBe(inFrench);
  });

  test("in Markdown, in English", () => {
    expect(formatStatement(manyLines, { locale: "en", as: "markdown" })).toBe(inEnglish);
  });

  test("of other labels or prices, by the id of what they pay", () => {
    const [first, second] = manyLines.lines as [Statement["lines"][0], Statement["lines"][0]];
    const label = { fr: "Autre\u00a0: x", en: "Other: x" };
    const lines = [first, { ...second, label }];
    const text = plain(formatStatement({ ...manyLines, lines }, { locale: "en" }));
    expect(text).toMatch(/\n {2}base +€35\.00\n {4}Base: 0 to 6 years .*\n {4}Other: x /);
  });

  const html = plain(formatStatement(manyLines, { as: "html", locale: "en", headingLevel: 2 }));
  const tables = [...html.matchAll(/<table class="(\w+)">\n([^]*?)<\/table>/g)].map(
    ([, kind, inner]) => [kind, inner] as [string, string],
  );

  test("in HTML: a body for each group, whose sum is marked, and a foot of the total", () => {
    expect(tables.map(([kind]) => kind)).toEqual(["payments", "lines", "lines"]);
    const [[, payments], [, lines], [, details]] = tables as [
      [string, string],
      [string, string],
      [string, string],
    ];
    expect(payments).toContain(
      '<th scope="row">two instalments in 2026: €60.00 (April), €60.05 (September); they differ by the cents that the division leaves</th><td class="figure">€120.05</td></tr>\n<tr>',
    );
    const bodies = lines.split("<tbody>").slice(1);
    expect(bodies.map((one) => one.split("<tr").length - 1)).toEqual([4, 1, 3, 3, 3 + 1]);
    for (const one of bodies) expect(one.split("<tr")[1]).toMatch(/^ class="sum">/);
    expect(lines).toContain(
      '<tfoot><tr><th scope="row">Total (unofficial)</th><td></td><td class="figure">€138.25</td><td></td></tr></tfoot>',
    );
    expect(details).toMatch(/^<caption>Prevention<\/caption>/);
    expect(details.split("<tr")).toHaveLength(1 + 1 + 1 + 4);
    expect(details).not.toContain("<tfoot>");
  });

  test("and what is folded below: details, then what is printed though it is closed", () => {
    expect(
      [...html.matchAll(/<details(.*?)>\n<summary>(.*?)<\/summary>/g)].map((one) => one.slice(1)),
    ).toEqual([
      ["", "Detail · Prevention"],
      [' class="proof"', "Assumptions"],
      [' class="proof"', "Sources"],
    ]);
    expect([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual([
      "Please note",
      "What the text leaves open, and the interpretation used",
    ]);
    expect(html).toContain(
      '<p class="legend"><span><b>a</b> official source</span> <span><b>b</b> unofficial source</span> <span><b>c</b> assumption</span></p>',
    );
    expect(html).toContain('<p class="foot">This calculation does not come from');
    expect(html).toContain(
      '<li id="mt-fr-village-D1-2" value="2">Journal (unofficial source, read on 2026-02-01)</li>',
    );
  });
});

describe("notes", () => {
  const note = (change: Partial<Statement>, locale: "fr" | "en" = "fr"): string =>
    plain(formatStatement({ ...manyLines, ...change }, { locale })).split(
      locale === "fr" ? "\nÀ noter\n" : "\nPlease note\n",
    )[1] as string;

  test("of one row that is not counted", () => {
    const counts = {
      read: 7,
      computed: 6,
      leftOut: 0,
      rejected: 1,
      reasons: { leftOut: {}, rejected: { AGE_INVALID: 1 } },
    };
    expect(note({ counts })).toMatch(/^ {2}- 1 ligne sur 7 non comptée \(âge invalide : 1\)\n/);
    expect(note({ counts }, "en")).toMatch(/^ {2}- 1 row of 7 not counted \(invalid age: 1\)\n/);
  });

  test("of one indicator that is impossible: its own sentence", () => {
    const warnings = manyLines.warnings.slice(0, 1);
    expect(note({ warnings })).toContain("  - sein : impossible (3 fois)\n");
  });
});

describe("what the open questions are worth beside the statement", () => {
  const words = (text: string) => ({ fr: `${text}.`, en: `${text}.` });
  const paid = (amounts: readonly (readonly [due: string, amount: string, difference: string])[]) =>
    amounts.map(([due, amount, difference]) => ({ due, amount, difference }));
  const option = (id: string, difference: string, instalments: ReturnType<typeof paid>) => ({
    id,
    ...words(id),
    inUse: false,
    total: "1.00",
    difference,
    instalments,
  });
  const inUse = { ...option("yes", "0.00", []), inUse: true };
  const refused = { id: "no", ...words("refused"), inUse: false, refusal: {} as never };
  const question = (id: string, ...options: readonly object[]) =>
    ({ id, ...words(`${id}?`), options: [inUse, ...options] }) as never;
  const prices = (
    lowest: string,
    highest: string,
    ...readings: readonly never[]
  ): ReadingPrices => ({
    schedule: "fr.village",
    year: 2026,
    total: "138.25",
    readings,
    lowest: { total: lowest, readings: {} },
    highest: { total: highest, readings: {} },
  });
  const moving = prices(
    "118.25",
    "138.25",
    question("year", option("less", "-20.00", paid([["2026-04", "40.00", "-20.00"]]))),
    question(
      "both",
      option(
        "later",
        "0.00",
        paid([
          ["2026-04", "50.00", "-10.00"],
          ["2026-09", "70.05", "10.00"],
        ]),
      ),
      option(
        "next",
        "0.00",
        paid([
          ["2026-04", "50.00", "-10.00"],
          ["2027", "28.20", "10.00"],
        ]),
      ),
    ),
    question(
      "cents",
      option(
        "first",
        "0.00",
        paid([
          ["2026-04", "60.99", "0.99"],
          ["2026-09", "59.06", "-0.99"],
        ]),
      ),
    ),
    question("total", option("more", "5.00", paid([["2026-04", "60.00", "0.00"]]))),
    question("still", option("same", "0.00", paid([["2026-04", "60.00", "0.00"]])), refused),
  );
  const format = (readings: ReadingPrices, locale: "fr" | "en"): string =>
    plain(formatStatement(manyLines, { readings, locale, as: "markdown" }));

  test("in French: how far, then each question that moves something", () => {
    const text = format(moving, "fr");
    expect(text).toContain(
      "\n- Selon les questions que le texte laisse ouvertes : de 118,25 € à 138,25 €\n- 135,00 €",
    );
    const [, list] = text.split(
      "### Points que le texte ne tranche pas, et l'interprétation retenue\n\n",
    );
    expect(list?.split("\n\n")[0]?.split("\n")).toEqual([
      "- year?. Yes.. Si c'est « less. » : −20,00 € (avril 2026 : 40,00 €).",
      "- both?. Yes.. Si c'est « later. » : total inchangé (avril 2026 : 50,00 €). Si c'est « next. » : total inchangé (avril 2026 : 50,00 €, 2027 : 28,20 €).",
      "- cents?. Yes.. Si c'est « first. » : quelques centimes d'un acompte à l'autre.",
      "- total?. Yes.. Si c'est « more. » : +5,00 €.",
    ]);
  });

  test("in English", () => {
    const text = format(moving, "en");
    expect(text).toContain(
      "\n- Under the questions that the text leaves open: from €118.25 to €138.25\n- €135.00",
    );
    expect(text).toContain('If it is "less.": −€20.00 (April 2026: €40.00).');
    expect(text).toContain('If it is "next.": same total (April 2026: €50.00, 2027: €28.20).');
    expect(text).toContain('If it is "first.": a few cents from one instalment to another.');
  });

  test.each([
    [
      "dates alone",
      moving.readings.slice(1, 2),
      "Les questions que le texte laisse ouvertes ne changent que les dates ou les acomptes",
      "The questions that the text leaves open change dates or instalments only",
    ],
    [
      "nothing",
      moving.readings.slice(4),
      "Aucune question que le texte laisse ouverte ne change ce total",
      "No question that the text leaves open changes this total",
    ],
  ])("where they move %s", (_, readings, fr, en) => {
    const same = { ...prices("138.25", "138.25"), readings };
    expect(format(same, "fr")).toContain(`\n- ${fr}\n`);
    expect(format(same, "en")).toContain(`\n- ${en}\n`);
  });

  test("cents are told as such below one euro each, and an option of which a part is missing is not", () => {
    const instalments = (first: string, second: string): ReturnType<typeof paid> =>
      paid([
        ["2026-04", "60.00", first],
        ["2026-09", "59.00", second],
      ]);
    const { instalments: _, ...undated } = option("undated", "-5.00", []);
    const { difference: __, ...uncompared } = option("uncompared", "0.00", instalments("1", "-1"));
    const readings = [
      question("euro", option("all", "0.00", instalments("1.00", "-1.00"))),
      question("one", option("some", "0.00", instalments("0.99", "-1.00"))),
      question("parts", undated, uncompared),
    ];
    const text = format({ ...prices("118.25", "138.25"), readings }, "en");
    const [, list = ""] = text.split("the interpretation used\n\n");
    expect(list.split("\n\n")[0]?.split("\n")).toEqual([
      '- euro?. Yes.. If it is "all.": same total (April 2026: €60.00).',
      '- one?. Yes.. If it is "some.": same total (April 2026: €60.00).',
    ]);
  });

  test("those of another statement are refused", () => {
    for (const other of [{ year: 2027 }, { schedule: "fr.other" }, { total: "138.26" }]) {
      const { schedule, year, total } = { ...moving, ...other };
      const found = `"${schedule}, ${year}, ${total}"`;
      expect(refusal(() => format({ ...moving, ...other }, "fr"))).toEqual(
        why(
          "INPUT_INVALID",
          "readings",
          found,
          "ce que rend computeReadings pour ce seul médecin : fr.village, 2026, 138.25",
          "what computeReadings returns for this physician alone: fr.village, 2026, 138.25",
        ),
      );
    }
  });
});

describe("statements in a row", () => {
  const schedule = {
    ...getSchedule("fr.fmt.2026"),
    sources: { NEWS: {}, LAW: {}, TOWN: {} } as never,
  };
  const [first] = manyLines.lines as [Statement["lines"][0]];
  const other: Statement = {
    ...manyLines,
    physicianId: "D2",
    lines: [
      first,
      { ...first, rule: "town", sources: ["TOWN"], assumed: { fr: "ville", en: "town" } },
    ],
    assumptions: [
      ...manyLines.assumptions,
      { code: "assumed-rule", path: "reads", fr: "lu en mai", en: "read in May" },
    ],
    sources: { TOWN: { status: "secondary", checked: "2026-03-01", title: "Ville" } },
  };
  const series = (as: SeriesLayout, ...all: readonly Statement[]): string => {
    const made = new StatementSeries(schedule, as, "fr");
    return plain(all.map((one) => made.next(one, undefined)).join("") + made.end());
  };

  test("as text: what is common stands once, at the end", () => {
    const rule = `\n${"─".repeat(100)}\n\n`;
    const [one, two, common] = series("text", manyLines, other).split(rule);
    expect(one).toMatch(/^Forfait du village 2026 · .*\nMédecin D1 · /);
    expect(two).toMatch(/^Forfait du village 2026 · .*\nMédecin D2 · /);
    for (const each of [one, two]) {
      expect(each).toContain("\nÀ noter\n");
      expect(each).toContain("\nPoints que le texte ne tranche pas");
      expect(each).not.toMatch(/\n(?:Détail|Hypothèses|Sources)\n/);
    }
    // The sources are numbered in the order of the schedule.
    expect(one).toMatch(/75 ans et plus .* a \[1\]\[2\]\n/);
    expect(two).toMatch(/0 à 6 ans .* a \[3\]\n/);
    expect(common).toBe(`Hypothèses
  - Socle : 7 à 74 ans : comme avant
  - Socle : 0 à 6 ans : ville
  - versé en juin
  - lu en mai

Sources
  [1] Journal (source non officielle, lue le 01/02/2026)
  [2] Loi (source officielle, lue le 15/01/2026)
      https://example.org/loi
  [3] Ville (source non officielle, lue le 01/03/2026)

Ce calcul n'émane pas de l'Assurance Maladie et ne dit pas ce qu'une caisse versera. Barème
fr.village v2, forfait-medecin-traitant 0.0.0.
`);
  });

  test("as Markdown: under one title", () => {
    const text = series("markdown", manyLines, other);
    expect(text).toMatch(/^# Forfait du village 2026 · estimation non officielle\n\n## Forfait/);
    expect(text.match(/^#{1,3} .*/gm)?.map((one) => one.split(" ")[0])).toEqual([
      "#",
      "##",
      "###",
      "###",
      "##",
      "###",
      "###",
      "###",
      "###",
    ]);
    expect(text).toMatch(/\n\n### Hypothèses\n\n- Socle : 7 à 74 ans : comme avant\n/);
  });

  test("as a page: one document, whose links lead to its end", () => {
    const page = series("page", manyLines, other);
    expect(page).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(page.match(/<h1>.*<\/h1>/g)).toEqual([
      "<h1>Forfait du village 2026 · estimation non officielle</h1>",
    ]);
    expect(page.match(/<section class="[^"]*" lang="fr"/g)).toEqual([
      '<section class="forfait-mt" lang="fr"',
      '<section class="forfait-mt" lang="fr"',
      '<section class="forfait-mt common" lang="fr"',
    ]);
    expect(page.match(/<\/section>/g)).toHaveLength(3);
    expect(page).toMatch(/<\/html>\n$/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((one) => !ids.includes(one))).toEqual([]);
    expect([...new Set(links)].sort()).toEqual(["mt-1", "mt-2", "mt-3"]);
  });

  test("with what the open questions of one are worth; of nobody, nothing", () => {
    const made = new StatementSeries(schedule, "text", "en");
    const readings: ReadingPrices = {
      schedule: "fr.village",
      year: 2026,
      total: "138.25",
      readings: [],
      lowest: { total: "100.00", readings: {} },
      highest: { total: "138.25", readings: {} },
    };
    expect(made.next(manyLines, readings)).toContain("from €100.00 to €138.25");
    expect(new StatementSeries(schedule, "text", "en").end()).toBe("");
  });
});
