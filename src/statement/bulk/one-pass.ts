import type { Compiled } from "../compile.ts";
import type { Layout, Term } from "../plan.ts";
import type { Table } from "../quantities.ts";
import type { Measures } from "./measures.ts";

/** The table of one pass: a column for each measure, then one for each rule that pays actions. */
export function onePassTable(
  compiled: Compiled,
  { all }: Measures,
  sums: readonly Float64Array[],
  actions: ReadonlyMap<number, Float64Array>,
  patients: Float64Array,
): { readonly layout: Layout; readonly table: Table } {
  const actionColumns = [...actions.keys()];
  const terms = compiled.amounts.map(({ per, rules, ofAction }, component): Term[] =>
    per === "indicator"
      ? [...new Set([...rules, ...(ofAction ? [ofAction] : [])])].map((rule) => ({
          column: all.length + actionColumns.indexOf(rule.column),
          cents: rule.unit,
          rule,
        }))
      : all.flatMap((measure, column) => {
          if ("column" in measure || measure.component !== component) return [];
          const [rule] = measure.rules;
          return rule ? [{ column, cents: 1, rule }] : [];
        }),
  );
  return {
    layout: {
      amounts: terms,
      shareColumn: (column) =>
        all.findIndex((measure) => "column" in measure && measure.column === column),
    },
    table: { columns: [...sums, ...actions.values()], patients },
  };
}
