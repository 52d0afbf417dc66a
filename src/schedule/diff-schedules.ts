import { freeze } from "../freeze.ts";
import type { ScheduleId } from "../ids.ts";
import { NAMING } from "./changes.ts";
import { differences } from "./differences.ts";
import type { AmountComponent, Provenance, Schedule, UpliftComponent } from "./language.ts";
import {
  attributionOf,
  attributionOfAmount,
  attributionOfRate,
  type Attribution,
  type Status,
} from "./provenance.ts";
import { waysIn } from "./prevention/ways-of.ts";
import { getSchedule, loadSchedule } from "./registry.ts";

/** What one schedule has at a path, and how sure it is where the document says so. */
export interface ScheduleValue {
  readonly value: unknown;
  readonly status?: Status;
}

/** A path at which two schedules differ. */
export interface ScheduleDifference {
  /** As a patch writes it: `base.ald-80+.amount`. */
  readonly path: string;
  /**
   * A `value` is what is paid, to whom, when; `provenance` on whose word; `text` how it is called;
   * `reading` an open question; `document` what the document is: version, period, amendments.
   */
  readonly kind: "value" | "provenance" | "text" | "reading" | "document";
  /** Null if the schedule has nothing there. */
  readonly before: ScheduleValue | null;
  readonly after: ScheduleValue | null;
}

/**
 * What differs between two schedules, by path, with both values and how sure each is.
 * @param before an id or a document, under readings and patches or not
 * @returns differences in the order of the documents; what one of them lacks is one difference
 * @throws ForfaitError SCHEDULE_UNKNOWN, SCHEDULE_INVALID
 * @example
 * // Which values did the règlement arbitral of 2024 change?
 * const all = diffSchedules("fr.fpmt.2018", "fr.fpmt.2024");
 * const values = all.filter(({ kind }) => kind === "value");
 * values.map(({ path, before, after }) => [path, before?.value, after?.value])
 * //=> [["base.80+.amount", "42", "46"], ["base.ald-0-79.amount", "42", "46"]]
 */
export function diffSchedules(
  before: ScheduleId | Schedule,
  after: ScheduleId | Schedule,
): readonly ScheduleDifference[] {
  const [a, b] = [scheduleOf(before), scheduleOf(after)];
  return freeze(
    [...differences(a, b, ([key]) => key === "$schema")].map(({ path, keys, was, now }) => ({
      path,
      kind: kindOf(keys),
      before: valueAt(a, keys, was),
      after: valueAt(b, keys, now),
    })),
  );
}

function scheduleOf(given: ScheduleId | Schedule): Schedule {
  return typeof given === "string" ? getSchedule(given) : loadSchedule(given);
}

const KINDS: Readonly<Record<string, ScheduleDifference["kind"]>> = {
  amounts: "value",
  uplifts: "value",
  facts: "value",
  acts: "value",
  conditions: "value",
  reads: "value",
  eligible: "value",
  payment: "value",
  paidTo: "value",
  sources: "provenance",
  readings: "reading",
  fr: "text",
  en: "text",
};

function kindOf(keys: readonly string[]): ScheduleDifference["kind"] {
  const kind = KINDS[keys[0] as string] ?? "document";
  const [last, above] = [keys[keys.length - 1] as string, keys[keys.length - 2]];
  if (kind !== "value" || NAMING.has(above)) return kind;
  if (last === "source" || last === "assumed" || last === "user") return "provenance";
  return last === "fr" || last === "en" ? "text" : kind;
}

function valueAt(
  schedule: Schedule,
  keys: readonly string[],
  value: unknown,
): ScheduleValue | null {
  if (value === undefined) return null;
  const status = attributionAt(schedule, keys)?.status;
  return { value, ...(status !== undefined && { status }) };
}

/** Undefined for a part of the document that says no source. */
function attributionAt(schedule: Schedule, keys: readonly string[]): Attribution | undefined {
  const [first, second, third, fourth, fifth, sixth] = keys as [string, ...(string | undefined)[]];
  if (first === "amounts" && second !== undefined) {
    const component = schedule.amounts[second] as AmountComponent;
    const one = third === "cases" ? component.cases?.[fourth as string] : undefined;
    if (!one) return sourced(schedule, component);
    const way =
      fifth === "eligible" || fifth === "validated"
        ? waysIn("", one, fifth).find(({ name }) => name === sixth)
        : undefined;
    return way
      ? attributionOf(schedule, way.provenance)
      : attributionOfAmount(schedule, component, one);
  }
  if ((first === "acts" || first === "conditions") && second !== undefined) {
    const one = schedule[first]?.[second];
    return one && sourced(schedule, one);
  }
  if (first === "uplifts" && second === "cases") {
    const component = schedule.uplifts?.cases[third as string] as UpliftComponent;
    return attributionOfRate(schedule, component, component.cases?.[keys[4] as string] ?? {});
  }
  const part = (schedule as unknown as Readonly<Record<string, unknown>>)[first];
  return typeof part === "object" && part !== null ? sourced(schedule, part) : undefined;
}

function sourced(schedule: Schedule, part: Provenance): Attribution | undefined {
  const { source, assumed, user } = part;
  return source === undefined && assumed === undefined && user === undefined
    ? undefined
    : attributionOf(schedule, part);
}
