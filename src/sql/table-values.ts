import {
  and,
  choose,
  internal,
  isNull,
  not,
  nothing,
  read,
  text,
  type Branch,
  type ColumnReference,
  type Expression,
  type Named,
} from "../formula/expression/expression.ts";
import type { Content } from "./contents.ts";

/** A column of the user's, and what it holds. */
export interface FieldColumn {
  readonly column: ColumnReference;
  readonly content: Content;
}

/** By field. */
export type FieldColumns = Readonly<Record<string, FieldColumn>>;

/** A table of the user's, whose columns may be of any type. */
export interface UserTable {
  readonly name: readonly string[];
  readonly fields: FieldColumns;
}

/** The fields that have a column, with what each holds. */
export function fieldColumns(
  columns: Readonly<Record<string, ColumnReference>>,
  contents: Readonly<Record<string, Content>>,
): FieldColumns {
  return Object.fromEntries(
    Object.entries(contents).flatMap(([field, content]) => {
      const column = columns[field];
      return column ? [[field, { column, content }] as const] : [];
    }),
  );
}

/** Values that are read from columns, by field or by another key. */
export function valuesOf(
  fields: FieldColumns,
  keys: Readonly<Record<string, string>> = {},
): Record<string, ColumnReference> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, { content }]) => [
      keys[field] ?? field,
      internal(content.as),
    ]),
  );
}

/** A table without the columns that no expression mentions. */
export function withoutUnused(
  { name, fields }: UserTable,
  kept: readonly string[],
  expressions: readonly unknown[],
): UserTable {
  const used = new Set<string>();
  for (const one of expressions) addNames(one, used);
  const rest = Object.entries(fields).filter(
    ([field, { content }]) => kept.includes(field) || used.has(content.as),
  );
  return { name, fields: Object.fromEntries(rest) };
}

function addNames(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const { kind, name } = node as Partial<ColumnReference>;
  if (kind === "column") names.add(name as string);
  else for (const part of Object.values(node)) addNames(part, names);
}

/** The values of a table, and beside those that may be empty the columns themselves. */
export function readValues({ fields }: UserTable): Named[] {
  return Object.values(fields).flatMap(({ column, content: { as, value, mayBeEmpty } }) => [
    { as, value: value(column) },
    ...(mayBeEmpty ? [{ as: given(as), value: column }] : []),
  ]);
}

const given = (as: string): string => `${as}_given`;

/** The name of a column that is neither read nor empty; undefined if none may be empty. */
export function unreadColumn(table: UserTable): Expression | undefined {
  const branches = Object.entries(table.fields).flatMap(([field, { content }]): Branch[] => {
    const isEmpty = isNull(read(internal(given(content.as)), "text"));
    const when = and(isNull(internal(content.as)), not(isEmpty));
    return content.mayBeEmpty ? [{ when, value: text(labelOf(table, [field])) }] : [];
  });
  return branches.length > 0 ? choose(branches, nothing("text")) : undefined;
}

/** `panel.age`: a column, as a result names it. The first of some fields that has one. */
export function labelOf({ name, fields }: UserTable, candidates: readonly string[]): string {
  const field = candidates.find((one) => fields[one]) ?? candidates[0];
  return `${name[name.length - 1]}.${fields[field as string]?.column.name ?? field}`;
}
