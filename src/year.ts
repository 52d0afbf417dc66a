import { refuse } from "./error.ts";

/** A payment year that can be written as four digits. @throws ForfaitError YEAR_INVALID */
export function checkYear(year: unknown): number {
  if (typeof year === "number" && Number.isInteger(year) && year >= 1900 && year <= 2999)
    return year;
  return refuse("YEAR_INVALID", "year", year, {
    fr: "une année de 1900 à 2999",
    en: "a year from 1900 to 2999",
  });
}
