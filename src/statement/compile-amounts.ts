import type { LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import { cents } from "../money/cents.ts";
import { casesOf, whensOf, type Case } from "../schedule/cases.ts";
import { labelOf } from "../schedule/label.ts";
import type { AmountCase, AmountComponent, Condition, Schedule } from "../schedule/language.ts";
import { attributionOf, attributionOfAmount, combine } from "../schedule/provenance.ts";
import type { AmountRule, CompiledAmounts, PreventionRules } from "./compiled.ts";
import { conditionsOf } from "./conditions-of.ts";
import type { Columns } from "./rules/rule.ts";
import { rules as kinds } from "./rules/rules.ts";

export function compileAmounts(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
  columns: Columns,
): CompiledAmounts {
  const firstColumn = columns.count;
  const cases = casesOf<AmountCase>(id, component);
  const rules = cases.map((one) => amountRule(schedule, component, one, columns));
  return {
    component: id,
    per: component.per,
    bears: schedule.uplifts?.of.includes(id) === true,
    firstColumn,
    rules,
    ...(component.per === "indicator" && {
      prevention: preventionRules(schedule, id, component, cases, rules, columns),
    }),
  };
}

function amountRule(
  schedule: Schedule,
  component: AmountComponent,
  { path, name, one }: Case<AmountCase>,
  columns: Columns,
): AmountRule {
  const terms = { ...component, ...one };
  const column = columns.next();
  return {
    path,
    rule: `${path}.amount`,
    label: freeze(labelOf(component, name, one)),
    attribution: freeze(attributionOfAmount(schedule, component, one)),
    ...conditionsOf(...whens(schedule, component, one)),
    column,
    counted: kinds[component.per].countsApart ? columns.next() : column,
    unit: cents(terms.amount as string),
    terms,
  };
}

/** Conditions of a case, its component, and the component that it is only paid with. */
function whens(
  { amounts }: Schedule,
  component: AmountComponent,
  one: AmountCase,
): (Condition | undefined)[] {
  const { onlyWith } = component;
  return [
    ...(onlyWith === undefined ? [] : [(amounts[onlyWith] as AmountComponent).when]),
    ...whensOf(component, one),
  ];
}

function preventionRules(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
  cases: readonly Case<AmountCase>[],
  rules: readonly AmountRule[],
  columns: Columns,
): PreventionRules {
  const [first] = rules;
  const actionColumn = rules.length === 1 && first ? first.column : columns.next();
  return {
    ofIndicator: new Map(cases.map(({ name }, index) => [name, index])),
    ofAction: actionRule(schedule, id, component, rules, actionColumn),
    actionColumn,
  };
}

const notItemised: LocalizedText = {
  fr: "sans le détail",
  en: "not itemised",
};

/** Rule of actions not itemised by indicator, which belong to the component as a whole. */
function actionRule(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
  rules: readonly AmountRule[],
  column: number,
): AmountRule | undefined {
  const [first] = rules;
  if (!first || rules.some(({ unit }) => unit !== first.unit)) return undefined;
  if (rules.length === 1) return first;
  return {
    path: id,
    rule: `${id}.amount`,
    label: freeze(labelOf(component, id, notItemised)),
    attribution: freeze(
      component.amount === undefined
        ? combine(rules.map((rule) => rule.attribution))
        : attributionOf(schedule, component),
    ),
    ...conditionsOf(component.when, undefined),
    column,
    counted: column,
    unit: first.unit,
    terms: {},
  };
}
