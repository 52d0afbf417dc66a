import type { Locale } from "../../error.ts";
import type { ScheduleChange } from "../../schedule/changes.ts";
import { colon, semicolon } from "../../typography.ts";

/** Number of changes that are listed; the others are counted. */
const LISTED = 8;

/** Most characters of a value that is a list or an object. */
const WIDTH = 60;

/** `SIMULATION : Majoration C2S : 10,00 € → 11,00 € (c2s.amount)`; undefined for none. */
export function simulationLine(
  changes: readonly ScheduleChange[] | undefined,
  locale: Locale,
): string | undefined {
  const texts = changeTexts(changes, locale);
  if (texts.length === 0) return undefined;
  return `SIMULATION${colon(locale)}${texts.join(semicolon(locale))}`;
}

/** A text for each change, with its path; the last says how many are not listed. */
export function changeTexts(
  changes: readonly ScheduleChange[] = [],
  locale: Locale,
): readonly string[] {
  const more = changes.length - LISTED;
  const others = more > 0 ? [locale === "fr" ? `et ${more} de plus` : `and ${more} more`] : [];
  return [...changes.slice(0, LISTED).map((change) => changeText(change, locale)), ...others];
}

function changeText(change: ScheduleChange, locale: Locale): string {
  const { path, label, now, nowText } = change;
  const was = "was" in change ? [change.wasText?.[locale] ?? valueText(change.was)] : [];
  const values = [...was, "→", nowText?.[locale] ?? valueText(now)].join(" ");
  return label
    ? `${label[locale]}${colon(locale)}${values} (${path})`
    : `${path}${colon(locale)}${values}`;
}

/** A value as its document writes it, cut short; a dash for none. */
export function valueText(value: unknown): string {
  if (value === null) return "—";
  if (typeof value === "string") return value;
  const text = JSON.stringify(value);
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}
