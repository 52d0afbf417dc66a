import type { Archive } from "./archive.ts";
import { OdsCell, timesOf } from "./ods-cell.ts";
import { RowBuilder } from "./row-builder.ts";
import type { Sheet, SheetRow } from "./sheet.ts";
import { parseXml } from "./xml.ts";

/** The sheets of an OpenDocument spreadsheet, in its order. */
export async function openOds(archive: Archive): Promise<readonly Sheet[]> {
  const filled = new Set<number>();
  const tables: Table[] = [];
  for await (const { table } of rowsOfAll(archive, tables)) filled.add(table);
  return tables.map(({ name, isHidden }, i) => ({
    name,
    isHidden,
    isEmpty: !filled.has(i),
    rows: () => rowsOf(archive, i),
  }));
}

interface Table {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: RowBuilder;
}

async function* rowsOf(archive: Archive, wanted: number): AsyncGenerator<SheetRow> {
  for await (const { table, row } of rowsOfAll(archive)) {
    if (table > wanted) return;
    if (table === wanted) yield row;
  }
}

/** What holds text or tables that no sheet shows. */
const SKIPPED = new Set(["annotation", "shapes", "tracked-changes", "dde-link", "frame"]);

/** The filled rows of every sheet, which is a table of the document. */
async function* rowsOfAll(
  archive: Archive,
  tables: Table[] = [],
): AsyncGenerator<{ readonly table: number; readonly row: SheetRow }> {
  const hiddenStyles = new Set<string>();
  let [style, skipped, line, column, repeated] = ["", 0, 1, 0, 1];
  let table: Table | undefined;
  let cell: OdsCell | undefined;
  const events = parseXml(archive.text("content.xml"), {
    open(name, attributes) {
      if (skipped > 0 || SKIPPED.has(name) || (cell && name === "table")) skipped += 1;
      else if (name === "style") style = attributes()["style:name"] ?? "";
      else if (name === "table-properties" && attributes()["table:display"] === "false")
        hiddenStyles.add(style);
      else if (name === "table") {
        const { "table:name": title = "", "table:style-name": look = "" } = attributes();
        table = { name: title, isHidden: hiddenStyles.has(look), rows: new RowBuilder(title) };
        tables.push(table);
        line = 1;
      } else if (name === "table-row") {
        const { "table:number-rows-repeated": times, "table:visibility": shown } = attributes();
        [repeated, column] = [timesOf(times), 0];
        table?.rows.begin(shown === "collapse" || shown === "filter");
      } else if (name === "table-cell" || name === "covered-table-cell")
        cell = new OdsCell(attributes());
      else if (cell) cell.open(name, attributes);
    },
    text(part) {
      if (skipped === 0) cell?.text(part);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (name === "table-cell" || name === "covered-table-cell") {
        const { name: title = "", rows } = table ?? {};
        const value = cell?.value(title, line, column) ?? "";
        const end = column + (cell?.repeated ?? 1);
        if (value !== "") for (let at = column; at < end; at += 1) rows?.put(at, value);
        [cell, column] = [undefined, end];
      } else if (cell) cell.close(name);
      else if (name === "table-row") {
        table?.rows.end(line, repeated);
        line += repeated;
      }
    },
  });
  for await (const _ of events)
    for (const [i, { rows }] of tables.entries())
      for (const row of rows.take()) yield { table: i, row };
}
