import { printable } from "../../printable.ts";

/** Formats rows of cells as printable lines with aligned columns. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const printed = rows.map((row) => row.map(printable));
  const widths = (printed[0] ?? []).map((_, i) =>
    Math.max(...printed.map((row) => (row[i] ?? "").length)),
  );
  return printed.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
