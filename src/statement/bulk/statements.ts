import { frenchDay, lastDay } from "../../day.ts";
import { oneOf, refuse, type LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import type { Notice } from "../../notice.ts";
import { C2S_OF_UNKNOWN_KIND } from "../../list/cell.ts";
import { RowCounts, withOthers } from "../../list/left-out.ts";
import { allowed, range } from "../../panel/columns/allowed.ts";
import { isC2sUntold, type Kind } from "../../panel/columns/code.ts";
import { countsOf, panelOf, sumOf, type CountedPanels, type Panels } from "../../panel/panels.ts";
import type { Step } from "../../panel/scan/prefix-counts.ts";
import { moved } from "../../panel/panel.ts";
import { checkBands } from "./bands.ts";
import { showTotalsInNotebooks } from "./display.ts";
import { checkMargins, checkPhysicianAges } from "./margins.ts";
import { quantitiesOf } from "./panel-quantities.ts";
import { resultOf, type ColumnarStatements } from "./result.ts";
import { settle } from "./settle.ts";
import { compile } from "../compile.ts";
import type { Compiled } from "../compiled.ts";
import { showInNotebooks } from "../display.ts";
import { referenceYearOf } from "../facts.ts";
import type { ComputeOptions } from "../options.ts";
import { scheduleOf } from "../schedule-of.ts";
import { quantityLayout } from "../plan.ts";
import { Pricer } from "../price.ts";
import { noticesOfColumns, requirementsOf } from "../requirements.ts";
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
  const { year } = options;
  const years = referenceYearOf(compiled.schedule.reads.on, year) - panels.referenceYear;
  checkDay(panels, years, options.move ?? false);
  checkFacts(panels, compiled);
  checkBands(compiled, panels.told.bands, panels.told.seenForm, years);
  checkMargins(compiled, panels.told, years);
  checkPhysicianAges(compiled, panels.told);

  const said = saidOfColumns(panels, compiled, year);
  const table = quantitiesOf(panels, compiled, years);
  const due = settle(compiled, year, panels.roster, quantityLayout(compiled), table);
  const { physicianIds, rejected, counts } = panels;
  const patients = table.patients.slice(0, physicianIds.length);
  const unborn = years === 0 ? 0 : counts.computed - sumOf(patients);
  const result = resultOf(compiled, year, physicianIds, patients, due, {
    rejected,
    counts: withOthers(counts, "leftOut", "unborn", unborn),
  });
  let pricer: Pricer | undefined;
  return showTotalsInNotebooks({
    ...result,
    statement: (index: number) =>
      statementOf(panels, (pricer ??= new Pricer(compiled, year)), years, said, index),
  });
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
    others.with(before.patients),
    "leftOut",
    "unborn",
    before.patients - panel.patients,
  );
  const said = counts.read > counts.leftOut ? ofColumns : nothing;
  const listed =
    years === 0 ? said : { ...said, assumptions: [...said.assumptions, movedBy(years)] };
  return showInNotebooks(pricer.price({ physician, panel, notices: [], counts }, listed).statement);
}

/** Steps that count the patients of a profile older than `younger` and no older than `older`. */
function between(kind: Kind, younger: number, older: number): Step[] {
  return [
    { kind, age: older, weight: 1 },
    { kind, age: younger, weight: -1 },
  ];
}

/** Refuses panels of another reference day, unless they may and can be moved. */
function checkDay(
  { referenceYear, store, physicianIds, told }: CountedPanels,
  years: number,
  move: boolean,
): void {
  if (years === 0) return;
  if (move) {
    const tooOld = store.sums(
      store.kinds.flatMap((kind) => between(kind, OLDEST - years, OLDEST)),
      physicianIds.length,
    );
    const isBandTooOld = told.bands.some(({ band }) => !band.isOpen && band.to + years > OLDEST);
    if (isBandTooOld || tooOld.some((patients) => patients > 0))
      refuse("AGE_INVALID", "panels", `+${years}`, {
        fr: `${OLDEST} ans au plus, une fois la patientèle vieillie`,
        en: `${OLDEST} years at most, once the panels are made older`,
      });
    return;
  }
  const wanted = lastDay(referenceYear + years);
  refuse("REFERENCE_DAY_DIFFERS", "panels", lastDay(referenceYear), {
    fr:
      `une patientèle du ${frenchDay(wanted)} ; ` +
      "ou l'option move: true, qui la déplace d'années entières",
    en: `panels of ${wanted}; or the option move: true, which moves them by whole years`,
  });
}

/** Refuses panels that lack a fact required by the schedule. */
function checkFacts({ told, store, tallies }: CountedPanels, compiled: Compiled): void {
  const { seenWithin, c2sKind, indicators, onePrice, mostActions } = requirementsOf(compiled);
  if (told.seenForm === "seen" && seenWithin !== undefined && seenWithin !== told.seenWithin) {
    refuse("SEEN_WINDOW_DIFFERS", "columns.seen", told.seenWithin, {
      fr:
        `un « vu » sur une durée ${span(seenWithin).fr}, ` +
        "ou yearsSinceSeen, qui répond pour toute durée",
      en: `seen within ${span(seenWithin).en}, or yearsSinceSeen, which answers any window`,
    });
  }
  if (c2sKind && store.kinds.some(isC2sUntold)) {
    refuse("C2S_KIND_MISSING", "columns.c2s", C2S_OF_UNKNOWN_KIND, allowed.kind);
  }
  if (told.mostActions !== undefined && !onePrice)
    refuse("PREVENTION_UNPRICED", "columns.prevention", "number", allowed.ofEach);
  if ((told.mostActions ?? 0) > mostActions)
    refuse("PREVENTION_INVALID", "columns.prevention", told.mostActions, range(mostActions));
  for (const id of tallies.indicators)
    if (indicators && !indicators.has(id))
      refuse("PREVENTION_UNKNOWN", "columns.prevention", id, oneOf(indicators));
}

function span(years: number): LocalizedText {
  return years === 1
    ? { fr: "d'un an", en: "one year" }
    : { fr: `de ${years} ans`, en: `${years} years` };
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
