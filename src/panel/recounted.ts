import { MILLION, type Scale } from "../millionths.ts";
import type { Kind } from "./columns/code.ts";
import type { Slot } from "./columns/roster.ts";
import { makePanels, type CountedPanels, type Panels } from "./panels.ts";
import { Tallies } from "./scan/tallies.ts";
import { TableCounts } from "./table-counts.ts";

/** Patients with the same facts, in millionths. */
export interface CellCount {
  readonly kind: Kind;
  readonly age: number;
  readonly count: number;
}

/** What of panels is counted otherwise; in millionths. */
export interface Recount extends Partial<Pick<CountedPanels, "referenceYear" | "told">> {
  readonly patients?: (before: readonly CellCount[], slot: Slot) => readonly CellCount[];
  /** Actions of a physician: of an indicator, or those that name none. */
  readonly actions?: (before: number, slot: Slot, indicator: string | undefined) => number;
  /** Indicators that may have actions; absent, those that have. */
  readonly indicators?: readonly string[];
}

/** Panels of the same physicians, whose patients or actions are counted otherwise. */
export function recounted<More extends object>(
  panels: CountedPanels,
  recount: Recount,
  more = {} as More,
): Panels & More {
  const { roster, others } = panels;
  const { patients = (same) => same, actions = (same) => same } = recount;
  const { referenceYear = panels.referenceYear, told = panels.told } = recount;
  const unit = MILLION / panels.told.scale;
  const { indicators, validated, actions: unnamed } = panels.tallies;
  const store = new TableCounts();
  const tallies = new Tallies(recount.indicators ?? indicators);
  tallies.grow(roster.count);
  for (let slot = 0; slot < roster.count; slot++) {
    for (const { kind, age, count } of patients(cellsOf(panels, slot), slot)) {
      store.add(slot, kind, age, count);
      tallies.add(slot, count, 0);
    }
    tallies.add(slot, 0, actions((unnamed[slot] ?? 0) * unit, slot, undefined));
    for (const [i, id] of tallies.indicators.entries()) {
      const at = indicators.indexOf(id);
      const before = at < 0 ? 0 : (validated[slot * indicators.length + at] ?? 0) * unit;
      tallies.validated[slot * tallies.indicators.length + i] = actions(before, slot, id);
    }
  }
  const scale: Scale = MILLION;
  const made = { referenceYear, roster, others, store, tallies, told: { ...told, scale } };
  return makePanels(made, more);
}

/** Patients of a physician by their facts, each of which occurs once. */
export function cellsOf({ store, told }: CountedPanels, slot: Slot): CellCount[] {
  const unit = MILLION / told.scale;
  const found = new Map<number, CellCount>();
  store.each(slot, (kind, age, patients) => {
    const code = (kind << 8) | age;
    const count = (found.get(code)?.count ?? 0) + patients * unit;
    found.set(code, { kind, age, count });
  });
  return [...found.values()];
}

export function patientsIn(cells: readonly CellCount[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}
