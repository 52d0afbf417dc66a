import type { LocalizedText } from "../../error.ts";
import type { SheetOptions } from "./kinds/workbook.ts";
import type { ListFields } from "./input-list.ts";
import { openTable, type Table } from "./table.ts";

/** Opens the list in a workbook. The reader of workbooks is loaded for one only. */
export async function openSheet(
  path: string,
  bytes: Buffer,
  options: ListFields,
  sheet: SheetOptions,
): Promise<{ table: Table; notes: readonly LocalizedText[] }> {
  const { openWorkbook } = await import("./kinds/workbook.ts");
  const { rows, notes } = await openWorkbook(path, bytes, sheet);
  return { table: await openTable(path, rows, options), notes };
}
