import type { Locale } from "../../error.ts";
import type { ScheduleChange } from "../../schedule/changes.ts";

/** Number of changes that are listed; the others are counted. */
const LISTED = 8;

/** Most characters of a value that is a list or an object. */
const WIDTH = 60;

/** `SIMULATION : base.ald-80+.amount 100 → 110`; undefined for what changes nothing. */
export function simulationLine(
  changes: readonly ScheduleChange[] | undefined,
  locale: Locale,
): string | undefined {
  if (!changes || changes.length === 0) return undefined;
  const fr = locale === "fr";
  const more = changes.length - LISTED;
  const listed = changes.slice(0, LISTED).map(changeText);
  const others = more > 0 ? [fr ? `et ${more} de plus` : `and ${more} more`] : [];
  return `SIMULATION${fr ? " : " : ": "}${[...listed, ...others].join(fr ? " ; " : "; ")}`;
}

function changeText({ path, now, ...before }: ScheduleChange): string {
  return "was" in before
    ? `${path} ${valueText(before.was)} → ${valueText(now)}`
    : `${path} → ${valueText(now)}`;
}

/** A value as its document writes it; a dash for none. */
function valueText(value: unknown): string {
  if (value === null) return "—";
  if (typeof value === "string") return value;
  const text = JSON.stringify(value);
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}
