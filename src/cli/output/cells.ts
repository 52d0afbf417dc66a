/** Formats a CSV record. Text that a spreadsheet would run as a formula is escaped. */
export function csvRecord(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(cell).join(",")}\n`;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?%?$/;

function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  const inert = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
