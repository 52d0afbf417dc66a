import type { AmountRule, Compiled } from "../compiled.ts";
import type { Layout, Term } from "../plan.ts";
import type { Table } from "../quantities.ts";
import { allRules } from "../rules/per-indicator.ts";
import { columnOf, type Measures } from "./measures.ts";

/** The table of one pass: a column for each measure, then one for each other quantity. */
export function onePassTable(
  compiled: Compiled,
  { all }: Measures,
  sums: readonly Float64Array[],
  others: ReadonlyMap<number, Float64Array>,
  patients: Float64Array,
): { readonly layout: Layout; readonly table: Table } {
  const otherColumns = [...others.keys()];
  const amounts = compiled.amounts.map((paid, component): Term[] => [
    ...all.flatMap((measure, column) => {
      if ("column" in measure || measure.component !== component) return [];
      return [{ column, cents: 1, rule: measure.rules[0] as AmountRule }];
    }),
    ...allRules(paid)
      .filter(({ column }) => others.has(column))
      .map((rule) => ({
        column: all.length + otherColumns.indexOf(rule.column),
        cents: rule.unit,
        rule,
      })),
  ]);
  return {
    layout: {
      amounts,
      shareColumn: (column) => columnOf(all, column),
    },
    table: { columns: [...sums, ...others.values()], patients, scale: 1 },
  };
}
