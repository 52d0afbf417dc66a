import type { PhysicianFacts } from "../../list/physician.ts";
import { fastRate, type FastRate } from "../../money/fast-rate.ts";
import { isZero } from "../../money/rate.ts";
import { NoticeBook } from "../../notice.ts";
import type { Roster } from "../../panel/columns/roster.ts";
import type { Compiled } from "../compile.ts";
import { payWholeYear, takeOff } from "../due.ts";
import { missingPart, physicianReader } from "../facts.ts";
import { planOf, type Layout, type Plan } from "../plan.ts";
import type { Table } from "../quantities.ts";
import { classesOf } from "./classes.ts";

/** How a class of physicians is paid. */
interface ClassPlan {
  readonly plan: Plan;
  /** Part of the year that is not due, if any. */
  readonly missing: FastRate | undefined;
}

/** Cents due to physicians: for each component of the schedule, an array indexed by physician. */
export function settle(
  compiled: Compiled,
  year: number,
  roster: Roster,
  layout: Layout,
  table: Table,
): Float64Array[] {
  const { classes, size } = classesOf(compiled, year, roster);
  const plans = Array.from<ClassPlan | "not eligible" | undefined>({ length: size });
  const due = compiled.components.map(() => new Float64Array(roster.count));
  const highestOnly = compiled.schedule.uplifts?.together === "highest";
  for (let slot = 0; slot < roster.count; slot++) {
    const found = (plans[classes[slot] as number] ??= planFor(
      compiled,
      year,
      roster.facts(slot),
      layout,
    ));
    if (found === "not eligible") continue;
    payWholeYear(found.plan, table, slot, due, highestOnly);
    if (found.missing) takeOff(found.missing, slot, due);
  }
  return due;
}

function planFor(
  compiled: Compiled,
  year: number,
  physician: PhysicianFacts,
  layout: Layout,
): ClassPlan | "not eligible" {
  const reader = physicianReader(compiled.schedule, year, physician, new NoticeBook());
  if (!compiled.eligible(reader)) return "not eligible";
  const missing = missingPart(compiled.schedule, year, physician);
  return {
    plan: planOf(compiled, layout, reader),
    missing: missing && !isZero(missing) ? fastRate(missing) : undefined,
  };
}
