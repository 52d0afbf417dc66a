import type { AmountKind } from "./rule.ts";

/** Points of a physician who meets the conditions of a case, times the value of a point. */
export const perPoint: AmountKind = {
  paysPatients: false,
  countsApart: false,
  count: ({ rules }, { panel: { scale } }, add) => {
    for (const { column, terms } of rules) add(column, (terms.points as number) * scale);
  },
  columns: ({ rules }, { slots, scale }) =>
    new Map(
      rules.map(({ column, terms }) => [
        column,
        new Float64Array(slots).fill((terms.points as number) * scale),
      ]),
    ),
  quantityOf: (_component, _rule, patients) => Array.from(patients.cells, () => 1),
};
