import { describe, expect, test } from "vitest";
import {
  compareStatements,
  computePhysician,
  formatStatementComparison,
  type ComputeOptions,
  type Patient,
  type Physician,
  type Statement,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";

const patients: Patient[] = [
  { age: 82, ald: true, c2s: false },
  { age: 40, ald: false, c2s: false },
];
const statement = (
  options: ComputeOptions,
  rows: readonly Patient[] = patients,
  physician: Physician = { id: "A", zone: "ZIP" },
): Statement => computePhysician({ physician, patients: rows }, options);
const stored = (one: Statement): Statement => JSON.parse(JSON.stringify(one)) as Statement;

describe("the FPMT of 2025 beside the FMT of 2026", () => {
  const comparison = compareStatements(statement({ year: 2025 }), statement({ year: 2026 }));

  test("lines are joined by rule; one that the other lacks is zero there", () => {
    expect(
      comparison.lines.map(({ rule, before, after, change }) => [rule, before, after, change]),
    ).toEqual([
      ["base.7-79.amount", "5.00", "0.00", "-5.00"],
      ["base.ald-80+.amount", "70.00", "100.00", "30.00"],
      ["base.7-74.amount", "0.00", "5.00", "5.00"],
      // (100 + 5) * 10 %
      ["zone.year-3+.rate", "0.00", "10.50", "10.50"],
    ]);
    const [only, both] = comparison.lines;
    expect([only?.beforeLine?.amount, only?.afterLine]).toEqual(["5.00", undefined]);
    expect([both?.beforeLine?.status, both?.afterLine?.status]).toEqual(["secondary", "official"]);
  });

  test("the total, components, and what heads the statements", () => {
    expect(comparison.total).toEqual({ before: "75.00", after: "115.50", change: "40.50" });
    expect(comparison.components["base"]).toEqual({
      before: "75.00",
      after: "105.00",
      change: "30.00",
    });
    expect(comparison.components["precarity"]).toEqual({
      before: "0.00",
      after: "0.00",
      change: "0.00",
    });
    const of = (path: string): unknown => comparison.differences.find((one) => one.path === path);
    expect(of("schedule.id")).toEqual({
      path: "schedule.id",
      before: "fr.fpmt.2024",
      after: "fr.fmt.2026",
    });
    expect(of("schedule.year")).toEqual({ path: "schedule.year", before: 2025, after: 2026 });
    expect(of("readings.zone-and-age")).toEqual({
      path: "readings.zone-and-age",
      before: null,
      after: "added",
    });
    expect(of("patients")).toBeUndefined();
  });

  test("is JSON, frozen to its last key", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(Object.isFrozen(comparison.lines[0])).toBe(true);
    expect(Object.isFrozen(comparison.components["base"])).toBe(true);
  });
});

test("lines of one rule are told apart by their component", () => {
  const options = { year: 2026, readings: { leaving: "quarters" } };
  const leaves: Physician = { id: "A", zone: "ZIP", activeUntil: "2026-06-30" };
  const { lines, total } = compareStatements(
    statement(options),
    statement(options, patients, leaves),
  );
  expect(
    lines
      .filter(({ rule }) => rule === "eligible.partYear")
      .map(({ component, change }) => [component, change]),
  ).toEqual([
    ["base", "-52.50"],
    ["zone", "-5.25"],
  ]);
  expect(total.change).toBe("-57.75");
});

test("a reading that moves payments and no total shows in the instalments", () => {
  const c2s = [{ age: 40, ald: false, c2s: true }];
  const { total, instalments } = compareStatements(
    statement({ year: 2026 }, c2s, { id: "A" }),
    statement({ year: 2026, readings: { "paid-when": "next-year" } }, c2s, { id: "A" }),
  );
  expect(total.change).toBe("0.00");
  expect(instalments.find(({ due }) => due === "2027")).toEqual({
    due: "2027",
    before: "0.00",
    after: "10.00",
    change: "10.00",
  });
});

test("a stored statement is compared as one that was just made, and is left as it was", () => {
  const [a, b] = [statement({ year: 2026 }), statement({ year: 2026 }, patients.slice(1))];
  const parsed = stored(a);
  expect(compareStatements(parsed, b)).toEqual(compareStatements(a, b));
  expect(Object.isFrozen(parsed.lines[0])).toBe(false);
});

const anAmount = (path: string, found: string): Why =>
  why(
    "AMOUNT_INVALID",
    path,
    found,
    'des euros en texte, avec un point et deux décimales au plus : "147.50"',
    'euros as text, with a point and at most two decimals: "147.50"',
  );

describe("refused", () => {
  const good = statement({ year: 2026 });
  const altered = (change: (one: Record<string, unknown>) => void): Statement => {
    const one = stored(good);
    change(one as unknown as Record<string, unknown>);
    return one;
  };

  const notOne = (found: string): Why =>
    why(
      "INPUT_INVALID",
      "after",
      found,
      "un relevé, comme le rend computePhysician",
      "a statement, as computePhysician returns it",
    );
  const notTheSum = (path: string, found: string, sum: string): Why =>
    why(
      "INPUT_INVALID",
      path,
      found,
      `${sum}, la somme des lignes ou des versements : le relevé a été modifié`,
      `${sum}, the sum of lines or of instalments: the statement was changed`,
    );
  const unreadable = why(
    "INPUT_INVALID",
    "after",
    "undefined",
    "une valeur qui se laisse lire",
    "a value that can be read",
  );

  // 100 + 5, uplifted by 10 %: base 105.00, zone 10.50, total 115.50
  table<unknown, Why>(
    "what is no statement, or one that was changed",
    [
      ["nothing", undefined, notOne("undefined")],
      ["null", null, notOne("null")],
      ["a text", "115.50", notOne('"115.50"')],
      ["no format", { lines: [] }, notOne("{lines}")],
      ["a format that is null", { format: null }, notOne("{format}")],
      ["a format of another name", { format: { name: "x", version: "2" } }, notOne("{format}")],
      [
        "an older format",
        altered((one) => (one["format"] = { ...good.format, version: "1" })),
        why(
          "INPUT_INVALID",
          "after.format.version",
          '"1"',
          "2 ; un relevé d'un autre format se recalcule, ou se lit avec sa version",
          "2; one of another format is computed again, or read by its own version",
        ),
      ],
      [
        "a total that was changed",
        altered((one) => (one["total"] = "999.00")),
        notTheSum("after.total", '"999.00"', "115.50"),
      ],
      [
        "a component that was changed",
        altered((one) => (one["components"] = { ...good.components, base: "1.00" })),
        notTheSum("after.components.base", '"1.00"', "105.00"),
      ],
      [
        "a component of lines that is lost",
        altered((one) => {
          const { zone: _, ...others } = good.components;
          one["components"] = others;
        }),
        notTheSum("after.components.zone", "undefined", "10.50"),
      ],
      ["no lines", altered((one) => delete one["lines"]), unreadable],
      [
        "an amount that is a number",
        altered((one) => (one["lines"] = good.lines.map((line) => ({ ...line, amount: 5 })))),
        anAmount("after.lines[0].amount", "5"),
      ],
      [
        "an instalment that is a number",
        altered((one) => (one["instalments"] = [...good.instalments, { due: "2027", amount: 5 }])),
        anAmount(`after.instalments[${good.instalments.length}].amount`, "5"),
      ],
      [
        "an instalment that is lost",
        altered((one) => (one["instalments"] = good.instalments.slice(1))),
        // four quarters of 115.50, of which the first is 28.87
        notTheSum("after.total", '"115.50"', "86.63"),
      ],
    ],
    (after) => refused(() => compareStatements(good, after as Statement)),
  );
});

test("instalments stand in the order of their dates, whichever statement has them", () => {
  const { instalments } = compareStatements(statement({ year: 2026 }), statement({ year: 2025 }));
  expect(instalments.map(({ due }) => due)).toEqual([
    "2025-06",
    "2025-09",
    "2025-11",
    "2026-03",
    "2026-04",
    "2026-06",
    "2026-09",
    "2026-11",
    "2027",
  ]);
});

test("lines of one rule are joined in their order", () => {
  const one = statement({ year: 2026 }, patients.slice(1), { id: "A" });
  const [line] = one.lines as [Statement["lines"][0]];
  const twice = { ...one, lines: [line, line, line] };
  const sums = { components: { ...one.components, base: "15.00" }, total: "15.00" };
  const instalments = [{ due: "2027", amount: "15.00", components: {} }];
  const { lines } = compareStatements(one, { ...twice, ...sums, instalments });
  expect(lines.map(({ rule, before, after }) => [rule, before, after])).toEqual([
    [line.rule, "5.00", "5.00"],
    [line.rule, "0.00", "5.00"],
    [line.rule, "0.00", "5.00"],
  ]);
});

test("instalments of one date are joined in their order", () => {
  const one = statement({ year: 2026 }, patients.slice(1), { id: "A" });
  const paid = (...amounts: string[]): Statement => ({
    ...one,
    instalments: amounts.map((amount) => ({ due: "2027", amount, components: {} })),
  });
  const { instalments } = compareStatements(paid("2.00", "3.00"), paid("4.00", "1.00", "0.00"));
  expect(instalments.map(({ due, before, after }) => [due, before, after])).toEqual([
    ["2027", "2.00", "4.00"],
    ["2027", "3.00", "1.00"],
    ["2027", "0.00", "0.00"],
  ]);
});

test("what is refused says which of the two statements it is", () => {
  const good = statement({ year: 2026 });
  const changed = { ...stored(good), total: "1.00" };
  expect(refused(() => compareStatements(changed, good)).path).toBe("before.total");
  expect(refused(() => compareStatements(good, changed)).path).toBe("after.total");
});

describe("formatStatementComparison", () => {
  const comparison = compareStatements(
    statement({ year: 2026 }),
    statement({ year: 2026 }, [...patients, { age: 5, ald: false, c2s: true }], {
      id: "<b>",
      zone: "ZIP",
    }),
  );

  test("text, in French: lines that change, the others in one row, and what else differs", () => {
    const text = formatStatementComparison(comparison).replaceAll("\u00a0", " ");
    expect(text).toMatch(/^Deux relevés comparés\n115,50 € → 142,00 €\n/);
    expect(text).toMatch(/Majoration C2S +0,00 € +10,00 € +10,00 €/);
    expect(text).toMatch(/sans changement \(2\) +105,00 € +105,00 € +0,00 €/);
    expect(text).toMatch(/Total +115,50 € +142,00 € +26,50 €/);
    expect(text).toContain("  - Médecin : A → <b>");
    expect(text).toContain("  - Patients : 2 → 3");
  });

  test("Markdown and HTML escape what is foreign", () => {
    expect(formatStatementComparison(comparison, { as: "markdown", locale: "en" })).toContain(
      "A → \\<b\\>",
    );
    const html = formatStatementComparison(comparison, { as: "html", locale: "en" });
    expect(html).toContain("A → &lt;b&gt;");
    expect(html).toContain('<th scope="row">C2S supplement</th>');
  });

  const years = compareStatements(statement({ year: 2025 }), statement({ year: 2026 }));
  const sections = (locale: "fr" | "en"): string[] =>
    formatStatementComparison(years, { as: "markdown", locale })
      .replaceAll("\u00a0", " ")
      .split("\n\n### ");

  // 75 is 70 + 5 in four payments; 115.50 is (100 + 5) * 110 % in four, odd cents last.
  test("two schedules in French, as a page in Markdown", () => {
    const [title, lines, payments, others] = sections("fr");
    expect(title).toBe("## Deux relevés comparés\n\n75,00 € → 115,50 €");
    expect(lines).toBe(`Ce qui change

| Ligne | Avant | Après | Écart |
| :-- | --: | --: | --: |
| Forfait : 7 à 79 ans, sans ALD | 5,00 € | 0,00 € | −5,00 € |
| Socle : ALD, 80 ans et plus | 70,00 € | 100,00 € | 30,00 € |
| Socle : 7 à 74 ans, sans ALD | 0,00 € | 5,00 € | 5,00 € |
| Majoration de zone : ZIP ou QPV | 0,00 € | 10,50 € | 10,50 € |
| **Total** | **75,00 €** | **115,50 €** | **40,50 €** |`);
    expect(payments).toBe(`Acomptes et solde

| Échéance | Avant | Après | Écart |
| :-- | --: | --: | --: |
| juin 2025 | 18,75 € | 0,00 € | −18,75 € |
| septembre 2025 | 18,75 € | 0,00 € | −18,75 € |
| novembre 2025 | 18,75 € | 0,00 € | −18,75 € |
| mars 2026 | 18,75 € | 0,00 € | −18,75 € |
| avril 2026 | 0,00 € | 28,87 € | 28,87 € |
| juin 2026 | 0,00 € | 28,87 € | 28,87 € |
| septembre 2026 | 0,00 € | 28,87 € | 28,87 € |
| novembre 2026 | 0,00 € | 28,89 € | 28,89 € |
| sans changement (1) | 0,00 € | 0,00 € | 0,00 € |`);
    expect(others?.split("\n").slice(0, 6).join("\n")).toMatch(
      new RegExp(
        [
          "^Ce qui diffère d'autre",
          "",
          "- Barème : fr.fpmt.2024 → fr.fmt.2026",
          "- Empreinte du barème : sha256:[0-9a-f]{64} → sha256:[0-9a-f]{64}",
          "- Année : 2025 → 2026",
          "- readings.precarity-cap : share → —$",
        ].join("\n"),
      ),
    );
  });

  test("and in English", () => {
    const [title, lines, payments, others] = sections("en");
    expect(title).toBe("## Two statements compared\n\n€75.00 → €115.50");
    expect(lines?.split("\n")).toMatchObject([
      "What changes",
      "",
      "| Line | Before | After | Change |",
      "| :-- | --: | --: | --: |",
      "| Base amount: 7 to 79 years, no ALD | €5.00 | €0.00 | −€5.00 |",
      ...Array.from({ length: 3 }, () => expect.any(String) as unknown),
      "| **Total** | **€75.00** | **€115.50** | **€40.50** |",
    ]);
    expect(payments).toMatch(/^Instalments and balance\n\n\| Due \| Before \| After \| Change \|/);
    expect(payments).toContain("| unchanged (1) | €0.00 | €0.00 | €0.00 |");
    expect(others).toMatch(
      /^What else differs\n\n- Schedule: .*\n- Digest of the schedule: .*\n- Year: /,
    );
  });

  test("of two statements that pay alike, the total and no payments, in English", () => {
    const alike = statement({ year: 2026 });
    const text = formatStatementComparison(compareStatements(alike, alike), { locale: "en" });
    expect(text).toBe(`Two statements compared
€115.50 → €115.50

What changes
  Line            Before    After  Change
  unchanged (3)  €115.50  €115.50   €0.00
  ───────────────────────────────────────
  Total          €115.50  €115.50   €0.00
`);
  });

  test("what is no text is shown as it is in refusals, what there is none of as a dash", () => {
    const differing = [
      { path: "patients", before: 2, after: 3 },
      { path: "changes", before: null, after: [{ path: "base", now: "7" }] },
    ];
    expect(
      formatStatementComparison({ ...comparison, differences: differing }, { locale: "en" }),
    ).toMatch(
      /\n\nWhat else differs\n {2}- Patients: 2 → 3\n {2}- changes: — → \[\{path, now\}\]\n$/,
    );
  });

  test("versions, the reference day, and what has no name of its own", () => {
    const path = (name: string) => ({ path: name, before: "a", after: 5 });
    const named = ["schedule.version", "schedule.referenceDate", "library.version", "x.y"].map(
      path,
    );
    const told = (locale: "fr" | "en"): string[] =>
      formatStatementComparison({ ...comparison, differences: named }, { locale })
        .replaceAll("\u00a0", " ")
        .split("\n")
        .slice(-5, -1);
    expect(told("fr")).toEqual([
      "  - Version du barème : a → 5",
      "  - Jour de référence : a → 5",
      "  - Version de la bibliothèque : a → 5",
      "  - x.y : a → 5",
    ]);
    expect(told("en")).toEqual([
      "  - Version of the schedule: a → 5",
      "  - Reference day: a → 5",
      "  - Version of the library: a → 5",
      "  - x.y: a → 5",
    ]);
  });

  test("refuses what is no comparison, and another layout", () => {
    const allowed = [
      "une comparaison, comme la rend compareStatements",
      "a comparison, as compareStatements returns it",
    ] as const;
    for (const [wrong, found] of [
      [{}, "{}"],
      [null, "null"],
      [undefined, "undefined"],
    ] as const)
      expect(refused(() => formatStatementComparison(wrong as never))).toEqual(
        why("INPUT_INVALID", "comparison", found, ...allowed),
      );
    expect(
      refused(() => formatStatementComparison({ ...comparison, lines: null } as never)).path,
    ).toBe("comparison");
    expect(refused(() => formatStatementComparison(comparison, { as: "pdf" as never }))).toEqual(
      why("INPUT_INVALID", "as", '"pdf"', "text, markdown, html, page"),
    );
  });
});
