import type { LocalizedText } from "../../error.ts";
import type { Schedule } from "../../schedule/language.ts";
import { withYears } from "../../schedule/years.ts";
import { typeset } from "../../typography.ts";

/** What each component of a schedule is called, by id. */
export function componentLabels(
  schedule: Schedule,
  year: number,
): Readonly<Record<string, LocalizedText>> {
  const parts = { ...schedule.amounts, ...schedule.uplifts?.cases };
  return Object.fromEntries(
    Object.entries(parts).map(([id, { fr, en }]) => [
      id,
      typeset(withYears<LocalizedText>(schedule, { fr, en }, year)),
    ]),
  );
}
