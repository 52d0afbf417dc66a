import type { PatientList } from "../../list/patient-list.ts";
import type { Scale } from "../../millionths.ts";
import type { Panel } from "../../panel/panel.ts";
import type { Tallies } from "../../panel/scan/tallies.ts";
import type { FactReader } from "../../schedule/conditions.ts";
import type { AmountRule, CompiledAmounts, UpliftRule } from "../compiled.ts";
import type { PatientClasses } from "../patient-classes.ts";

/** What a kind of amounts counts. Cents are then a product, which is the kernel's. */
export interface AmountKind {
  /** Whether the column of a rule counts the patients who meet its conditions. */
  readonly paysPatients: boolean;
  /** Whether a rule counts patients in a column of their own, by which it is worked out. */
  readonly countsApart: boolean;
  /** Adds what a panel has in the kind's columns, except those that count patients. */
  readonly count: (
    component: CompiledAmounts,
    of: OnePanel,
    add: (column: number, count: number) => void,
  ) => void;
  /** The same columns for many physicians, an array by physician each. */
  readonly columns: (
    component: CompiledAmounts,
    of: ManyPanels,
  ) => ReadonlyMap<number, Float64Array>;
  /**
   * How much each patient of a list adds to the quantity of a rule; of a kind that pays the whole
   * list, the weights by which a line is allocated.
   */
  readonly quantityOf: (
    component: CompiledAmounts,
    rule: string,
    patients: PatientList,
    classes: PatientClasses,
  ) => readonly number[];
}

/** The panel of one physician, with the columns that count its patients. */
export interface OnePanel {
  readonly panel: Panel;
  readonly counted: (column: number) => number;
  readonly physician: FactReader;
}

/** Panels of many physicians, with the columns that count their patients. */
export interface ManyPanels {
  readonly slots: number;
  readonly scale: Scale;
  readonly tallies: Tallies;
  readonly counted: (column: number) => Float64Array;
  /** Values of a declared number, by physician. */
  readonly numbers: (fact: string) => Float64Array;
}

/** The rate of an uplift, made ready when it is first asked for. */
export type RateKind<Rate> = (rate: Rate) => (columns: Columns) => () => UpliftRule["rate"];

/** Numbers the columns of a table of quantities. */
export class Columns {
  count: number;

  constructor(first = 0) {
    this.count = first;
  }

  next(): number {
    return this.count++;
  }
}

/** The rule of a component that has a path. */
export function ruleAt({ rules }: CompiledAmounts, path: string): AmountRule | undefined {
  return rules.find(({ rule }) => rule === path);
}
