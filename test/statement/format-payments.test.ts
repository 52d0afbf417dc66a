import { describe, expect, test } from "vitest";
import { formatStatement, type Locale, type Statement } from "../../src/index.ts";
import { manyLines } from "../support/many-lines.ts";
import { table } from "../support/table.ts";

/** What is paid when, in words, and how it stands beside the total. */

type Payment = readonly [due: string, amount: string, components?: Record<string, string>];

/** The lines of a statement are those of `base`, `care` and `c2s`, uplifts and a part of a year. */
function paying(payments: readonly Payment[], change: Partial<Statement> = {}): Statement {
  const instalments = payments.map(([due, amount, components = {}]) => ({
    due,
    amount,
    components,
  }));
  return { ...manyLines, instalments, ...change };
}

/** Label and amount of each payment. */
function told(payments: readonly Payment[], locale: Locale): string[] {
  const text = formatStatement(paying(payments), { locale, as: "markdown" });
  const [, rows] = text.replaceAll("\u00a0", " ").split("| :-- | --: |\n") as [string, string];
  return (rows.split("\n\n")[0] as string)
    .split("\n")
    .slice(1)
    .map((row) => row.slice(2, -2));
}

const uplifts = { zone: "1.00", age: "1.00" };

table<readonly Payment[], readonly [readonly string[], readonly string[]]>(
  "payments in French and in English",
  [
    [
      "one alone is no balance",
      [["2026-04", "10.00"]],
      [["versement en avril 2026 | 10,00 €"], ["paid in April 2026 | €10.00"]],
    ],
    [
      "one of which the year alone is known",
      [["2026", "10.00"]],
      [["versement en 2026 | 10,00 €"], ["paid in 2026 | €10.00"]],
    ],
    [
      "one of nothing is not told",
      [
        ["2026-04", "10.00"],
        ["2026-06", "0.00"],
        ["2026-09", "10.00"],
      ],
      [
        ["deux acomptes en 2026 : 10,00 € (avril, septembre) | 20,00 €"],
        ["two instalments in 2026: €10.00 (April, September) | €20.00"],
      ],
    ],
    [
      "a balance of nothing is not told",
      [
        ["2026-04", "10.00"],
        ["2027", "0.00", { base: "-1.00", care: "1.00" }],
      ],
      [["versement en avril 2026 | 10,00 €"], ["paid in April 2026 | €10.00"]],
    ],
    [
      "a balance has the names of what it pays, and none of what it pays nothing of",
      [
        ["2026-04", "10.00"],
        ["2027-06", "3.00", { base: "0.00", care: "1.00", zone: "2.00" }],
      ],
      [
        [
          "versement en avril 2026 | 10,00 €",
          "solde en juin 2027 : Prévention, Majorations | 3,00 €",
        ],
        ["paid in April 2026 | €10.00", "balance in June 2027: Prevention, Uplifts | €3.00"],
      ],
    ],
    [
      "a balance of everything has no names",
      [
        ["2026-04", "10.00"],
        ["2027", "6.00", { base: "1.00", care: "2.00", c2s: "1.00", ...uplifts }],
      ],
      [
        ["versement en avril 2026 | 10,00 €", "solde en 2027 | 6,00 €"],
        ["paid in April 2026 | €10.00", "balance in 2027 | €6.00"],
      ],
    ],
    [
      "a balance below zero is taken back",
      [
        ["2026-04", "10.00"],
        ["2027", "-3.00", { care: "-3.00" }],
      ],
      [
        ["versement en avril 2026 | 10,00 €", "solde repris en 2027 : Prévention | −3,00 €"],
        ["paid in April 2026 | €10.00", "balance taken back in 2027: Prevention | −€3.00"],
      ],
    ],
    [
      "fifty cents between two are odd cents",
      [
        ["2026-04", "10.00"],
        ["2026-06", "10.50"],
      ],
      [
        [
          "deux acomptes en 2026 : 10,00 € (avril), 10,50 € (juin) ; la différence vient des centimes que la division laisse | 20,50 €",
        ],
        [
          "two instalments in 2026: €10.00 (April), €10.50 (June); they differ by the cents that the division leaves | €20.50",
        ],
      ],
    ],
    [
      "more is a difference",
      [
        ["2026-04", "10.00"],
        ["2026-06", "10.51"],
      ],
      [
        ["deux acomptes en 2026 : 10,00 € (avril), 10,51 € (juin) | 20,51 €"],
        ["two instalments in 2026: €10.00 (April), €10.51 (June) | €20.51"],
      ],
    ],
  ],
  (payments) => [told(payments, "fr"), told(payments, "en")],
);

test("of a year are counted in words up to twelve, then in digits", () => {
  const counts = Array.from({ length: 12 }, (_, i) => i + 2);
  const names = (locale: Locale): string[] =>
    counts.map((count) => {
      const payments = Array.from({ length: count }, (): Payment => ["2026-12", "1.00"]);
      return told(payments, locale)[0]?.split(" ")[0] as string;
    });
  expect(names("fr").join(" ")).toBe("deux trois quatre cinq six sept huit neuf dix onze douze 13");
  expect(names("en").join(" ")).toBe(
    "two three four five six seven eight nine ten eleven twelve 13",
  );
});

describe("in text, the column of labels is as wide as what 100 characters leave beside amounts", () => {
  const head = (statement: Statement): string[] =>
    (formatStatement(statement, { locale: "en" }).replaceAll("\u00a0", " ").split("\n\n")[1] ?? "")
      .split("\n")
      .slice(0, 3);

  // "    balance in 2027: " is 21, of which 2 are outside of the column; €138.25 is 7
  const withBalanceOf = (name: string): Statement => {
    const [line] = manyLines.lines as [Statement["lines"][0]];
    const named = { ...line, component: "long", label: { fr: name, en: name } };
    const payments: readonly Payment[] = [
      ["2026-04", "10.00"],
      ["2027", "5.00", { long: "5.00" }],
    ];
    return paying(payments, { lines: [...manyLines.lines, named] });
  };

  test("a label that fits stands beside its amount", () => {
    const name = "x".repeat(93 - 19);
    expect(head(withBalanceOf(name))).toEqual([
      `  ${"Total (unofficial)".padEnd(93)}  €138.25`,
      `  ${"  paid in April 2026".padEnd(93)}   €10.00`,
      `    balance in 2027: ${name}    €5.00`,
    ]);
  });

  test("a longer one stands above it", () => {
    const name = "x".repeat(93 - 18);
    const text = formatStatement(withBalanceOf(name), { locale: "en" }).replaceAll("\u00a0", " ");
    expect(text).toContain(
      [
        `\n  ${"Total (unofficial)".padEnd(93)}  €138.25`,
        `  ${"  paid in April 2026".padEnd(93)}   €10.00`,
        `    balance in 2027: ${name}`,
        `  ${" ".repeat(93)}    €5.00\n`,
      ].join("\n"),
    );
  });
});
