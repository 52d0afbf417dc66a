import { last } from "../last.ts";
import type { Dialect } from "./dialect.ts";
import {
  comment,
  conjuncts,
  inline,
  isBlock,
  lines,
  orderBy,
  printName,
} from "./print-expression.ts";
import type { Column, Query, Select, Step, Table } from "./query.ts";

/** Prints a query in a dialect: two-space indent, one column per line, a comment above each CTE. */
export function print({ heading, steps, result }: Query, dialect: Dialect): string {
  const printed = steps.map((step) => printStep(step, dialect)).join(",\n\n");
  const final = select(result, dialect).join("\n");
  return `${heading.map(comment).join("\n")}\nWITH\n${printed}\n\n${final};\n`;
}

function printStep({ name, description, select: body }: Step, dialect: Dialect): string {
  return [`${comment(description)}`, `${name} AS (`, ...indent(select(body, dialect)), ")"].join(
    "\n",
  );
}

function select(
  { columns, from, join, where, groupBy, orderBy: order, once }: Select,
  dialect: Dialect,
): string[] {
  const expressions = columns.flatMap((column, i) =>
    printColumn(column, dialect, i + 1 < columns.length),
  );
  const on = join?.on.map((one) => inline(one, dialect)).join(" = ");
  return [
    "SELECT",
    ...indent(expressions),
    `FROM ${tableName(from, dialect)}`,
    ...(join ? [`${join.kind} ${join.table} ON ${on}`] : []),
    ...(where ? conjuncts("WHERE", where, dialect) : []),
    ...(groupBy ? [`GROUP BY ${groupBy.map((one) => inline(one, dialect)).join(", ")}`] : []),
    ...(order ? [orderBy(order, dialect)] : []),
    ...(once && dialect.once ? [dialect.once] : []),
  ];
}

function printColumn({ as, value, quoted }: Column, dialect: Dialect, more: boolean): string[] {
  const name = printName(as, quoted ?? false, dialect);
  const end = more ? "," : "";
  if (value.kind === "column" && printName(value.name, value.quoted, dialect) === name)
    return [name + end];
  if (!isBlock(value)) return [`${inline(value, dialect)} AS ${name}${end}`];
  const printed = lines(value, dialect);
  return [...printed.slice(0, -1), `${last(printed)} AS ${name}${end}`];
}

function tableName(table: Table, dialect: Dialect): string {
  return typeof table === "string"
    ? table
    : table.map((part) => printName(part, true, dialect)).join(".");
}

function indent(all: readonly string[]): string[] {
  return all.map((line) => `  ${line}`);
}
