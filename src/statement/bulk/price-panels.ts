import type { CountedPanels } from "../../panel/panels.ts";
import type { Compiled } from "../compiled.ts";
import { referenceYearOf } from "../facts.ts";
import { quantityLayout } from "../plan.ts";
import type { Table } from "../quantities.ts";
import { checkPanels } from "./check-panels.ts";
import { quantitiesOf } from "./panel-quantities.ts";
import { settle } from "./settle.ts";

/** What a schedule makes of panels. */
export interface PricedPanels {
  /** Cents by component of the schedule, in order, then by physician. */
  readonly due: readonly Float64Array[];
  readonly table: Table;
  /** Years added to the patients' ages. */
  readonly years: number;
}

/** Prices panels in a year. @throws ForfaitError if the panels lack what the schedule requires */
export function pricePanels(
  panels: CountedPanels,
  compiled: Compiled,
  year: number,
  move = false,
): PricedPanels {
  const years = referenceYearOf(compiled.schedule.reads.on, year) - panels.referenceYear;
  checkPanels(panels, compiled, years, move);
  const table = quantitiesOf(panels, compiled, years);
  return {
    due: settle(compiled, year, panels.roster, quantityLayout(compiled), table),
    table,
    years,
  };
}
