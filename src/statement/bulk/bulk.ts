import type { PanelColumns } from "../../panel/columns/fields.ts";
import { makePanels, sumOf, type Panels } from "../../panel/panels.ts";
import { CountSink } from "../../panel/scan/count-rows.ts";
import { PrefixCounts } from "../../panel/scan/prefix-counts.ts";
import { scanColumns } from "../../panel/scan/scan.ts";
import { SumSink } from "../../panel/scan/sum-rows.ts";
import { Tallies } from "../../panel/scan/tallies.ts";
import { columnOf, measuresOf } from "./measures.ts";
import { onePassTable } from "./one-pass.ts";
import { otherQuantities } from "./other-quantities.ts";
import { openColumns, type ColumnOptions } from "./options.ts";
import { resultOf, type ColumnarStatements } from "./result.ts";
import { settle } from "./settle.ts";
import { weightsOf } from "./weights.ts";

/**
 * Counts a list in columns into panels, which can be priced again and again without the list. Rows
 * may be grouped by physician or shuffled.
 * @param columns typed arrays, arrays or Arrow vectors, all of one length
 * @returns panels; `counts` says what became of the rows, `rejected` lists the first ones rejected
 * @throws ForfaitError for refused columns or options, never for a row
 * @example
 * // How many patients does each physician have?
 * const columns = {
 *   physicianId: ["a", "a", "b"],
 *   age: new Uint8Array([82, 40, 5]),
 *   ald: new Uint8Array([1, 0, 0]),
 *   c2s: new Uint8Array([0, 0, 0]),
 * };
 * const { physicianIds, patients } = panelsFromColumns(columns, { year: 2026 });
 * physicianIds.map((id, i) => [id, patients[i]])
 * //=> [["a", 2], ["b", 1]]
 */
export function panelsFromColumns(columns: PanelColumns, options: ColumnOptions): Panels {
  const { fields, roster, byIndex, limit, seenWithin } = openColumns(columns, options);
  const store = new PrefixCounts();
  const tallies = new Tallies(fields.indicators);
  const sink = new CountSink(tallies, store);
  const others = scanColumns(fields, roster, byIndex, limit, sink);
  store.end();
  const told = {
    scale: 1 as const,
    seenForm: fields.seenForm,
    seenWithin,
    prevention: fields.hasPrevention,
    mostActions: fields.actions && sink.mostActions,
    bands: [],
    crossed: [],
    physicianAges: [],
  };
  return makePanels({
    referenceYear: fields.referenceYear,
    others,
    told,
    store,
    tallies,
    roster,
  });
}

/**
 * What each physician of a list in columns is paid, in one pass over the rows, which may be grouped
 * by physician or shuffled. To price a list under several schedules, count it once:
 * `panelsFromColumns`.
 * @param columns typed arrays, arrays or Arrow vectors, all of one length
 * @returns whole cents per year, by physician and component; rows counted, rejected ones listed
 * @throws ForfaitError for refused columns or options, never for a row
 * @example
 * // What are two physicians paid in 2026, in cents?
 * const columns = {
 *   physicianId: ["a", "a", "b"],
 *   age: new Uint8Array([82, 40, 5]),
 *   ald: new Uint8Array([1, 0, 0]),
 *   c2s: new Uint8Array([0, 0, 0]),
 * };
 * [...computeColumns(columns, { year: 2026 }).totalCents]
 * //=> [10500, 1500]
 */
export function computeColumns(columns: PanelColumns, options: ColumnOptions): ColumnarStatements {
  const { compiled, fields, roster, byIndex, limit } = openColumns(columns, options);
  const measures = measuresOf(compiled);
  const tallies = new Tallies(fields.indicators);
  const sink = new SumSink(tallies, weightsOf(measures, fields.seenForm), measures.all.length);
  const { rejected, all } = scanColumns(fields, roster, byIndex, limit, sink);
  sink.end();
  const { patients } = tallies;
  const counted = (column: number): Float64Array =>
    sink.sums[columnOf(measures.all, column)] as Float64Array;
  const others = otherQuantities(compiled, tallies, roster, 1, counted);
  const { layout, table } = onePassTable(compiled, measures, sink.sums, others, patients);
  const due = settle(compiled, options.year, roster, layout, table);
  const ofEach = patients.slice(0, roster.count);
  return resultOf(compiled, options.year, roster.ids, ofEach, due, {
    rejected,
    counts: all.with(sumOf(ofEach)),
  });
}
