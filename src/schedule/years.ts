import { monthName } from "../month-name.ts";
import type { LocalizedText } from "../text.ts";
import type { Schedule } from "./language.ts";
import { referenceYearOf } from "./reference-year.ts";

/** `{N}` is the payment year, `{R}` that of the reference day, `{P}` that of the prevention. */
const PLACE = /\{([NRP])([+-]\d+)?\}/g;

/**
 * Names the years of a text: `{R-1}` is 2024 in the payment year 2026, and `N-2` in no year, for a
 * page of the schedule.
 */
export function withYears<Text extends LocalizedText>(
  { reads }: Schedule,
  text: Text,
  year?: number,
): Text {
  const { fr, en } = text;
  if (!fr.includes("{") && !en.includes("{")) return text;
  const offsets: Readonly<Record<string, number>> = {
    N: 0,
    R: referenceYearOf(reads.on, 0),
    P: referenceYearOf(reads.preventionYear ?? "N", 0),
  };
  const named = (words: string): string =>
    words.replace(PLACE, (_, from: string, more = "0") =>
      yearAt((offsets[from] as number) + Number(more), year),
    );
  return { ...text, fr: named(fr), en: named(en) };
}

/**
 * A day or a year counted from N, so that `withYears` names its year: `31/12/{N-1}` in French,
 * `31 December {N-1}` in English.
 */
export function yearsIn(text: string): LocalizedText {
  const parts = text.split("/");
  const year = `{${parts.pop()}}`;
  const [date, month = ""] = parts;
  if (date === undefined) return { fr: year, en: year };
  return {
    fr: [date, month, year].join("/"),
    en: `${Number(date)} ${monthName(month, "en")} ${year}`,
  };
}

function yearAt(offset: number, year: number | undefined): string {
  if (year !== undefined) return String(year + offset);
  return offset === 0 ? "N" : `N${offset > 0 ? "+" : ""}${offset}`;
}
