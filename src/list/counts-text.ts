import { titles, type ErrorCode } from "../error-codes.ts";
import type { Locale } from "../error.ts";
import { colon, count, counted } from "../typography.ts";
import { leftOutTitles, type Counts, type LeftOutReason, type RowTotals } from "./left-out.ts";

/**
 * What became of the rows, in a sum: `10 lues = 8 calculées + 1 hors liste + 1 refusée`.
 * @param isComputed false where nothing is computed: rows are then accepted
 */
export function countsText(counts: RowTotals, locale: Locale, isComputed = true): string {
  const { read, computed, leftOut, rejected } = counts;
  if (locale === "en")
    return (
      `read ${count(read, locale)} = ${isComputed ? "computed" : "accepted"} ` +
      `${count(computed, locale)} + left out ${count(leftOut, locale)} + ` +
      `rejected ${count(rejected, locale)}`
    );
  const of = (rows: number, word: string): string => counted(rows, "fr", word, `${word}s`);
  const valid = of(computed, isComputed ? "calculée" : "acceptée");
  const left = `${count(leftOut, locale)} hors liste`;
  return `${of(read, "lue")} = ${valid} + ${left} + ${of(rejected, "refusée")}`;
}

/** Why rows are not computed, one text for each reason; none if all are. */
export function reasonsText({ reasons }: Counts, locale: Locale): readonly string[] {
  const of = (title: string, rows: number): string =>
    `${title}${colon(locale)}${count(rows, locale)}`;
  const [leftOut, rejected] = [Object.entries(reasons.leftOut), Object.entries(reasons.rejected)];
  return [
    ...leftOut.map(([why, count]) => of(leftOutTitles[why as LeftOutReason][locale], count)),
    ...rejected.map(([code, count]) => of(titles[code as ErrorCode][locale], count)),
  ];
}
