import type { AmountKind } from "./rule.ts";

const NONE: ReadonlyMap<number, Float64Array> = new Map();

/** An amount for each patient who meets the conditions of a case. */
export const perPatient: AmountKind = {
  patientColumns: (rules) => rules.map(({ column, patient }) => ({ column, conditions: patient })),
  count: () => undefined,
  columns: () => NONE,
  quantityOf: ({ rules }, rule, patients, classes) => {
    const column = rules.find((one) => one.rule === rule)?.column;
    return Array.from(patients.cells, (cell) =>
      column !== undefined && classes.columnsOf(cell).includes(column) ? 1 : 0,
    );
  },
};
