import { isForfaitError } from "../../error.ts";
import type { PhysicianFacts } from "../../list/physician.ts";
import { fastRate, type FastRate } from "../../money/fast-rate.ts";
import { isZero } from "../../money/rate.ts";
import { NoticeBook } from "../../notice.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import type { Compiled } from "../compiled.ts";
import { payWholeYear, takeOff, type Payees, type Reference } from "../due.ts";
import { missingPart, physicianReader } from "../facts.ts";
import { practicesPaid } from "../practice-once.ts";
import { planOf, type Layout, type Plan, type Term } from "../plan.ts";
import type { Table } from "../quantities.ts";
import { physicianClasses } from "./classes.ts";

/** How a class of physicians is paid. */
interface ClassPlan {
  readonly plan: Plan;
  /** Part of the year that is not due, if any. */
  readonly missing: FastRate | undefined;
}

/**
 * What a table was first paid with. Under other amounts only the columns that these change are
 * added anew.
 */
const references = new WeakMap<Table, Reference>();

/** Cents due to physicians: for each component of the schedule, an array indexed by physician. */
export function settle(
  compiled: Compiled,
  year: number,
  roster: Roster,
  layout: Layout,
  table: Table,
): Float64Array[] {
  const { payees, missing } = payeesOf(compiled, year, roster, layout, table);
  const due = compiled.components.map(() => new Float64Array(roster.count));
  const before = references.get(table);
  const { cents } = payWholeYear(payees, table, due, before);
  if (!before && table.scale === 1)
    references.set(table, { cents, sums: cents.map((_, i) => (due[i] as Float64Array).slice()) });
  for (const [number, slots] of payees.classes.entries()) {
    const part = missing[number];
    if (part) for (const slot of slots) takeOff(part, slot, due);
  }
  return due;
}

/**
 * Physicians in classes, how each class is paid, and the part of the year that it is not due.
 * @throws ForfaitError FACT_MISSING for a fact of who needs it: an amount is due, if it pays them
 */
export function payeesOf(
  compiled: Compiled,
  year: number,
  roster: Roster,
  layout: Layout,
  { columns }: Pick<Table, "columns">,
): { readonly payees: Payees; readonly missing: readonly (FastRate | undefined)[] } {
  checkPractices(compiled, roster);
  const classes = physicianClasses(compiled, year, roster);
  const found = classes.map((slots) => {
    const physician = roster.facts(slots[0] as number);
    try {
      return planFor(compiled, year, physician, layout);
    } catch (error) {
      if (!isForfaitError(error) || error.code !== "FACT_MISSING") throw error;
      const isCounted = ({ column }: Term): boolean =>
        slots.some((slot) => ((columns[column] as Float64Array)[slot] as number) > 0);
      return planFor(compiled, year, physician, layout, isCounted);
    }
  });
  return {
    payees: {
      classes,
      plans: found.map((one) => one?.plan),
      highestOnly: compiled.highestOnly,
    },
    missing: found.map((one) => one?.missing),
  };
}

/** @throws ForfaitError PRACTICE_SHARED under a schedule that pays practices */
function checkPractices({ schedule }: Compiled, { practiceIds }: Roster): void {
  const practices = practicesPaid(schedule);
  if (!practices) return; // a pass over all physicians would take a third of a patch
  for (const [slot, id] of practiceIds.entries()) practices.claim(id, slot, `physicians[${slot}]`);
}

/** How a class is paid; undefined for who is not eligible. */
function planFor(
  compiled: Compiled,
  year: number,
  physician: PhysicianFacts,
  layout: Layout,
  isAsked?: (term: Term) => boolean,
): ClassPlan | undefined {
  const reader = physicianReader(compiled.schedule, year, physician, new NoticeBook());
  if (!compiled.eligible(reader)) return undefined;
  const missing = missingPart(compiled.schedule, year, physician);
  return {
    plan: planOf(compiled, layout, reader, isAsked),
    missing: missing && !isZero(missing) ? fastRate(missing) : undefined,
  };
}
