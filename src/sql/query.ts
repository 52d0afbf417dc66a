import { internal, type Expression, type Order } from "./expression.ts";

/** A query: a sequence of CTEs, then the final SELECT. */
export interface Query {
  /** Lines of the leading comment. */
  readonly heading: readonly string[];
  readonly steps: readonly Step[];
  readonly result: Select;
}

/** A common table expression. */
export interface Step {
  readonly name: string;
  /** Printed as a comment above the CTE. */
  readonly description: string;
  readonly select: Select;
}

export interface Select {
  readonly columns: readonly Column[];
  readonly from: Table;
  readonly join?: Join;
  readonly groupBy?: readonly Expression[];
  readonly orderBy?: readonly Order[];
}

export interface Column {
  readonly as: string;
  readonly value: Expression;
  /** The name belongs to the result or comes from a document: always quoted. */
  readonly quoted?: true;
}

/** The name of a CTE, or a user table by its parts: `["analytics", "panel"]`. */
export type Table = string | readonly string[];

export interface Join {
  readonly kind: "FULL JOIN" | "LEFT JOIN" | "JOIN";
  readonly table: string;
  /** Columns to compare; each name occurs in only one of the two tables. */
  readonly on: readonly [Expression, Expression];
}

/** Columns passed through unchanged. */
export function kept(names: readonly string[]): Column[] {
  return names.map((name) => ({ as: name, value: internal(name) }));
}
