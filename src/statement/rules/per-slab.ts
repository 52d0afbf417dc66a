import { MILLION } from "../../millionths.ts";
import type { SlabMeasure } from "../../schedule/language.ts";
import { PATIENTS } from "../../schedule/rules/per-slab.ts";
import type { AmountRule } from "../compiled.ts";
import { ruleAt, type AmountKind } from "./rule.ts";

/** An amount for each slab of one or several measures; the measure with the fewest slabs counts. */
export const perSlab: AmountKind = {
  paysPatients: false,
  countsApart: true,
  count: ({ rules }, { panel: { scale }, counted, physician }, add) => {
    for (const rule of rules)
      if (rule.pays(physician))
        add(
          rule.column,
          scale *
            slabsOf(rule, (id) =>
              id === PATIENTS ? counted(rule.counted) / scale : (physician(id) as number),
            ),
        );
  },
  columns: ({ rules }, { slots, scale, counted, numbers }) =>
    new Map(
      rules.map((rule) => {
        const measures = new Map(
          Object.keys(rule.terms.slabs ?? {}).map((id) => [
            id,
            id === PATIENTS ? counted(rule.counted).map((count) => count / scale) : numbers(id),
          ]),
        );
        const slabs = Float64Array.from(
          { length: slots },
          (_, slot) =>
            scale * slabsOf(rule, (id) => (measures.get(id) as Float64Array)[slot] as number),
        );
        return [rule.column, slabs];
      }),
    ),
  quantityOf: (component, path, patients, classes) => {
    const { terms, counted } = ruleAt(component, path) as AmountRule;
    const { slabs = {} } = terms;
    return Array.from(patients.cells, (cell) =>
      slabs[PATIENTS] === undefined || classes.columnsOf(cell).includes(counted) ? 1 : 0,
    );
  },
};

/** Number of slabs: none where a measure has not reached what it must, and never over the most. */
function slabsOf({ terms }: AmountRule, measure: (id: string) => number): number {
  const { slabs = {}, most = Number.POSITIVE_INFINITY } = terms;
  let fewest = most;
  for (const [id, of] of Object.entries(slabs)) fewest = Math.min(fewest, slabsIn(of, measure(id)));
  return fewest;
}

function slabsIn({ each, from, over }: SlabMeasure, value: number): number {
  if (from !== undefined && value < Number(from)) return 0;
  if (over !== undefined && value <= Number(over)) return 0;
  return Math.floor(millionths(value) / millionths(each));
}

/** As whole numbers: a quotient of binary fractions may fall short of a whole one. */
function millionths(decimal: string | number): number {
  return Math.round(Number(decimal) * MILLION);
}
