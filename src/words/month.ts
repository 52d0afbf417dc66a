import { readDate } from "./date.ts";

/**
 * A month of payment: `2026-04`, `04/2026`, `avril 2026`, `15/04/2026`, or `avril` of a known year.
 * @returns `YYYY-MM`, or `YYYY`; undefined for another text
 */
export function monthOf(text: string, year: number): string | undefined {
  const date = readDate(text, "any") ?? readDate(`${text} ${year}`, "any");
  return date?.slice(0, 7);
}
