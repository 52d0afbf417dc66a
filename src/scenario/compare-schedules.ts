import { refuse } from "../error.ts";
import { freeze } from "../freeze.ts";
import { euros } from "../money/cents.ts";
import type { Panels } from "../panel/panels.ts";
import { diffSchedules } from "../schedule/diff-schedules.ts";
import type { Schedule } from "../schedule/language.ts";
import { headOf } from "../statement/head.ts";
import { componentLabels } from "../statement/places/component-labels.ts";
import { toldChange } from "../statement/places/told-value.ts";
import type { Statement } from "../statement/statement.ts";
import type { ComparedParameter, ComparisonData } from "./comparison.ts";
import { boundsOf } from "./distribution.ts";
import { comparisonSheet } from "./format-comparison.ts";
import { checkParts, groupsOf, type ComparisonGroup } from "./groups.ts";
import { moveOf } from "./move.ts";
import { STATIC } from "./note.ts";
import { openOptions, type ScenarioOptions } from "./options.ts";
import { partsOf } from "./parts.ts";
import { price } from "./priced.ts";
import { physicianRows, tidyRows, type ComparisonRow, type PhysicianRow } from "./rows.ts";
import { sidesOf, type ScheduleChoice, type Sides } from "./sides.ts";
import { shownAs, withTables } from "./tables.ts";

/** Options of `compareSchedules`. */
export interface CompareOptions extends ScenarioOptions {
  /** Absent: the schedule in force in `year`. */
  readonly a?: ScheduleChoice;
  /** A variant without `schedule` is one of a: `{ patch: { "c2s.amount": "15" } }`. */
  readonly b: ScheduleChoice;
  /** Groups of physicians, by all of these together. */
  readonly by?: readonly ComparisonGroup[];
  /** Into how many parts of equal weight physicians are ordered by their change. Default 10. */
  readonly quantiles?: number;
}

/** A comparison with its tables, which are no part of its JSON. */
export interface ScheduleComparison extends ComparisonData {
  /** A row for each group and component, in euros, for a plot or a table of data. */
  readonly rows: () => ComparisonRow[];
  /** A row for each physician, in euros. */
  readonly physicianRows: () => PhysicianRow[];
}

/**
 * What a reform gives to whom, and what it costs: two schedules on the same panels, for the same
 * payment year and on the reference day of the second. Nobody ages, and nobody changes behaviour.
 * @param panels of `panelsFromColumns` or `panelsFromCounts`
 * @returns totals and components, who gains and who loses, quantiles of the change, groups, the
 * values that differ, and the change taken apart; euros as text, frozen
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN, COUNT_INVALID; as `computePanels` for panels
 * that a schedule cannot price
 * @example
 * // What would 15 EUR for the C2S cost on a list with 100 such patients?
 * const table = [
 *   { age: "7-74", ald: false, c2s: true, n: 100 },
 *   { age: "80+", ald: true, c2s: false, n: 20 },
 * ];
 * const panels = panelsFromCounts(table, { year: 2026 });
 * const b = { patch: { "c2s.amount": "15" } };
 * const { total, parts } = compareSchedules(panels, { year: 2026, b });
 * total
 * //=> { from: "3500.00", to: "4000.00", change: "500.00" }
 * parts.values.map(({ label, change }) => [label.en, change])
 * //=> [["C2S supplement", "500.00"]]
 */
export function compareSchedules(panels: Panels, options: CompareOptions): ScheduleComparison {
  const { given, frame } = openOptions(panels, options, ["a", "b", "by", "quantiles"]);
  const { year, a, b, by = [], quantiles = 10 } = given;
  if (b === undefined)
    refuse("INPUT_INVALID", "options.b", b, {
      fr: "un barème, ou { patch } : ce que l'on compare",
      en: "a schedule, or { patch }: what is compared",
    });
  const parts = checkParts(quantiles, "options.quantiles");
  const sides = sidesOf(year, a, b);
  const [from, to] = [price(frame, sides.aligned), price(frame, sides.b)];
  const change = from.totals.map((before, slot) => (to.totals[slot] as number) - before);
  const all = Array.from(change.keys());
  const result = {
    ...STATIC,
    a: headOn(sides.a, sides.b, year),
    b: headOf(sides.b, year).schedule,
    labels: { ...componentLabels(sides.a, year), ...componentLabels(sides.b, year) },
    ...moveOf(frame, from, to, change, all),
    quantiles: boundsOf(change, frame.weights, parts).map(({ p, cents }) => ({
      p,
      change: euros(cents),
    })),
    groups: groupsOf(by, frame, sides.b, from).map(({ keys, slots }) => ({
      keys,
      ...moveOf(frame, from, to, change, slots),
    })),
    parameters: parametersOf(sides, year),
    parts: partsOf(frame, sides, from, to),
  };
  return withTables(freeze(result), {
    rows: () => tidyRows(result),
    physicianRows: () => physicianRows(frame.panels.physicianIds, from.totals, to.totals),
    ...shownAs("comparison", (locale) => comparisonSheet(result, locale)),
  });
}

function parametersOf({ a, b }: Sides, year: number): ComparedParameter[] {
  return diffSchedules(a, b)
    .filter(({ kind }) => kind === "value")
    .map(({ path, before, after }) => {
      const status = (after ?? before)?.status;
      const told = toldChange([a, b], path, year);
      return {
        path,
        a: before?.value ?? null,
        b: after?.value ?? null,
        ...(status !== undefined && { status }),
        ...(told && { label: told.label, aText: told.before, bText: told.after }),
      };
    });
}

/** What a schedule is called, on the reference day of another. */
function headOn(schedule: Schedule, other: Schedule, year: number): Statement["schedule"] {
  const [head, { referenceDate }] = [headOf(schedule, year).schedule, headOf(other, year).schedule];
  if (head.referenceDate === referenceDate) return head;
  return Object.freeze(
    Object.defineProperties({} as Statement["schedule"], {
      ...Object.getOwnPropertyDescriptors(head),
      referenceDate: { value: referenceDate, enumerable: true },
    }),
  );
}
