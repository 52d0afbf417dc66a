import { wrap } from "../format/text.ts";
import type { Sheet, SheetList, SheetTable } from "./sheet.ts";

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

function tableLines({ head, rows }: SheetTable): string[] {
  const all = [head, ...rows.map(({ cells }) => cells)];
  const widths = head.map((_, column) =>
    Math.max(...all.map((cells) => (cells[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `  ${widths
      .map((width, column) => {
        const cell = cells[column] ?? "";
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")}`.trimEnd();
  const rule = `  ${"─".repeat(widths.reduce((sum, width) => sum + width + 2, -2))}`;
  return [
    line(head),
    ...rows.flatMap(({ cells, note, isTotal }) => [
      ...(isTotal ? [rule] : []),
      line(cells),
      ...(note ? wrap(note, "    ") : []),
    ]),
  ];
}
