/** What databases, notebooks and spreadsheets write where there is no value; case matters. */
export const MISSING_MARKERS: ReadonlySet<string> = new Set([
  "\\N",
  "NULL",
  "Null",
  "null",
  "(null)",
  "(NULL)",
  "<null>",
  "<NULL>",
  "[NULL]",
  "None",
  "NaN",
  "nan",
  "-nan",
  "NAN",
  "NaT",
  "NA",
  "<NA>",
  "N/A",
  "n/a",
  "#N/A",
  "#N/D",
  "#NA",
  "undefined",
]);

/** Text of a cell: trimmed, `="007"` as 007, and empty for a marker of a missing value. */
export function cellText(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return cellText(text.slice(2, -1));
  return MISSING_MARKERS.has(text) ? "" : text;
}
