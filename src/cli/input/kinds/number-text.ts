import { excelDay } from "./excel-day.ts";

/** What the format of a cell makes of its number; undefined if its meaning is the same. */
export type NumberFormat = "date" | "percent" | { readonly digits: number } | undefined;

/** Formats that Excel numbers without writing them out. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map<number, NumberFormat>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id) => [id, "date"] as const,
  ),
  [9, "percent"],
  [10, "percent"],
]);

/** @param code as written in the file: English letters, whatever the language of Excel */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN.get(id);
  const bare = (code.split(";")[0] as string)
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .toLowerCase();
  if (bare === "general" || bare === "standard") return undefined;
  if (/[yd]|^[^hs]*m[^hs]*$/.test(bare)) return "date";
  if (bare.includes("%")) return "percent";
  return /^00+$/.test(bare) ? { digits: bare.length } : undefined;
}

/**
 * The text of a number as the sheet shows it where that is what it means: a day, a percentage,
 * leading zeros. Otherwise all its digits, never rounded to what a column shows.
 */
export function numberText(written: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === "" || !Number.isFinite(value)) return written;
  if (format === "date") return excelDay(value, from1904) ?? plain(value);
  if (format === "percent") return percentText(value);
  const text = plain(value);
  return format && /^\d+$/.test(text) ? text.padStart(format.digits, "0") : text;
}

/** `0.85` is `85%`. */
export function percentText(value: number): string {
  const text = plain(value);
  return text.includes("e") ? text : `${Number(`${text}e2`)}%`;
}

/** Excel keeps 15 digits: a longer number has lost its last ones, and is written as a power. */
function plain(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? `${value}` : value.toExponential();
  return `${Number(value.toPrecision(15))}`;
}
