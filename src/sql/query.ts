import { internal, type Expression, type Order } from "./expression.ts";

/** A query: named steps, one after the other, then what is asked for. */
export interface Query {
  /** Lines of the comment at the top. */
  readonly heading: readonly string[];
  readonly steps: readonly Step[];
  readonly result: Select;
}

/** A step is a common table expression. */
export interface Step {
  readonly name: string;
  /** What the step holds, as a comment. */
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
  /** The name is one of the result, or came from a document: always quoted. */
  readonly quoted?: true;
}

/** A step by its name, or a table of the user, by its parts: `["analytics", "panel"]`. */
export type Table = string | readonly string[];

export interface Join {
  readonly kind: "FULL JOIN" | "LEFT JOIN" | "JOIN";
  readonly table: string;
  /** Columns of the two tables that are equal; each name is found in one of the tables only. */
  readonly on: readonly [Expression, Expression];
}

/** Columns that a step hands on as they are. */
export function kept(names: readonly string[]): Column[] {
  return names.map((name) => ({ as: name, value: internal(name) }));
}
