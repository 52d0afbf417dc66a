import { freeze } from "../freeze.ts";
import type { ScheduleId } from "../ids.ts";
import { last } from "../last.ts";
import { NAMING } from "./changes.ts";
import { isPaymentPlan } from "./consistency.ts";
import { differences } from "./differences.ts";
import type {
  AmountCase,
  AmountComponent,
  Provenance,
  Schedule,
  UpliftCase,
  UpliftComponent,
} from "./language.ts";
import {
  attributionOf,
  attributionOfAmount,
  attributionOfRate,
  inheritProvenance,
  type Attribution,
  type Status,
} from "./provenance.ts";
import { isSaid, provenanceOf } from "./prevention/ways-of.ts";
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

/** Keys of a part of the values under which stands another kind. */
const WORDS: typeof KINDS = {
  source: "provenance",
  assumed: "provenance",
  user: "provenance",
  fr: "text",
  en: "text",
};

function kindOf(keys: readonly string[]): ScheduleDifference["kind"] {
  const kind = KINDS[keys[0] as string] ?? "document";
  if (kind !== "value" || NAMING.has(last(keys.slice(0, -1)))) return kind;
  return WORDS[last(keys) as string] ?? kind;
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

type Named<One> = Readonly<Record<string, One>>;

/** Undefined for a part of the document that says no source. */
function attributionAt(schedule: Schedule, keys: readonly string[]): Attribution | undefined {
  const [first, second, third, fourth, fifth, sixth] = keys as [string, ...string[]];
  if (first === "amounts") {
    const component = schedule.amounts[second as string] as AmountComponent;
    const one =
      third === "cases" ? (component.cases as Named<AmountCase>)[fourth as string] : undefined;
    if (!one) return said(schedule, component);
    const ways = fifth === "eligible" || fifth === "validated" ? one[fifth] : undefined;
    const way = ways?.[sixth as string];
    return way
      ? attributionOf(schedule, provenanceOf(way, one))
      : attributionOfAmount(schedule, component, one);
  }
  if (first === "uplifts" && second === "cases") {
    const component = schedule.uplifts?.cases[third as string] as UpliftComponent;
    const one =
      fourth === "cases" ? (component.cases as Named<UpliftCase>)[fifth as string] : undefined;
    return attributionOfRate(schedule, component, one ?? {});
  }
  return said(schedule, provenanceAt(schedule, first, second));
}

/** A component leaves it to its cases at times, and a fact has no word that stands for nothing. */
function said(schedule: Schedule, part: Provenance | undefined): Attribution | undefined {
  return part && isSaid(part) ? attributionOf(schedule, part) : undefined;
}

function provenanceAt(
  schedule: Schedule,
  part: string,
  name: string | undefined,
): Provenance | undefined {
  switch (part) {
    case "inForce":
    case "reads":
    case "eligible":
    case "uplifts":
      return schedule[part];
    case "facts":
    case "acts":
    case "conditions":
      return (schedule[part] as Named<Provenance>)[name as string];
    case "payment": {
      const plan = schedule.payment[name as string];
      return isPaymentPlan(plan) ? inheritProvenance(plan, schedule.payment) : schedule.payment;
    }
  }
  return undefined;
}
