import { freeze } from "../freeze.ts";
import type { MissingPart, UnknownReason } from "./assessment.ts";
import type { Bound, CompiledPrevention, CompiledWay, NeededActs } from "./compiled.ts";
import { addMonths, EVER, NEVER, yearsOn, type Day } from "./day.ts";
import type { DatedAct, KnownFacts } from "./facts.ts";
import { ofRange, type Known } from "./kleene.ts";

/** What is known of a way. */
export interface WayResult {
  readonly known: Known;
  /** Why it is unknown. */
  readonly reason?: UnknownReason;
  /** What would settle it. */
  readonly missing?: MissingPart;
  /** The act that completed it. */
  readonly act?: DatedAct;
}

const YES: WayResult = { known: "yes" };
const NO: WayResult = { known: "no" };
const without = (fact: string): WayResult => ({
  known: "unknown",
  reason: "fact-missing",
  missing: freeze({ fact }),
});
const BIRTH = without("birthDate");
const SEX = without("sex");
const ALD = without("ald");
const NUMBERS = without("aldNumbers");
const ACTS = without("acts");
const ACT_DATE = without("acts.date");

/** Evaluates ways for one patient after another, as of a day. */
export class WayReader {
  readonly #prevention: CompiledPrevention;
  readonly #asOf: Day;
  readonly #conditions: readonly WayResult[];

  constructor(prevention: CompiledPrevention, asOf: Day) {
    this.#prevention = prevention;
    this.#asOf = asOf;
    this.#conditions = prevention.conditions.map(({ id }) => without(`conditions.${id}`));
  }

  /** Whether the facts of a way hold, whatever its acts. */
  who(way: CompiledWay, facts: KnownFacts): WayResult {
    let open: WayResult | undefined;
    if (way.sex !== undefined && way.sex !== facts.sex) {
      if (facts.sex !== undefined) return NO;
      open = SEX;
    }
    if (way.age !== undefined) {
      const known = ofAge(way.age, facts);
      if (known === "no") return NO;
      if (known === "unknown") open ??= BIRTH;
    }
    if (way.reaches !== undefined) {
      const known = ofMonths(way.reaches, facts);
      if (known === "no") return NO;
      if (known === "unknown") open ??= BIRTH;
    }
    if (way.ald !== undefined) {
      const result = ofAld(way.ald, facts);
      if (result === NO) return NO;
      if (result !== YES) open ??= result;
    }
    if (way.condition !== undefined) {
      const result = this.#condition(way.condition, facts);
      if (result === NO) return NO;
      if (result !== YES) open ??= result;
    }
    return open ?? YES;
  }

  /** Whether a way holds: its facts and its acts. */
  read(way: CompiledWay, facts: KnownFacts): WayResult {
    const who = this.who(way, facts);
    if (who === NO || way.acts.length === 0) return who;
    const done = this.#acts(way, facts);
    if (done.known === "no" || who === YES) return done;
    return done.known === "yes" || done.reason === undefined ? who : done;
  }

  #condition(index: number, facts: KnownFacts): WayResult {
    const told = facts.conditions[index];
    if (told !== "unknown") return told === "yes" ? YES : NO;
    const shownBy = this.#prevention.conditions[index]?.shownBy ?? [];
    const isShown = shownBy.some((way) => this.read(way, facts).known === "yes");
    return isShown ? YES : (this.#conditions[index] as WayResult);
  }

  /** Whether all needed acts were done in the window. */
  #acts(way: CompiledWay, facts: KnownFacts): WayResult {
    let open: WayResult | UnknownReason | undefined;
    let act: DatedAct | undefined;
    let isBegun = false;
    for (const needed of way.acts) {
      const found = countActs(needed, way, facts, this.#asOf);
      if (found.done < needed.count) {
        const why = this.#whyOpen(needed, found.done + found.maybe, way, facts);
        if (why === NO) return NO;
        if (found.done > 0) isBegun = true;
        if (open === undefined || why === "window-open") open = why;
      } else if (act === undefined || (found.act as DatedAct).last > act.last) {
        act = found.act;
        isBegun = true;
      }
    }
    if (open === undefined) return { known: "yes", ...(act && { act }) };
    if (typeof open === "object") return open;
    const missing = isBegun ? this.#lacking(way, facts) : way.missing;
    return { known: "unknown", reason: open, missing };
  }

  #lacking(way: CompiledWay, facts: KnownFacts): MissingPart {
    const acts: Record<string, number> = {};
    for (const needed of way.acts) {
      const left = needed.count - countActs(needed, way, facts, this.#asOf).done;
      if (left > 0) acts[needed.kind] = left;
    }
    return { acts };
  }

  /** Why acts that are not in the record may be done all the same; `NO` if they were not. */
  #whyOpen(
    { count, isRecordedHere }: NeededActs,
    possible: number,
    { from, to }: CompiledWay,
    { bornLast, acts }: KnownFacts,
  ): WayResult | UnknownReason {
    if (bornLast === NEVER && (isOfBirth(from) || isOfBirth(to))) return BIRTH;
    if (this.#asOf <= dayOfBound(to, bornLast)) return "window-open";
    if (possible >= count) return ACT_DATE;
    if (acts === undefined) return ACTS;
    return isRecordedHere ? NO : "not-recorded-here";
  }
}

/** Acts in a window, and those that may be in it: a date or a birth leaves it open. */
interface CountedActs {
  readonly done: number;
  readonly maybe: number;
  /** The act that completed the count. */
  readonly act?: DatedAct;
}

const NONE: CountedActs = { done: 0, maybe: 0 };

function countActs(
  { index, count }: NeededActs,
  { from, to }: CompiledWay,
  { bornFirst, bornLast, acts }: KnownFacts,
  asOf: Day,
): CountedActs {
  if (acts === undefined || acts.length === 0) return NONE;
  const [opensFirst, opensLast] = [dayOfBound(from, bornFirst), dayOfBound(from, bornLast)];
  const [endsFirst, endsLast] = [dayOfBound(to, bornFirst), dayOfBound(to, bornLast)];
  let done = 0;
  let maybe = 0;
  for (let i = 0; i < acts.length; i++) {
    const act = acts[i] as DatedAct;
    if (act.index !== index || act.first > asOf) continue;
    if (act.first > endsLast || act.last < opensFirst) continue;
    if (act.first >= opensLast && act.last <= endsFirst && act.last <= asOf) {
      done += 1;
      if (done === count) return { done, maybe, act };
    } else maybe += 1;
  }
  return done + maybe === 0 ? NONE : { done, maybe };
}

function ofAge(
  { from, to, on }: NonNullable<CompiledWay["age"]>,
  { bornFirst, bornLast }: KnownFacts,
): Known {
  const [youngest, oldest] = [yearsOn(on, bornLast), yearsOn(on, bornFirst)];
  return ofRange(youngest >= from && oldest <= to, oldest < from || youngest > to);
}

function ofMonths(
  { months, from, to }: NonNullable<CompiledWay["reaches"]>,
  { bornFirst, bornLast }: KnownFacts,
): Known {
  const [first, last] = [addMonths(bornFirst, months), addMonths(bornLast, months)];
  return ofRange(first >= from && last <= to, last < from || first > to);
}

function ofAld(wanted: number, { ald, aldNumbers }: KnownFacts): WayResult {
  if (ald === "no") return NO;
  if (aldNumbers !== undefined && (aldNumbers.bits & wanted) !== 0) return YES;
  if (aldNumbers !== undefined && !aldNumbers.hasUntold) return NO;
  return ald === "yes" ? NUMBERS : ALD;
}

function isOfBirth(bound: Bound | undefined): boolean {
  return bound !== undefined && "months" in bound;
}

/** Day of a bound for a day of birth; every day before and after where there is none. */
function dayOfBound(bound: Bound | undefined, born: Day): Day {
  if (bound === undefined) return EVER;
  return "day" in bound ? bound.day : addMonths(born, bound.months);
}
