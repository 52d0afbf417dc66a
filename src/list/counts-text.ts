import { titles, type ErrorCode } from "../error-codes.ts";
import type { Locale } from "../error.ts";
import { leftOutTitles, type Counts, type LeftOutReason, type RowTotals } from "./left-out.ts";

/**
 * What became of the rows, in a sum: `10 lues = 8 calculées + 1 hors liste + 1 refusée`.
 * @param isComputed false where nothing is computed: rows are then accepted
 */
export function countsText(counts: RowTotals, locale: Locale, isComputed = true): string {
  const { read, computed, leftOut, rejected } = counts;
  if (locale === "en")
    return (
      `read ${read} = ${isComputed ? "computed" : "accepted"} ${computed} + ` +
      `left out ${leftOut} + rejected ${rejected}`
    );
  const of = (count: number, word: string): string => `${count} ${word}${count > 1 ? "s" : ""}`;
  const valid = of(computed, isComputed ? "calculée" : "acceptée");
  return `${of(read, "lue")} = ${valid} + ${leftOut} hors liste + ${of(rejected, "refusée")}`;
}

/** Why rows are not computed, one text for each reason; none if all are. */
export function reasonsText({ reasons }: Counts, locale: Locale): readonly string[] {
  const colon = locale === "fr" ? " : " : ": ";
  const of = (title: string, count: number): string => `${title}${colon}${count}`;
  const [leftOut, rejected] = [Object.entries(reasons.leftOut), Object.entries(reasons.rejected)];
  return [
    ...leftOut.map(([why, count]) => of(leftOutTitles[why as LeftOutReason][locale], count)),
    ...rejected.map(([code, count]) => of(titles[code as ErrorCode][locale], count)),
  ];
}
