import { freeze } from "../../freeze.ts";
import { changesOf, type ScheduleChange } from "../../schedule/changes.ts";
import { groundOf } from "../../schedule/checked.ts";
import type { Schedule } from "../../schedule/language.ts";
import { toldChange } from "./told-value.ts";

/** What patches, and amendments of the user, change of a schedule, in words too. */
export function toldChanges(schedule: Schedule, year: number): readonly ScheduleChange[] {
  const before = groundOf(schedule)?.() ?? schedule;
  return freeze(
    changesOf(schedule).map((change) => {
      const told = toldChange([before, schedule], change.path, year);
      if (!told) return change;
      const { label, before: wasText, after: nowText } = told;
      return { ...change, label, ...("was" in change && { wasText }), nowText };
    }),
  );
}
