import { OLDEST } from "../../facts.ts";
import { factsOf } from "../../list/cell.ts";
import { cellOfKind, type Kind } from "../../panel/columns/code.ts";
import type { CountedPanels } from "../../panel/panels.ts";
import type { Step } from "../../panel/count-store.ts";
import { predicateOf } from "../../schedule/conditions.ts";
import type { Condition, Schedule } from "../../schedule/language.ts";
import type { Compiled } from "../compiled.ts";
import { patientReader } from "../facts.ts";
import type { ColumnConditions, PatientClasses } from "../patient-classes.ts";
import type { Table } from "../quantities.ts";
import { agesOf } from "./measures.ts";
import { otherQuantities } from "./other-quantities.ts";

/**
 * Quantities of each rule for each physician of kept panels. Those of patients depend on conditions
 * alone, so they are kept with the panels: under a changed amount they are multiplied anew.
 * @param years years added to the patients' ages
 */
export function quantitiesOf(panels: CountedPanels, compiled: Compiled, years: number): Table {
  const memo = tables.get(panels) ?? new WeakMap<PatientClasses, Map<number, Table>>();
  tables.set(panels, memo);
  const ofSchedule = memo.get(compiled.classes) ?? new Map<number, Table>();
  memo.set(compiled.classes, ofSchedule);
  const table = ofSchedule.get(years) ?? newTable(panels, compiled, years);
  ofSchedule.set(years, table);
  return table;
}

/** By the classes of patients: schedules that differ by values only have them in common. */
const tables = new WeakMap<CountedPanels, WeakMap<PatientClasses, Map<number, Table>>>();

function newTable(panels: CountedPanels, compiled: Compiled, years: number): Table {
  const { tallies, roster, told } = panels;
  const columns = Array.from<Float64Array>({ length: compiled.columns });
  for (const one of compiled.counted)
    columns[one.column] = patientsWhere(panels, compiled.schedule, one, years);
  const counted = (column: number): Float64Array => columns[column] as Float64Array;
  for (const [column, values] of otherQuantities(compiled, tallies, roster, told.scale, counted))
    columns[column] = values;
  return { columns, patients: bornBy(panels, years), scale: told.scale };
}

/** Most columns kept with panels, of 8 bytes a physician each; the first ones then make room. */
const MOST_KEPT = 256;

const kept = new WeakMap<CountedPanels, Map<string, Float64Array>>();

function patientsWhere(
  panels: CountedPanels,
  schedule: Schedule,
  { conditions }: ColumnConditions,
  years: number,
): Float64Array {
  const { seenWithin, ifMissing } = schedule.reads;
  const key = JSON.stringify([conditions, years, seenWithin, ifMissing.seen]);
  const columns = kept.get(panels) ?? new Map<string, Float64Array>();
  kept.set(panels, columns);
  const known = columns.get(key);
  if (known) return known;

  const counted = patientsUnder(panels, [{ schedule, conditions }], years);
  if (columns.size >= MOST_KEPT) columns.delete(columns.keys().next().value as string);
  columns.set(key, counted);
  return counted;
}

/** Conditions on patients, as a schedule reads their facts. */
export interface ReadConditions {
  readonly schedule: Schedule;
  readonly conditions: readonly Condition[];
}

/** Number of patients of each physician, once moved by `years`, who meet all of these. */
export function patientsUnder(
  panels: CountedPanels,
  all: readonly ReadConditions[],
  years: number,
): Float64Array {
  const { seenForm } = panels.told;
  const asked = all.map(({ schedule, conditions }) => ({
    schedule,
    holds: predicateOf(...conditions),
  }));
  const ages = agesOf(all.flatMap(({ conditions }) => conditions));
  return sumOver(panels, ages, years, (kind, age) => {
    const facts = factsOf(cellOfKind(kind, age, seenForm));
    return asked.every(({ schedule, holds }) => holds(patientReader(schedule, facts))) ? 1 : 0;
  });
}

/** Number of patients of each physician, once moved by `years`. */
function bornBy(panels: CountedPanels, years: number): Float64Array {
  return sumOver(panels, [0], years, () => 1);
}

/**
 * Sums a weight over each physician's patients, by summation by parts: a weight that is constant
 * within age bands adds up to the last band's weight for all patients, plus, at each boundary
 * between two bands, the drop in weight for the patients below the boundary.
 * @param starts first age of each band
 */
function sumOver(
  { store, physicianIds }: CountedPanels,
  starts: readonly number[],
  years: number,
  weight: (kind: Kind, age: number) => number,
): Float64Array {
  const stepsOf = (kind: Kind): Step[] => {
    const weights = starts.map((age) => weight(kind, age));
    const weightIn = (band: number): number => weights[band] ?? 0;
    const down = starts.map((first, band) => ({
      kind,
      age: first - 1 - years,
      weight: weightIn(band - 1) - weightIn(band),
    }));
    return [{ kind, age: OLDEST, weight: weightIn(starts.length - 1) }, ...down];
  };
  return store.sums(store.kinds.flatMap(stepsOf), physicianIds.length);
}
