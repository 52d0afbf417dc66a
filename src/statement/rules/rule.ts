import type { PatientList } from "../../list/patient-list.ts";
import type { Panel } from "../../panel/panel.ts";
import type { Tallies } from "../../panel/scan/tallies.ts";
import type { AmountRule, CompiledAmounts } from "../compiled.ts";
import type { ColumnConditions, PatientClasses } from "../patient-classes.ts";

/** What a kind of amounts counts. Cents are then a product, which is the kernel's. */
export interface AmountKind {
  /** Columns that count patients, and whom. */
  readonly patientColumns: (rules: readonly AmountRule[]) => readonly ColumnConditions[];
  /** Adds what a panel has in the kind's other columns. */
  readonly count: (
    component: CompiledAmounts,
    panel: Panel,
    add: (column: number, count: number) => void,
  ) => void;
  /** The same columns for many physicians, an array by physician each. */
  readonly columns: (
    component: CompiledAmounts,
    tallies: Tallies,
    slots: number,
  ) => ReadonlyMap<number, Float64Array>;
  /** How much each patient of a list adds to the quantity of a rule. */
  readonly quantityOf: (
    component: CompiledAmounts,
    rule: string,
    patients: PatientList,
    classes: PatientClasses,
  ) => readonly number[];
}
