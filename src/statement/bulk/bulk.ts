import { readColumns } from "../../panel/columns/columns.ts";
import { CountSink } from "../../panel/columns/count.ts";
import type { PanelColumns } from "../../panel/columns/fields.ts";
import { makePanels, type Panels } from "../../panel/columns/panels.ts";
import { RunningTotals } from "../../panel/columns/store.ts";
import { Tallies } from "../../panel/columns/tallies.ts";
import { measuresOf } from "./measures.ts";
import { openColumns, type ColumnOptions } from "./options.ts";
import { resultOf, type ColumnarStatements } from "./result.ts";
import { settle } from "./settle.ts";
import { SumSink } from "./sum.ts";
import { wordsOf } from "./words.ts";

/**
 * Counts a list in columns into panels, which are kept and can be priced again and again.
 * Rows may be grouped by physician or shuffled; each is checked, and no object is made for it.
 * @param columns typed arrays or Arrow vectors, all of one length
 * @returns panels; `refused` counts the rows that were refused, by reason, and lists the first ones
 * @throws ForfaitError for columns or options that are refused, never for a row
 * @example
 * // How many patients does each physician have?
 * const columns = { physicianId: ["a", "a", "b"], age: new Uint8Array([82, 40, 5]), ald: new Uint8Array([1, 0, 0]), c2s: new Uint8Array(3) };
 * [...panelsFromColumns(columns, { year: 2026 }).patients]
 * //=> [2, 1]
 */
export function panelsFromColumns(columns: PanelColumns, options: ColumnOptions): Panels {
  const { fields, roster, byIndex, limit, seenWithin } = openColumns(columns, options);
  const store = new RunningTotals();
  const tallies = new Tallies(fields.indicators);
  const sink = new CountSink(tallies, store);
  const rejected = readColumns(fields, roster, byIndex, limit, sink);
  store.end();
  const told = {
    seenForm: fields.seenForm,
    seenWithin,
    prevention: fields.hasPrevention,
    mostActions: fields.actions && sink.mostActions,
    bands: [],
  };
  return makePanels({
    referenceYear: fields.referenceYear,
    rejected,
    told,
    store,
    tallies,
    roster,
  });
}

/**
 * Prices a list in columns in one pass, without keeping panels.
 * @returns whole cents, by component and physician
 * @throws ForfaitError for columns or options that are refused, never for a row
 * @example
 * // What are two physicians paid in 2026?
 * const columns = { physicianId: ["a", "a", "b"], age: new Uint8Array([82, 40, 5]), ald: new Uint8Array([1, 0, 0]), c2s: new Uint8Array(3) };
 * [...computeColumns(columns, { year: 2026 }).totalCents]
 * //=> [10500, 1500]
 */
export function computeColumns(columns: PanelColumns, options: ColumnOptions): ColumnarStatements {
  const { compiled, fields, roster, byIndex, limit } = openColumns(columns, options);
  const measures = measuresOf(compiled);
  const tallies = new Tallies(fields.indicators);
  const sink = new SumSink(tallies, wordsOf(measures, fields.seenForm), measures.all.length);
  const refused = readColumns(fields, roster, byIndex, limit, sink);
  sink.end();
  const { patients, actions, indicators, validated } = tallies;
  const due = settle(compiled, options.year, roster, {
    measures: sink.sums,
    patients,
    actions,
    indicators,
    validated,
  });
  return resultOf(
    compiled,
    options.year,
    roster.ids,
    patients.slice(0, roster.count),
    due,
    refused,
  );
}
