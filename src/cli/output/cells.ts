export type CsvCell = string | number | null | undefined;
export type Separator = "," | ";";

/** Formats a CSV record. Text that a spreadsheet would run as a formula is escaped. */
export function csvRecord(cells: readonly CsvCell[], separator: Separator = ","): string {
  return joined(cells.map(inert), separator);
}

/** A record of cells that are safe as they are. */
export function joined(cells: readonly string[], separator: Separator): string {
  const isQuoted = separator === "," ? /[",\n\r]/ : /[";\n\r]/;
  const written = cells.map((text) =>
    isQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
  );
  return `${written.join(separator)}\n`;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?%?$/;

export function inert(value: CsvCell): string {
  const text = value === null || value === undefined ? "" : String(value);
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
