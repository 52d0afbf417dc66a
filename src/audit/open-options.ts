import type { LocalizedText } from "../error.ts";
import type { Readings } from "../ids.ts";
import type { ScheduleReading } from "../schedule/language.ts";
import type { OpenReadings } from "../statement/reading-extremes.ts";
import { answered } from "../statement/schedule-notices.ts";
import type { ReadingTotals } from "../statement/reading-totals.ts";

/** An option of an open question that is not in use. */
export interface OpenOption {
  readonly id: string;
  readonly option: string;
}

export function optionsOf(open: OpenReadings, used: Readings): OpenOption[] {
  return open.flatMap(([id, { default: byDefault, or }]) =>
    [byDefault, ...Object.keys(or)]
      .filter((option) => option !== used[id])
      .map((option) => ({ id, option })),
  );
}

/** An option, and what is paid if it alone is chosen. */
export interface PricedOption extends OpenOption {
  readonly totals: ReadingTotals;
}

/** The options that may explain a payment: the list answers them, and they change what is paid. */
export function triedOf(moving: OpenReadings, alone: readonly PricedOption[]): PricedOption[] {
  return alone.filter(
    ({ id, totals }) =>
      moving.some(([one]) => one === id) &&
      !("refusal" in totals && totals.refusal.code === "READING_UNANSWERED"),
  );
}

/** Names the years of a text, and sets its French. */
export type InWords = (text: LocalizedText) => LocalizedText;

/** Each change of readings in words: the question and its answer. */
export function changesInWords(
  changes: Readings,
  open: OpenReadings,
  words: InWords,
): LocalizedText[] {
  return Object.entries(changes).map(([id, option]) =>
    words(answered(readingOf(open, id), option)),
  );
}

export interface UnansweredReading extends LocalizedText {
  readonly id: string;
  /** What the list does not tell. */
  readonly missing: LocalizedText;
}

/** Questions of which an option has no amount. */
export function unansweredOf(
  open: OpenReadings,
  priced: readonly PricedOption[],
  words: InWords,
): UnansweredReading[] {
  return open.flatMap(([id, { fr, en }]) => {
    const refused = priced.find((one) => one.id === id && "refusal" in one.totals)?.totals;
    return refused && "refusal" in refused
      ? [{ id, ...words({ fr, en }), missing: refused.refusal.allowed }]
      : [];
  });
}

function readingOf(open: OpenReadings, id: string): ScheduleReading {
  return (open.find(([one]) => one === id) as OpenReadings[number])[1];
}
