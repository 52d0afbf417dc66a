import type { LocalizedText } from "../error.ts";
import type { Schedule } from "./language.ts";

/** `« Socle »`, `« Socle » + « Majoration C2S »`. */
export function namesOf({ amounts }: Schedule, ids: readonly string[]): LocalizedText {
  const names = ids.map((id) => amounts[id] as LocalizedText);
  return {
    fr: names.map(({ fr }) => `« ${fr} »`).join(" + "),
    en: names.map(({ en }) => `"${en}"`).join(" + "),
  };
}
