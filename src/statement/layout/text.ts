import { wrap } from "../format/text.ts";
import type { Sheet, SheetTable } from "./sheet.ts";

/** Plain text with aligned columns, for a fixed-width font. */
export function sheetAsText({ simulation, title, subtitle, tables, lists }: Sheet): string {
  return [
    ...(simulation === undefined ? [] : [...wrap(simulation, ""), ""]),
    title,
    subtitle,
    ...tables.flatMap((table) => ["", table.title, ...tableLines(table)]),
    ...lists.flatMap((list) => [
      "",
      list.title,
      ...list.items.flatMap((item) => wrap(item, "  - ")),
    ]),
    "",
  ].join("\n");
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
    ...rows.flatMap(({ cells, isTotal }) => (isTotal ? [rule, line(cells)] : [line(cells)])),
  ];
}
