import { wrap } from "../format/text.ts";
import type { Sheet, SheetList, SheetRow, SheetTable } from "./sheet.ts";

/** Plain text with aligned columns, for a fixed-width font. */
export function sheetAsText(sheet: Sheet): string {
  const { simulation, title, subtitle, opening = [], tables, lists } = sheet;
  return [
    ...(simulation === undefined ? [] : [...wrap(simulation, ""), ""]),
    title,
    subtitle,
    ...opening.flatMap(paragraph),
    ...tables.flatMap((table) => ["", table.title, ...tableLines(table)]),
    ...lists.flatMap(listLines),
    "",
  ].join("\n");
}

const paragraph = (text: string): string[] => ["", ...wrap(text, "")];

function listLines({ title, items, isProse }: SheetList): string[] {
  const lines = isProse
    ? items.flatMap(paragraph).slice(title === undefined ? 0 : 1)
    : items.flatMap((item) => wrap(item, "  - "));
  return title === undefined ? lines : ["", title, ...lines];
}

/** Widest table, in which no cell is cut. */
const WIDEST = 110;

/** Widths of the first cell of a wider one, and of the others. */
const [FIRST, OTHER] = [50, 36];

function tableLines({ head, words, rows }: SheetTable): string[] {
  const all: readonly SheetRow[] = [
    { cells: head },
    ...rows.filter(({ kind }) => kind !== "group"),
  ];
  const whole = head.map((_, column) =>
    Math.max(
      ...all.map((row) => leadOf(row, column).length + (row.cells[column] as string).length),
    ),
  );
  const isWide = whole.reduce((sum, width) => sum + width + 2, 0) > WIDEST;
  const widths = isWide
    ? whole.map((width, column) => Math.min(width, column === 0 ? FIRST : OTHER))
    : whole;
  const line = (parts: readonly string[]): string =>
    `  ${parts
      .map((part, column) => {
        const width = widths[column] as number;
        return column === 0 || words?.includes(column) ? part.padEnd(width) : part.padStart(width);
      })
      .join("  ")}`.trimEnd();
  const lines = (row: SheetRow): string[] => {
    if (row.kind === "group") return row.cells.map((name) => `  ${name}`);
    const parts = row.cells.map((cell, column) => wrap(cell, leadOf(row, column), widths[column]));
    const height = Math.max(...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, i) => line(parts.map((part) => part[i] ?? "")));
  };
  const rule = `  ${"─".repeat(widths.reduce((sum, width) => sum + width + 2, -2))}`;
  return [
    ...lines({ cells: head }),
    ...rows.flatMap((row) => [
      ...(row.kind === "total" ? [rule] : []),
      ...lines(row),
      ...(row.note ? wrap(row.note, "    ") : []),
    ]),
  ];
}

const leadOf = ({ kind }: SheetRow, column: number): string =>
  kind === "part" && column === 0 ? "  " : "";
