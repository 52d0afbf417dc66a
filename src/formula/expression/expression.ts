/**
 * An expression as a tree, independent of any dialect. The functions below build trees and fold
 * constants, so that whatever the schedule already decides is not evaluated again for each row.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: bigint }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "day"; readonly value: string }
  | { readonly kind: "null"; readonly type: Type }
  | ColumnReference
  | {
      readonly kind: "terms";
      readonly operator: "OR" | "AND" | "+" | "*";
      readonly terms: readonly Expression[];
    }
  | {
      readonly kind: "pair";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "isNull"; readonly of: Expression }
  | {
      readonly kind: "between";
      readonly of: Expression;
      readonly from: Expression;
      readonly to: Expression;
    }
  | { readonly kind: "in"; readonly of: Expression; readonly list: readonly Expression[] }
  | { readonly kind: "case"; readonly branches: readonly Branch[]; readonly otherwise: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly Expression[] }
  /** A column of any type, read as what it must hold: NULL where it holds anything else. */
  | { readonly kind: "read"; readonly of: ColumnReference; readonly as: Reading }
  /** Number of rows, or of the values of an expression that are not NULL. */
  | { readonly kind: "count"; readonly of?: Expression; readonly distinct?: true }
  | { readonly kind: "euros"; readonly cents: Expression }
  | { readonly kind: "cast"; readonly of: Expression; readonly to: Type }
  | { readonly kind: "extract"; readonly part: "QUARTER" | "YEAR"; readonly of: Expression }
  | { readonly kind: "quotient"; readonly of: Expression; readonly by: Expression }
  | { readonly kind: "days"; readonly from: Expression; readonly to: Expression }
  | {
      readonly kind: "over";
      readonly of: Expression;
      readonly by: Expression;
      readonly order: readonly Order[];
    };

export interface ColumnReference {
  readonly kind: "column";
  readonly name: string;
  /** The name is the user's. */
  readonly quoted: boolean;
}

/** `wide` is an integer of more than 64 bits: a product of cents, rates and patients. */
export type Type = "text" | "boolean" | "integer" | "wide" | "decimal" | "day" | "euros";

/**
 * What a column is read as: text without blanks around it, NULL if nothing is left; a whole number;
 * a yes or a no; `yes` or `none` for those, or else the text; a day; the year of a text that gives
 * no day; a number with decimals.
 */
export type Reading = "text" | "whole" | "flag" | "answer" | "day" | "year" | "decimal";
type Operator = "-" | "%" | "=" | "<>" | "<" | "<=" | ">" | ">=";
type FunctionName = "COALESCE" | "GREATEST" | "LEAST" | "MIN" | "ROUND" | "ROW_NUMBER" | "SUM";

export interface Branch {
  readonly when: Expression;
  readonly value: Expression;
  /** Printed as a comment beside the branch. */
  readonly remark?: string;
}

/** An expression and the name by which others refer to it. */
export interface Named {
  readonly as: string;
  readonly value: Expression;
}

export interface Order {
  readonly of: Expression;
  readonly descending?: boolean;
}

export const number = (value: number | bigint): Expression => ({
  kind: "number",
  value: BigInt(value),
});
export const text = (value: string): Expression => ({ kind: "text", value });
export const truth = (value: boolean): Expression => ({ kind: "boolean", value });
/** A date literal, `YYYY-MM-DD`. */
export const day = (value: string): Expression => ({ kind: "day", value });
export const nothing = (type: Type): Expression => ({ kind: "null", type });

/** A column named by the formula itself. */
export const internal = (name: string): ColumnReference => ({
  kind: "column",
  name,
  quoted: false,
});
/** A column of the user's table: always quoted. */
export const foreign = (name: string): ColumnReference => ({ kind: "column", name, quoted: true });

export function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === "number" && expression.value === BigInt(value);
}

export function isTruth(expression: Expression, value: boolean): boolean {
  return expression.kind === "boolean" && expression.value === value;
}

export const and = (...terms: readonly Expression[]): Expression => connect("AND", terms);
export const or = (...terms: readonly Expression[]): Expression => connect("OR", terms);

function connect(operator: "AND" | "OR", terms: readonly Expression[]): Expression {
  const neutral = operator === "AND";
  const left = terms.filter((term) => !isTruth(term, neutral));
  if (left.some((term) => isTruth(term, !neutral))) return truth(!neutral);
  return left.length > 1 ? { kind: "terms", operator, terms: left } : (left[0] ?? truth(neutral));
}

export function not(of: Expression): Expression {
  return of.kind === "boolean" ? truth(!of.value) : { kind: "not", of };
}

export function plus(...terms: readonly Expression[]): Expression {
  const flat = terms.flatMap((term) =>
    term.kind === "terms" && term.operator === "+" ? term.terms : [term],
  );
  const left = flat.filter((term) => !isNumber(term, 0));
  return left.length > 1 ? { kind: "terms", operator: "+", terms: left } : (left[0] ?? number(0));
}

export function times(...terms: readonly Expression[]): Expression {
  const flat = terms.flatMap((term) =>
    term.kind === "terms" && term.operator === "*" ? term.terms : [term],
  );
  const known = flat.reduce(
    (product, term) => (term.kind === "number" ? product * term.value : product),
    1n,
  );
  const unknown = flat.filter((term) => term.kind !== "number");
  if (known === 0n) return number(0);
  const left = known === 1n ? unknown : [number(known), ...unknown];
  return left.length > 1 ? { kind: "terms", operator: "*", terms: left } : (left[0] ?? number(1));
}

export function minus(left: Expression, right: Expression): Expression {
  return isNumber(right, 0) ? left : { kind: "pair", operator: "-", left, right };
}

export function compare(left: Expression, operator: Operator, right: Expression): Expression {
  return { kind: "pair", operator, left, right };
}

/** Integer quotient, truncated towards zero. */
export function quotient(of: Expression, by: Expression): Expression {
  return isNumber(of, 0) || isNumber(by, 1) ? of : { kind: "quotient", of, by };
}

export const remainder = (of: Expression, by: Expression): Expression => ({
  kind: "pair",
  operator: "%",
  left: of,
  right: by,
});

/** Quotient of two non-negative integers, rounded half up: (2n + d) / 2d, truncated. */
export function rounded(of: Expression, by: Expression): Expression {
  return isNumber(of, 0) ? of : quotient(plus(times(number(2), of), by), times(number(2), by));
}

/** Value of the first branch whose condition holds. */
export function choose(branches: readonly Branch[], otherwise: Expression): Expression {
  const possible = branches.filter(({ when }) => !isTruth(when, false));
  const certain = possible.findIndex(({ when }) => isTruth(when, true));
  const open = certain < 0 ? possible : possible.slice(0, certain);
  const rest = certain < 0 ? otherwise : (possible[certain] as Branch).value;
  return open.length > 0 ? { kind: "case", branches: open, otherwise: rest } : rest;
}

export const when = (condition: Expression, value: Expression, otherwise: Expression): Expression =>
  choose([{ when: condition, value }], otherwise);

export const isNull = (of: Expression): Expression => ({ kind: "isNull", of });
export const between = (of: Expression, from: Expression, to: Expression): Expression => ({
  kind: "between",
  of,
  from,
  to,
});
export const among = (of: Expression, list: readonly string[]): Expression => ({
  kind: "in",
  of,
  list: list.map(text),
});
export const call = (name: FunctionName, ...of: readonly Expression[]): Expression => ({
  kind: "call",
  name,
  of,
});
export const cast = (of: Expression, to: Type): Expression => ({ kind: "cast", of, to });
/** Cents as euros with two decimals. */
export const euros = (cents: Expression): Expression => ({ kind: "euros", cents });
export const quarter = (of: Expression): Expression => ({ kind: "extract", part: "QUARTER", of });
export const yearOf = (of: Expression): Expression =>
  cast({ kind: "extract", part: "YEAR", of }, "integer");
/** Number of days from one date to another. */
export const days = (from: Expression, to: Expression): Expression => ({ kind: "days", from, to });
export const over = (of: Expression, by: Expression, ...order: readonly Order[]): Expression => ({
  kind: "over",
  of,
  by,
  order,
});

/** COALESCE, unless there is no fallback or the value cannot be NULL. */
export function coalesce(value: Expression, fallback: Expression | undefined): Expression {
  const certain = value.kind === "number" || value.kind === "text" || value.kind === "boolean";
  return fallback === undefined || certain ? value : call("COALESCE", value, fallback);
}

export const sum = (of: Expression): Expression => (isNumber(of, 0) ? of : call("SUM", of));

/** Number of rows, or of values that are not NULL. */
export const count = (of?: Expression): Expression => ({ kind: "count", ...(of && { of }) });
export const countDistinct = (of: Expression): Expression => ({
  kind: "count",
  of,
  distinct: true,
});

export const read = (of: ColumnReference, as: Reading): Expression => ({ kind: "read", of, as });
