import { ruleAt, type AmountKind } from "./rule.ts";

const NONE: ReadonlyMap<number, Float64Array> = new Map();

/** An amount for each patient who meets the conditions of a case. */
export const perPatient: AmountKind = {
  paysPatients: true,
  countsApart: false,
  count: () => undefined,
  columns: () => NONE,
  quantityOf: (component, rule, patients, classes) => {
    const column = ruleAt(component, rule)?.column;
    return Array.from(patients.cells, (cell) =>
      column !== undefined && classes.columnsOf(cell).includes(column) ? 1 : 0,
    );
  },
};
