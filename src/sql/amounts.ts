import type { AmountComponent, Schedule } from "../schedule/language.ts";
import type { AmountRule, Compiled, CompiledAmounts } from "../statement/compile.ts";
import { ruleOf } from "../statement/compile.ts";
import {
  choose,
  number,
  internal,
  plus,
  times,
  when,
  type Branch,
  type Expression,
} from "./expression.ts";
import { conditionOf, type FactsSql } from "./facts.ts";
import { unreadable, type PatientsSql } from "./patients.ts";
import type { PhysiciansSql } from "./physicians.ts";
import type { Column, Step } from "./query.ts";
import { shares } from "./rates.ts";
import { caseConditions } from "./case-conditions.ts";

/** Column name of a component's cents. */
export const centsOf = (component: string): string => `${component}_cents`;

/** CTE `patient_amounts`: each patient's cents for each component, before uplifts. */
export function patientAmounts(
  compiled: Compiled,
  patients: PatientsSql,
  physicians: PhysiciansSql,
  withIds: boolean,
): Step {
  const { schedule } = compiled;
  const facts: FactsSql = new Map([...patients.facts, ...physicians.facts]);
  const amounts = compiled.amounts.map((one): Column => ({
    as: centsOf(one.component),
    value: amountOf(schedule, one, patients, facts),
  }));
  const ids = ["physician_id", ...(withIds ? ["patient_id", "place"] : [])].map((name) => ({
    as: name,
    value: internal(name),
  }));
  const asksPhysician = compiled.amounts.some(({ rules, ofAction }) =>
    [...rules, ...(ofAction ? [ofAction] : [])].some(looksAtPhysician),
  );
  return {
    name: "patient_amounts",
    description: "Cents a year for each patient, before uplifts.",
    select: {
      columns: [
        ...ids,
        ...amounts,
        ...shares(schedule).map(({ column, share }) => ({
          as: column,
          value: when(conditionOf([share], patients.facts), number(1), number(0)),
        })),
        { as: "unreadable", value: unreadable(patients.readable) },
      ],
      from: "patient_facts",
      ...(asksPhysician &&
        physicians.step && {
          join: {
            kind: "LEFT JOIN",
            table: "physician_facts",
            on: [internal("physician"), internal("physician_id")],
          },
        }),
    },
  };
}

const looksAtPhysician = ({ physician }: AmountRule): boolean =>
  physician.some((one) => Object.keys(one).length > 0);

function amountOf(
  schedule: Schedule,
  compiled: CompiledAmounts,
  patients: PatientsSql,
  facts: FactsSql,
): Expression {
  const component = schedule.amounts[compiled.component] as AmountComponent;
  return component.per === "patient"
    ? perPatient(component, compiled.rules, facts)
    : perIndicator(compiled, patients, facts);
}

function perPatient(
  component: AmountComponent,
  rules: readonly AmountRule[],
  facts: FactsSql,
): Expression {
  const branches = rules.map((rule, i): Branch => ({
    when: conditionOf(caseConditions(component)[i] ?? [], facts),
    value: number(rule.unit),
    remark: rule.label.en,
  }));
  if (component.pick === "each")
    return plus(...branches.map((branch) => choose([branch], number(0))));
  return choose(branches, number(0));
}

function perIndicator(
  { rules, ofIndicator, ofAction }: CompiledAmounts,
  patients: PatientsSql,
  facts: FactsSql,
): Expression {
  const paid = ({ physician, unit }: AmountRule): Expression =>
    when(conditionOf(physician, facts), number(unit), number(0));
  const counted = ofAction ? times(patients.counted, paid(ofAction)) : number(0);
  const itemised = [...patients.indicators].map(([id, did]) => {
    const rule = rules[ruleOf(ofIndicator, id) ?? -1];
    return rule ? when(did, paid(rule), number(0)) : number(0);
  });
  return plus(counted, ...itemised);
}
