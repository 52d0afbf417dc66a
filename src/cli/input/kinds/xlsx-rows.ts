import { failFormula } from "./formula.ts";
import { numberText, type NumberFormat } from "./number-text.ts";
import { RowBuilder } from "./row-builder.ts";
import type { SheetRow } from "./sheet.ts";
import { unescaped } from "./xlsx-texts.ts";
import { parseXml } from "./xml.ts";

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly from1904: boolean;
  /** By number of style. */
  readonly formats: readonly NumberFormat[];
  readonly texts: readonly string[];
}

/** The rows of a worksheet, each cell as text. */
export async function* sheetRows(
  chunks: AsyncIterable<string>,
  context: CellContext,
  sheet: string,
): AsyncGenerator<SheetRow> {
  const rows = new RowBuilder(sheet);
  let [line, column] = [0, -1];
  let cell: Cell | undefined;
  let isValue = false;
  const events = parseXml(chunks, {
    open(name, attributes) {
      if (name === "row") {
        const { r, hidden = "0" } = attributes();
        line = r === undefined ? line + 1 : Number(r);
        column = -1;
        rows.begin(hidden === "1" || hidden === "true");
      } else if (name === "c") {
        const { r, t = "n", s = "0" } = attributes();
        column = r === undefined ? column + 1 : columnOf(r);
        cell = { type: t, style: Number(s), value: "", hasFormula: false };
      } else if (cell) {
        if (name === "f") cell.hasFormula = true;
        if (name === "rPh") cell.isSpoken = true;
        isValue = name === "v" || (name === "t" && !cell.isSpoken);
      }
    },
    text(part) {
      if (cell && isValue) cell.value += part;
    },
    close(name) {
      isValue = false;
      if (cell && name === "rPh") cell.isSpoken = false;
      if (cell && name === "c") {
        if (cell.hasFormula && cell.value === "" && cell.type !== "str")
          failFormula(sheet, line, column);
        rows.put(column, textOf(cell, context));
        cell = undefined;
      }
      if (name === "row") rows.end(line);
    },
  });
  for await (const _ of events) yield* rows.take();
}

interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
  /** Within the pronunciation of a text, which is not part of it. */
  isSpoken?: boolean;
}

function textOf({ type, style, value }: Cell, { from1904, formats, texts }: CellContext): string {
  if (type === "n") return numberText(value, formats[style], from1904);
  if (type === "b") return value === "" ? "" : value === "1" ? "true" : "false";
  if (type !== "s") return unescaped(value);
  if (value === "") return "";
  const shared = texts[Number(value)];
  if (shared === undefined) throw new Error(`shared text ${value} is missing`);
  return shared;
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,4}/i.exec(reference)?.[0].toUpperCase() ?? "";
  if (letters === "") throw new Error(`cell ${reference.slice(0, 20)} has no column`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
