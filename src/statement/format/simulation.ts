import type { Locale } from "../../error.ts";
import type { ScheduleChange } from "../../schedule/changes.ts";
import { colon, semicolon } from "../../typography.ts";
import { words } from "./words.ts";

/** Number of changes that are listed; the others are counted. */
const LISTED = 8;

/** Most characters of a value that is a list or an object. */
const WIDTH = 60;

/** `SIMULATION : base.ald-80+.amount 100 → 110`; undefined for what changes nothing. */
export function simulationLine(
  changes: readonly ScheduleChange[] | undefined,
  locale: Locale,
): string | undefined {
  const listed = listOf(changes, locale);
  return listed === undefined ? undefined : `SIMULATION${colon(locale)}${listed}`;
}

/** `Valeurs changées : base.ald-80+.amount 100 → 110`. */
export function changesText(
  changes: readonly ScheduleChange[] | undefined,
  locale: Locale,
): string | undefined {
  const listed = listOf(changes, locale);
  if (listed === undefined) return undefined;
  return `${words.changed[locale]}${colon(locale)}${listed}`;
}

function listOf(
  changes: readonly ScheduleChange[] | undefined,
  locale: Locale,
): string | undefined {
  if (!changes || changes.length === 0) return undefined;
  const more = changes.length - LISTED;
  const others = more > 0 ? [locale === "fr" ? `et ${more} de plus` : `and ${more} more`] : [];
  return [...changes.slice(0, LISTED).map(changeText), ...others].join(semicolon(locale));
}

function changeText({ path, now, ...before }: ScheduleChange): string {
  return "was" in before
    ? `${path} ${valueText(before.was)} → ${valueText(now)}`
    : `${path} → ${valueText(now)}`;
}

/** A value as its document writes it, cut short; a dash for none. */
export function valueText(value: unknown): string {
  if (value === null) return "—";
  if (typeof value === "string") return value;
  const text = JSON.stringify(value);
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}
