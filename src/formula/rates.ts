import type { Percent } from "../money/rate.ts";
import { casesOf, whensOf } from "../schedule/cases.ts";
import type { Schedule, ShareRate, UpliftCase, UpliftComponent } from "../schedule/language.ts";
import { ofRate } from "../schedule/rules/of-rate.ts";
import { conditionOf, type Tests } from "./expression/conditions.ts";
import {
  choose,
  internal,
  isNumber,
  number,
  when,
  type Branch,
  type Expression,
  type Named,
} from "./expression/expression.ts";
import { nameOf } from "./expression/names.ts";
import type { RateFormula } from "./rules/rule.ts";
import { rules } from "./rules/rules.ts";
import { scaleOf, type Scale } from "./rules/scale.ts";

/** Rates of a schedule's uplifts, in parts of a common unit. */
export interface Rates {
  readonly scale: Scale;
  /** Uplifts that may be paid, given the known facts of physicians. */
  readonly uplifts: readonly string[];
  /** The rate of each of them. */
  readonly columns: readonly Named[];
  /** For each share that a rate depends on, 1 for a patient in it, 0 otherwise. */
  readonly counted: readonly Named[];
}

export function ratesOf(schedule: Schedule, ofPatients: Tests, ofPhysicians: Tests): Rates {
  const uplifts = Object.entries(schedule.uplifts?.cases ?? {}).map(([id, component]) => ({
    id,
    component,
    cases: casesOfUplift(id, component),
  }));
  const rates = uplifts.flatMap(({ cases }) => cases.map(({ rate }) => rate));
  const scale = scaleOf(
    rates.flatMap(({ percentages }) => percentages),
    rates.some(({ share }) => share !== undefined),
  );
  const possible = uplifts
    .map(({ id, component, cases }) => ({
      id,
      column: { as: nameOf.rate(id), value: rateOf(component, cases, scale, ofPhysicians) },
    }))
    .filter(({ column }) => !isNumber(column.value, 0));
  return {
    scale,
    uplifts: possible.map(({ id }) => id),
    columns: possible.map(({ column }) => column),
    counted: uplifts.flatMap(({ cases }) =>
      cases.flatMap(({ counted, rate: { share } }): Named[] =>
        share
          ? [{ as: counted, value: when(conditionOf([share], ofPatients), number(1), number(0)) }]
          : [],
      ),
    ),
  };
}

interface RateCase {
  readonly one: UpliftCase;
  readonly label: string;
  readonly rate: RateFormula;
  /** Name of the number of patients in the share. */
  readonly counted: string;
}

function casesOfUplift(id: string, component: UpliftComponent): RateCase[] {
  return casesOf<UpliftCase>(id, component).map(({ name, one }, i) => ({
    one,
    label: one.en ?? name,
    rate: ofRate((one.rate ?? component.rate) as Percent | ShareRate, rules),
    counted: nameOf.counted(id, i),
  }));
}

/** Rate of the first case that applies. */
function rateOf(
  component: UpliftComponent,
  cases: readonly RateCase[],
  scale: Scale,
  ofPhysicians: Tests,
): Expression {
  const branches = cases.map(({ one, label, rate, counted }): Branch => ({
    when: conditionOf(whensOf(component, one), ofPhysicians),
    value: rate.parts(scale, internal(counted)),
    remark: label,
  }));
  return choose(branches, number(0));
}
