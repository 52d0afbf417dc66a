import type { Locale } from "../error.ts";
import { sheetDrawing } from "../statement/layout/sheet-drawing.ts";
import { DISPLAY } from "../statement/layout/notebook.ts";
import type { Sheet } from "../statement/layout/sheet.ts";

/** Adds functions to a frozen result that are no part of its JSON, nor of comparisons. */
export function withTables<Data extends object, Tables extends object>(
  data: Data,
  tables: Tables,
): Data & Tables {
  const made = Object.create(Object.getPrototypeOf(data) as object, {
    ...Object.getOwnPropertyDescriptors(data),
  }) as Data;
  for (const name of Reflect.ownKeys(tables))
    Object.defineProperty(made, name, { value: Reflect.get(tables, name) as unknown });
  return Object.freeze(made) as Data & Tables;
}

/** Renders a result as a table in notebooks. */
export function shownAs(result: string, sheetIn: (locale: Locale) => Sheet): object {
  return { [DISPLAY]: sheetDrawing(result, sheetIn) };
}
