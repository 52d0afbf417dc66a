import { expect, test } from "vitest";
import {
  among,
  and,
  between,
  call,
  cast,
  choose,
  compare,
  count,
  countDistinct,
  day,
  days,
  euros,
  foreign,
  internal,
  isNull,
  minus,
  not,
  nothing,
  number,
  or,
  over,
  plus,
  quarter,
  quotient,
  remainder,
  text,
  times,
  truth,
  when,
  type Expression,
} from "../../src/formula/expression/expression.ts";
import { dialects } from "../../src/sql/dialect.ts";
import { comment, inline, lines } from "../../src/sql/print-expression.ts";
import { table } from "../support/table.ts";

const [a, b, c] = ["a", "b", "c"].map(internal) as [Expression, Expression, Expression];
const { duckdb, postgres, spark } = dialects;

table<() => Expression, string>(
  "an expression has the brackets that it needs",
  [
    ["a sum of products", () => plus(times(a, b), c), "a * b + c"],
    ["a product of sums", () => times(plus(a, b), c), "(a + b) * c"],
    ["a difference of differences", () => minus(minus(a, b), c), "a - b - c"],
    ["a difference from a difference", () => minus(a, minus(b, c)), "a - (b - c)"],
    ["a sum of a difference", () => plus(a, minus(b, c)), "a + (b - c)"],
    ["a remainder of a product", () => remainder(times(a, b), c), "a * b % c"],
    ["a remainder by a product", () => remainder(a, times(b, c)), "a % (b * c)"],
    ["a quotient of a product", () => quotient(times(a, b), c), "(a * b) // c"],
    ["a quotient of a quotient", () => quotient(quotient(a, b), c), "(a // b) // c"],
    ["a quotient by a sum", () => quotient(a, plus(b, c)), "a // (b + c)"],
    ["a product of a quotient", () => times(a, quotient(b, c)), "a * (b // c)"],
    ["a comparison of sums", () => compare(plus(a, b), "<=", minus(c, a)), "a + b <= c - a"],
    ["a comparison of truths", () => compare(a, "=", compare(b, "<", c)), "a = (b < c)"],
    ["any of all", () => or(and(a, b), c), "a AND b OR c"],
    ["all of any", () => and(or(a, b), c), "(a OR b) AND c"],
    ["all of comparisons", () => and(compare(a, "<>", b), isNull(c)), "a <> b AND c IS NULL"],
    ["not one", () => not(a), "NOT a"],
    ["not all", () => not(and(a, b)), "NOT (a AND b)"],
    ["not a comparison", () => not(compare(a, "=", b)), "NOT (a = b)"],
    ["not nothing", () => not(isNull(a)), "a IS NOT NULL"],
    ["not a sum of nothing", () => not(isNull(plus(a, b))), "(a + b) IS NOT NULL"],
    ["nothing of a sum", () => isNull(plus(a, b)), "(a + b) IS NULL"],
    ["among", () => among(a, ["x", "y"]), "a IN ('x', 'y')"],
    ["not among", () => not(among(a, ["x", "y"])), "a NOT IN ('x', 'y')"],
    ["between", () => between(a, number(1), plus(b, c)), "a BETWEEN 1 AND (b + c)"],
    [
      "a comparison with between",
      () => compare(a, "=", between(b, number(1), c)),
      "a = (b BETWEEN 1 AND c)",
    ],
    ["a comparison with nothing", () => compare(a, "=", isNull(b)), "a = (b IS NULL)"],
    ["a comparison with not", () => compare(a, "=", not(b)), "a = (NOT b)"],
    ["a comparison with among", () => compare(a, "=", among(b, ["x"])), "a = (b IN ('x'))"],
    ["cents as euros", () => euros(plus(a, b)), "CAST((a + b) * 0.01 AS DECIMAL(18, 2))"],
    [
      "a product of cents as euros",
      () => euros(times(a, b)),
      "CAST(a * b * 0.01 AS DECIMAL(18, 2))",
    ],
    ["no cents as euros", () => euros(number(0)), "CAST(0 AS DECIMAL(18, 2))"],
    ["nothing", () => nothing("integer"), "CAST(NULL AS INTEGER)"],
    ["a cast", () => cast(plus(a, b), "wide"), "CAST(a + b AS HUGEINT)"],
    [
      "truths",
      () => and(compare(a, "=", truth(true)), compare(a, "=", truth(false))),
      "a = TRUE AND a = FALSE",
    ],
    ["a day", () => compare(a, "<", day("2026-01-01")), "a < DATE '2026-01-01'"],
    ["a quarter", () => quarter(a), "EXTRACT(QUARTER FROM a)"],
    ["a call", () => call("GREATEST", a, number(1)), "GREATEST(a, 1)"],
    ["a count", () => count(), "COUNT(*)"],
    ["a count of values", () => count(a), "COUNT(a)"],
    ["a count of different values", () => countDistinct(a), "COUNT(DISTINCT a)"],
    ["a choice", () => when(a, b, c), "CASE WHEN a THEN b ELSE c END"],
    ["a sum over", () => over(call("SUM", a), b), "SUM(a) OVER (PARTITION BY b)"],
    [
      "a rank",
      () => over(call("ROW_NUMBER"), b, { of: a, descending: true }, { of: c }),
      "ROW_NUMBER() OVER (PARTITION BY b ORDER BY a DESC, c)",
    ],
    ["a plain name of a user", () => foreign("age"), '"age"'],
    ["a name with a capital", () => internal("did_Flu"), '"did_Flu"'],
  ],
  (build) => inline(build(), duckdb),
);

test("each dialect has its own quotient, days and names", () => {
  const all = [quotient(plus(a, b), c), days(a, plus(b, c)), foreign('x"y`')];
  expect(
    [duckdb, postgres, spark].map((dialect) => all.map((one) => inline(one, dialect))),
  ).toEqual([
    ["(a + b) // c", "DATE_DIFF('day', a, (b + c))", '"x""y`"'],
    ["DIV(a + b, c)", "((b + c) - a)", '"x""y`"'],
    ["(a + b) DIV c", "DATEDIFF((b + c), a)", '`x"y```'],
  ]);
});

test("each dialect quotes a text its own way", () => {
  const quoted = [duckdb, postgres, spark].map((dialect) => inline(text("l'a\\b"), dialect));
  expect(quoted).toEqual(["'l''a\\b'", "E'l''a\\\\b'", "'l\\'a\\\\b'"]);
});

const long = internal("x".repeat(99));
const remarked = (remark: string, value = number(1)): Expression =>
  choose([{ when: a, value, remark }], number(0));

table<() => Expression, readonly string[]>(
  "an expression of many lines",
  [
    ["a column", () => a, ["a"]],
    ["a sum of columns", () => plus(a, b), ["a + b"]],
    ["a choice", () => remarked("why"), ["CASE", "  WHEN a THEN 1 -- why", "  ELSE 0", "END"]],
    [
      "a choice of a long condition",
      () => choose([{ when: and(or(a, b), isNull(long), c), value: number(1), remark: "why" }], a),
      [
        "CASE",
        "  WHEN (a OR b)",
        `    AND ${"x".repeat(99)} IS NULL`,
        "    AND c",
        "    THEN 1 -- why",
        "  ELSE a",
        "END",
      ],
    ],
    [
      "a choice of one of two, however long",
      () => choose([{ when: or(a, isNull(long)), value: number(1), remark: "why" }], b),
      ["CASE", `  WHEN a OR ${"x".repeat(99)} IS NULL THEN 1 -- why`, "  ELSE b", "END"],
    ],
    [
      "a sum of choices and others",
      () => plus(remarked("one"), b, remarked("two", number(2)), minus(a, c)),
      [
        "CASE",
        "  WHEN a THEN 1 -- one",
        "  ELSE 0",
        "END",
        "+ b",
        "+ CASE",
        "  WHEN a THEN 2 -- two",
        "  ELSE 0",
        "END",
        "+ a - c",
      ],
    ],
  ],
  (build) => lines(build(), duckdb),
);

table<string, string>(
  "a comment",
  [
    ["in a line", "a remark", "-- a remark"],
    ["of nothing", "", "--"],
    ["over two lines", "a\r\nb", "-- a b"],
    ["with a backslash at its end", "a \\\\ ", "-- a"],
  ],
  comment,
);
