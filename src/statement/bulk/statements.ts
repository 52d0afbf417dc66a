import { sixDecimals } from "../../millionths.ts";
import type { Notice } from "../../notice.ts";
import { RowCounts, withOthers } from "../../list/left-out.ts";
import { countsOf, panelOf, sumOf, type CountedPanels, type Panels } from "../../panel/panels.ts";
import { moved } from "../../panel/panel.ts";
import { showTotalsInNotebooks } from "./display.ts";
import { span } from "./check-panels.ts";
import { pricePanels } from "./price-panels.ts";
import { resultOf, type ColumnarStatements } from "./result.ts";
import { compile } from "../compile.ts";
import type { Compiled } from "../compiled.ts";
import { showInNotebooks } from "../display.ts";
import type { ComputeOptions } from "../options.ts";
import { scheduleOf } from "../schedule-of.ts";
import { Pricer } from "../price.ts";
import { noticesOfColumns } from "../requirements.ts";
import type { Statement } from "../statement.ts";

/** Options for pricing panels. */
export interface PanelOptions extends ComputeOptions {
  /**
   * Moves panels of another reference day to that of the schedule, by whole years, facts other than
   * age being equal. Patients not yet born are left out, as statements point out. Without this
   * option such panels are refused.
   */
  readonly move?: boolean;
}

/** Columns of cents, with the statement of any physician on demand. */
export interface PanelStatements extends ColumnarStatements {
  /**
   * Statement of a physician, by index from 0: equal to that of `computePhysician` for the same
   * list.
   */
  readonly statement: (index: number) => Statement;
}

/**
 * Prices panels under a schedule: the one they were counted for, or another.
 * @returns whole cents per year, by physician and component, and any physician's statement on
 * demand
 * @throws ForfaitError for refused options; REFERENCE_DAY_DIFFERS, SEEN_WINDOW_DIFFERS,
 * C2S_KIND_MISSING, PREVENTION_UNKNOWN, PREVENTION_UNPRICED, PREVENTION_INVALID or BAND_STRADDLES
 * if the panels lack a fact that the schedule requires
 * @example
 * // What would two patients bring under the proposal of February 2024, in cents?
 * const columns = {
 *   age: new Uint8Array([82, 40]),
 *   ald: new Uint8Array([1, 0]),
 *   c2s: new Uint8Array([0, 0]),
 * };
 * const panels = panelsFromColumns(columns, { year: 2026 });
 * [...computePanels(panels, { year: 2026, schedule: "fr.proposal.2024-02-08" }).totalCents]
 * //=> [7500]
 */
export function computePanels(given: Panels, options: PanelOptions): PanelStatements {
  const panels = countsOf(given);
  const compiled = compile(scheduleOf(options, ["move"]));
  const { year, move } = options;
  const { due, table, years } = pricePanels(panels, compiled, year, move);

  const said = saidOfColumns(panels, compiled, year);
  const { physicianIds, rejected, counts } = panels;
  const patients = table.patients.map((count) => count / table.scale);
  const unborn = years === 0 ? 0 : counts.computed - sumOf(table.patients) / table.scale;
  const result = resultOf(compiled, year, physicianIds, patients, due, {
    rejected,
    counts: withOthers(counts, "leftOut", "unborn", sixDecimals(unborn)),
  });
  let pricer: Pricer | undefined;
  const statement = (index: number): Statement =>
    statementOf(panels, (pricer ??= new Pricer(compiled, year)), years, said, index);
  return showTotalsInNotebooks({ ...result, statement }, compiled.schedule);
}

type Said = ReturnType<typeof noticesOfColumns>;

const nothing: Said = { assumptions: [], warnings: [] };

/** Notices about absent columns; none if the list is empty. */
function saidOfColumns({ told, counts }: CountedPanels, compiled: Compiled, year: number): Said {
  return counts.read > counts.leftOut
    ? noticesOfColumns(compiled, year, told.seenForm, told.prevention)
    : nothing;
}

function statementOf(
  panels: CountedPanels,
  pricer: Pricer,
  years: number,
  ofColumns: Said,
  index: number,
): Statement {
  const before = panelOf(panels, index);
  const panel = moved(before, years);
  const physician = panels.roster.facts(index);
  const others = panels.others.byPhysician.get(index) ?? new RowCounts();
  const counts = withOthers(
    others.with(before.patients / before.scale),
    "leftOut",
    "unborn",
    (before.patients - panel.patients) / before.scale,
  );
  const said = counts.read > counts.leftOut ? ofColumns : nothing;
  const listed =
    years === 0 ? said : { ...said, assumptions: [...said.assumptions, movedBy(years)] };
  return showInNotebooks(pricer.price({ physician, panel, notices: [], counts }, listed).statement);
}

function movedBy(years: number): Notice {
  const [fr, en] =
    years > 0
      ? [`vieillie ${span(years).fr}`, `made older by ${span(years).en}`]
      : [
          `rajeunie ${span(-years).fr}, sans ceux qui n'étaient pas nés`,
          `made younger by ${span(-years).en}, without those not yet born`,
        ];
  return {
    code: "panel-moved",
    path: "panels",
    fr: `patientèle ${fr}, les autres faits étant égaux`,
    en: `list ${en}, facts other than age being equal`,
  };
}
