import {
  and,
  choose,
  coalesce,
  compare,
  day,
  internal,
  isNumber,
  isTruth,
  minus,
  not,
  number,
  or,
  plus,
  quotient,
  rounded,
  sum,
  text,
  times,
  truth,
  when,
  type Expression,
} from "../../src/formula/expression/expression.ts";
import { table } from "../support/table.ts";

const [a, b, c] = ["a", "b", "c"].map(internal) as [Expression, Expression, Expression];
const [yes, no] = [truth(true), truth(false)];
const terms = (operator: "AND" | "OR" | "+" | "*", ...all: Expression[]): Expression => ({
  kind: "terms",
  operator,
  terms: all,
});
const built = (build: () => Expression): Expression => build();

table<() => Expression, Expression>(
  "what a schedule decides is not left to the rows",
  [
    ["all of nothing is true", () => and(), yes],
    ["all of one", () => and(a), a],
    ["all of two", () => and(a, b), terms("AND", a, b)],
    ["all, one of which is true", () => and(a, yes, b), terms("AND", a, b)],
    ["all, one of which is false", () => and(a, no, b), no],
    ["all of what is true", () => and(yes, yes), yes],
    ["any of nothing is false", () => or(), no],
    ["any of one", () => or(a), a],
    ["any of two", () => or(a, b), terms("OR", a, b)],
    ["any, one of which is false", () => or(a, no, b), terms("OR", a, b)],
    ["any, one of which is true", () => or(a, yes, b), yes],

    ["not true", () => not(yes), no],
    ["not false", () => not(no), yes],
    ["not what a row says", () => not(a), { kind: "not", of: a }],

    ["the sum of nothing", () => plus(), number(0)],
    ["the sum of one", () => plus(a), a],
    ["a sum of sums", () => plus(plus(a, b), c), terms("+", a, b, c)],
    ["a sum of products", () => plus(times(a, b), c), terms("+", terms("*", a, b), c)],
    ["a sum with zeros", () => plus(number(0), a, number(0)), a],
    ["a sum with a number", () => plus(a, number(2)), terms("+", a, number(2))],

    ["the product of nothing", () => times(), number(1)],
    ["the product of one", () => times(a), a],
    ["a product of products", () => times(times(a, b), c), terms("*", a, b, c)],
    ["a product of sums", () => times(plus(a, b), c), terms("*", terms("+", a, b), c)],
    ["a product of numbers", () => times(number(2), a, number(3)), terms("*", number(2 * 3), a)],
    ["a product that is a number", () => times(number(2), number(3)), number(2 * 3)],
    ["a product with one", () => times(number(1), a), a],
    ["a product with zero", () => times(a, number(0)), number(0)],

    ["less nothing", () => minus(a, number(0)), a],
    ["less something", () => minus(a, b), { kind: "pair", operator: "-", left: a, right: b }],

    ["a quotient of nothing", () => quotient(number(0), a), number(0)],
    ["a quotient by one", () => quotient(a, number(1)), a],
    ["a quotient by two", () => quotient(a, number(2)), { kind: "quotient", of: a, by: number(2) }],
    ["nothing rounded", () => rounded(number(0), a), number(0)],
    [
      "half up: (2a + 100) / 200",
      () => rounded(a, number(100)),
      {
        kind: "quotient",
        of: terms("+", terms("*", number(2), a), number(100)),
        by: number(2 * 100),
      },
    ],

    ["the sum of a column of zeros", () => sum(number(0)), number(0)],
    ["the sum of a column", () => sum(a), { kind: "call", name: "SUM", of: [a] }],

    ["a number that is known, or another", () => coalesce(number(2), a), number(2)],
    ["a text that is known, or another", () => coalesce(text("x"), a), text("x")],
    ["a truth that is known, or another", () => coalesce(no, a), no],
    ["a value, or nothing else", () => coalesce(a, undefined), a],
    ["a value, or another", () => coalesce(a, b), { kind: "call", name: "COALESCE", of: [a, b] }],
    [
      "a day, or another",
      () => coalesce(day("2026-01-01"), b),
      { kind: "call", name: "COALESCE", of: [day("2026-01-01"), b] },
    ],
  ],
  built,
);

const branch = (
  condition: Expression,
  value: Expression,
): { when: Expression; value: Expression } => ({
  when: condition,
  value,
});

table<() => Expression, Expression>(
  "a choice",
  [
    ["of nothing", () => choose([], a), a],
    ["of what never holds", () => when(no, a, b), b],
    ["of what always holds", () => when(yes, a, b), a],
    ["of a row", () => when(a, b, c), { kind: "case", branches: [branch(a, b)], otherwise: c }],
    [
      "ends at what always holds",
      () => choose([branch(no, a), branch(a, b), branch(yes, c), branch(b, a)], b),
      { kind: "case", branches: [branch(a, b)], otherwise: c },
    ],
  ],
  built,
);

table<() => Expression, readonly boolean[]>(
  "is it the number 1, the truth",
  [
    ["the number", () => number(1), [true, false]],
    ["another number", () => number(2), [false, false]],
    ["the truth", () => yes, [false, true]],
    ["the untruth", () => no, [false, false]],
    ["a text", () => text("1"), [false, false]],
    ["a column", () => a, [false, false]],
    ["a comparison", () => compare(a, "=", number(1)), [false, false]],
  ],
  (build) => [isNumber(build(), 1), isTruth(build(), true)],
);
