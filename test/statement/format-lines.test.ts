import { describe, expect, test } from "vitest";
import {
  formatStatement,
  type Locale,
  type Statement,
  type StatementLine,
} from "../../src/index.ts";
import { rate, signedMoney } from "../../src/statement/format/locale.ts";
import { manyLines } from "../support/many-lines.ts";
import { table } from "../support/table.ts";

/** How lines are put together, and the sentences beside them, at their edges. */

const [first] = manyLines.lines as [StatementLine];
const uplift = manyLines.lines.find(({ component }) => component === "zone") as StatementLine;

/** A line of `base` of one patient at a price. */
const at = (price: string, label: string, more: Partial<StatementLine> = {}): StatementLine =>
  ({
    ...first,
    label: { fr: label, en: label },
    quantity: 1,
    unitAmount: price,
    amount: price,
    ...more,
  }) as StatementLine;

/** The rows of the table of lines in English, without their bars. */
function rowsOf(lines: readonly StatementLine[]): string[] {
  const text = formatStatement({ ...manyLines, lines }, { locale: "en", as: "markdown" });
  const [, rows] = text.replaceAll("\u00a0", " ").split("| :-- | --: | --: | :-- |\n") as [
    string,
    string,
  ];
  return (rows.split("\n\n")[0] as string).split("\n").map((row) => row.slice(2, -2));
}

describe("lines of one part", () => {
  test("of two prices stand one by one, however many", () => {
    expect(
      rowsOf([
        at("1.00", "Base: a"),
        at("1.00", "Base: b"),
        at("2.00", "Base: c"),
        at("1.00", "Base: d"),
      ]),
    ).toEqual([
      "**Base** |  | **€5.00** | a",
      "a | 1 × €1.00 | €1.00 | a (1)",
      "b | 1 × €1.00 | €1.00 | a (1)",
      "c | 1 × €2.00 | €2.00 | a (1)",
      "d | 1 × €1.00 | €1.00 | a (1)",
    ]);
  });

  test("whose labels have no name in common stand under the id of the part", () => {
    expect(rowsOf([at("1.00", "Patient a"), at("1.00", "Patient b")])).toEqual([
      "**base** | 2 × €1.00 | **€2.00** | a",
      "Patient a | 1 × €1.00 | €1.00 | a (1)",
      "Patient b | 1 × €1.00 | €1.00 | a (1)",
    ]);
    expect(rowsOf([at("1.00", ": a"), at("1.00", ": b")])).toEqual([
      "**base** | 2 × €1.00 | **€2.00** | a",
      ": a | 1 × €1.00 | €1.00 | a (1)",
      ": b | 1 × €1.00 | €1.00 | a (1)",
    ]);
    expect(rowsOf([at("1.00", "Base: a"), at("1.00", "Basement: b")])[0]).toMatch(/^\*\*base\*\*/);
  });

  test("of which some are assumed keep their order, the assumed ones after the others", () => {
    const assumed = { status: "assumed" } as const;
    expect(
      rowsOf([
        at("1.00", "Base: a", assumed),
        at("2.00", "Base: b"),
        at("3.00", "Base: c", assumed),
        at("4.00", "Base: d"),
      ]).map((row) => row.split(" ")[0]),
    ).toEqual(["**Base**", "b", "d", "a", "c"]);
  });

  test("that one sum stands for, of several statuses: the sources of all, and no letter", () => {
    const lines = [
      at("1.00", "Base: a"),
      at("1.00", "Base: b", { status: "secondary", sources: ["NEWS"] }),
      at("1.00", "Base: c"),
      at("1.00", "Base: d"),
    ];
    const text = formatStatement({ ...manyLines, lines }, { locale: "en" });
    expect(text.replaceAll("\u00a0", " ")).toContain("\n  Base  4 × €1.00  €4.00  [1][2]\n");
  });

  test("are apart from uplifts, also where it is called as these are", () => {
    const own = at("1.00", "Own", { component: "rate" });
    expect(rowsOf([own, uplift]).map((row) => row.split(" | ")[0])).toEqual(["Own", "Uplift: ZIP"]);
    expect(rowsOf([own, own]).map((row) => row.split(" | ")[0])).toEqual([
      "**rate**",
      "Own",
      "Own",
    ]);
  });
});

describe("a statement of which nothing is official", () => {
  const lines = [at("138.25", "Base", { status: "user" })];
  const without = ["notes", "questions", "assumptions", "sources"] as const;

  test.each([
    ["fr", "Aucun montant ne repose sur une source officielle"],
    ["en", "No amount rests on an official source"],
  ] as const)("says so: %s", (locale, said) => {
    const options = { locale, without, as: "markdown" } as const;
    expect(formatStatement({ ...manyLines, lines }, options)).toContain(`\n\n- ${said}\n\n| `);
  });
});

describe("what the reader has to know", () => {
  const notes = (change: Partial<Statement>, locale: Locale): readonly string[] => {
    const statement = { ...manyLines, assumptions: [], warnings: [], ...change };
    const text = formatStatement(statement, { locale, as: "markdown" }).replaceAll("\u00a0", " ");
    const [, list = ""] = text.split(locale === "fr" ? "### À noter\n\n" : "### Please note\n\n");
    return list.split("\n\n")[0]?.split("\n") ?? [];
  };
  const counts = (read: number, leftOut: number) => ({
    read,
    computed: read - leftOut,
    leftOut,
    rejected: 0,
    reasons: { leftOut: { dead: leftOut }, rejected: {} },
  });

  test("of rows that are not counted, in thousands", () => {
    const change = { counts: counts(12_345, 1_234) };
    expect(notes(change, "fr")).toEqual([
      "- 1 234 lignes sur 12 345 non comptées (décédé ce jour ou avant : 1 234)",
    ]);
    expect(notes(change, "en")).toEqual([
      "- 1,234 rows of 12,345 not counted (died on the day or before: 1,234)",
    ]);
  });

  test("names are told together of the notices that have one, of indicators that are impossible", () => {
    const named = manyLines.warnings.slice(0, 2);
    const stored = { ...named[0], about: undefined, fr: "d'avant", en: "from before" } as never;
    const other = {
      code: "lunar-date",
      path: "",
      fr: "lune",
      en: "moon",
      about: { fr: "x", en: "x" },
    } as const;
    const change = { counts: counts(6, 0), warnings: [stored, ...named, other] };
    expect(notes(change, "en")).toEqual([
      '- indicators validated for patients whom their age or sex excludes: "breast" (3), "prostate" (1)',
      "- from before (3 times)",
      "- moon",
    ]);
  });
});

describe("the values that a simulation changes", () => {
  const head = (changes: Statement["changes"], locale: Locale = "en"): string => {
    const statement = { ...manyLines, simulation: true, changes } as Statement;
    return formatStatement(statement, { locale }).split("\n\n")[0] as string;
  };

  test("are all listed up to eight", () => {
    const changes = Array.from({ length: 8 }, (_, i) => ({ path: `p${i}`, was: "1", now: "2" }));
    expect(head(changes).split("\n  - ").slice(1)).toEqual(
      changes.map(({ path }) => `${path}: 1 → 2`),
    );
  });

  test("are cut beyond sixty characters", () => {
    // Two brackets and two quotes are four characters more.
    const kept = ["x".repeat(56)];
    expect(
      head([{ path: "p", now: kept }])
        .split("\n")
        .at(-1),
    ).toBe(`  - p: → ${JSON.stringify(kept)}`);
    expect(head([{ path: "p", now: ["x".repeat(57)] }])).toContain(`p: → ["${"x".repeat(57)}"…`);
  });
});

table<string, readonly [string, string]>(
  "a difference, in French and in English",
  [
    ["more", "1000.50", ["+1\u00a0000,50\u00a0€", "+€1,000.50"]],
    ["less", "-0.05", ["−0,05\u00a0€", "−€0.05"]],
    ["nothing", "0.00", ["0,00\u00a0€", "€0.00"]],
  ],
  (amount) => [signedMoney(amount, "fr"), signedMoney(amount, "en")],
);

table<string, string>(
  "a percentage is written with four decimals, or rounded to two",
  [
    ["four", "12.3456%", "12.3456%"],
    ["five", "12.34567%", "12.35%"],
  ],
  (text) => rate(text, "en"),
);
