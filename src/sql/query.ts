import {
  internal,
  type Expression,
  type Named,
  type Order,
} from "../formula/expression/expression.ts";
import type { Formula } from "../formula/formula.ts";
import type { UserTable } from "./table-values.ts";

/** A query: a sequence of CTEs, then the final SELECT. */
export interface Query {
  /** Lines of the leading comment. */
  readonly heading: readonly string[];
  readonly steps: readonly Step[];
  readonly result: Select;
}

/** What a query is written from. */
export interface Source {
  readonly formula: Formula;
  readonly patients: UserTable;
  readonly physicians: UserTable | undefined;
  readonly grain: "physician" | "patient";
}

/**
 * Writes a CTE, unless the query has no use for it.
 * @param before name of the CTE above
 */
export type Cte = (source: Source, before: string) => Step | undefined;

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
  readonly where?: Expression;
  readonly groupBy?: readonly Expression[];
  readonly orderBy?: readonly Order[];
  /** The columns are worked out once a row, wherever they are used. */
  readonly once?: true;
}

export interface Column extends Named {
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
