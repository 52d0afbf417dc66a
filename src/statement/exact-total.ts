import { refuse } from "../error.ts";
import type { Cents } from "../money/cents.ts";

/**
 * Refuses a total of which not every cent can be told: whole numbers are exact below 2^53.
 * @throws ForfaitError AMOUNT_TOO_LARGE
 */
export function checkExact(total: Cents): void {
  if (!Number.isSafeInteger(total))
    refuse("AMOUNT_TOO_LARGE", "total", total / 100, {
      fr: "moins de 90 000 milliards d'euros",
      en: "less than 90,000 billion euros",
    });
}
