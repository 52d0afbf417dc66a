import { PATIENT_FACTS, type Fact } from "../facts.ts";
import { cents } from "../money/cents.ts";
import { fastRate, type FastRate } from "../money/fast-rate.ts";
import { percent } from "../money/rate.ts";
import { casesOf, type Case } from "../schedule/cases.ts";
import { predicateOf } from "../schedule/conditions.ts";
import { labelOf } from "../schedule/label.ts";
import { conditions } from "../schedule/consistency.ts";
import type {
  Advances,
  AmountCase,
  AmountComponent,
  EqualParts,
  Schedule,
  ShareRate,
  UpliftCase,
  UpliftComponent,
  Condition,
} from "../schedule/language.ts";
import {
  combine,
  attributionOf,
  attributionOfAmount,
  attributionOfRate,
} from "../schedule/provenance.ts";
import { originOf } from "../schedule/value-patch.ts";
import { PatientClasses, type ColumnConditions } from "./patient-classes.ts";
import {
  isShare,
  type Compiled,
  type AmountRule,
  type UpliftRule,
  type CompiledAmounts,
  type CompiledUplift,
  type PaymentPlan,
} from "./compiled.ts";
import { amountKinds } from "./rules/rules.ts";
import { shareTerms } from "./share-rate.ts";
import { scheduleNotices } from "./schedule-notices.ts";

const compiled = new WeakMap<Schedule, Compiled>();

export function compile(schedule: Schedule): Compiled {
  const known = compiled.get(schedule);
  if (known) return known;
  const origin = originOf(schedule);
  const made = origin ? withOtherValues(compile(origin), schedule) : compileNew(schedule);
  compiled.set(schedule, made);
  return made;
}

/** Compiles a schedule that differs from a compiled one by values only: what is changed, anew. */
function withOtherValues(origin: Compiled, schedule: Schedule): Compiled {
  const amounts = origin.amounts.map((one) => {
    const { component: id, rules, actionColumn } = one;
    const component = schedule.amounts[id] as AmountComponent;
    return component === origin.schedule.amounts[id]
      ? one
      : compileAmounts(schedule, id, component, new Columns(rules[0]?.column ?? actionColumn));
  });
  const uplifts = origin.uplifts.map((one) => {
    const { component: id } = one;
    const component = schedule.uplifts?.cases[id] as UpliftComponent;
    return component === origin.schedule.uplifts?.cases[id]
      ? one
      : { component: id, rules: upliftRules(schedule, id, component, new Columns()) };
  });
  return { ...origin, schedule, amounts, uplifts };
}

function compileNew(schedule: Schedule): Compiled {
  const conditionsRead = [...conditions(schedule)].map(([, when]) => when);
  const columns = new Columns();
  const amounts = Object.entries(schedule.amounts).map(([id, component]) =>
    compileAmounts(schedule, id, component, columns),
  );
  const allUplifts = schedule.uplifts?.cases ?? {};
  const uplifts = Object.entries(allUplifts).map(([id, component]) => ({
    component: id,
    rules: upliftRules(schedule, id, component, columns),
  }));
  const counted = columnConditions(amounts, uplifts);
  return {
    schedule,
    components: [...Object.keys(schedule.amounts), ...Object.keys(allUplifts)],
    amounts,
    uplifts,
    columns: columns.count,
    counted,
    classes: new PatientClasses(schedule, counted),
    highestOnly: schedule.uplifts?.together === "highest",
    eligible: predicateOf(schedule.eligible.when),
    payments: new Map(
      Object.entries<AmountComponent | UpliftComponent>({ ...schedule.amounts, ...allUplifts }).map(
        ([id, { paid }]) => [id, paymentPlan(schedule, paid)],
      ),
    ),
    reads: new Set(conditionsRead.flatMap((when) => Object.keys(when) as Fact[])),
    c2sKind: conditionsRead.some((when) => typeof when.c2s === "string"),
    notices: scheduleNotices(schedule),
    sources: Object.entries(schedule.sources),
  };
}

/** Numbers the columns of a table of quantities. */
class Columns {
  count: number;

  constructor(first = 0) {
    this.count = first;
  }

  next(): number {
    return this.count++;
  }
}

function columnConditions(
  amounts: readonly CompiledAmounts[],
  uplifts: readonly CompiledUplift[],
): ColumnConditions[] {
  const ofRules = amounts.flatMap(({ per, rules }) => amountKinds[per].patientColumns(rules));
  const ofShares = uplifts.flatMap(({ rules }) =>
    rules.flatMap(({ rate }) =>
      isShare(rate) ? [{ column: rate.column, conditions: [rate.terms.share] }] : [],
    ),
  );
  return [...ofRules, ...ofShares];
}

function paymentPlan({ payment }: Schedule, paid: string): PaymentPlan {
  const plan = payment[paid] as EqualParts | Advances;
  return "equal" in plan ? plan : { ...plan, advance: percent(plan.advance) };
}

function compileAmounts(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
  columns: Columns,
): CompiledAmounts {
  const cases = casesOf<AmountCase>(id, component);
  const rules = cases.map((one) => amountRule(schedule, component, one, columns));
  const [first] = rules;
  const actionColumn = rules.length === 1 && first ? first.column : columns.next();
  return {
    component: id,
    per: component.per,
    bears: schedule.uplifts?.of.includes(id) ?? false,
    rules,
    ofIndicator: new Map(cases.map(({ name }, index) => [name, index])),
    ofAction: actionRule(schedule, id, component, rules, actionColumn),
    actionColumn,
  };
}

function amountRule(
  schedule: Schedule,
  component: AmountComponent,
  { path, name, one }: Case<AmountCase>,
  columns: Columns,
): AmountRule {
  const { patient, physician } = split(component.when, one.when);
  return {
    path,
    rule: `${path}.amount`,
    label: labelOf(component, name, one),
    attribution: attributionOfAmount(schedule, component, one),
    physician,
    pays: predicateOf(...physician),
    patient,
    column: columns.next(),
    unit: cents((one.amount ?? component.amount) as string),
  };
}

/** Rule of actions not itemised by indicator, which belong to the component as a whole. */
function actionRule(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
  rules: readonly AmountRule[],
  column: number,
): AmountRule | undefined {
  const [first] = rules;
  if (component.per !== "indicator" || !first || rules.some(({ unit }) => unit !== first.unit))
    return undefined;
  if (rules.length === 1) return first;
  const { patient, physician } = split(component.when, undefined);
  return {
    path: id,
    rule: `${id}.amount`,
    label: {
      fr: `${component.fr} : actions, sans le détail`,
      en: `${component.en}: actions, not itemised`,
    },
    attribution:
      component.amount === undefined
        ? combine(rules.map((rule) => rule.attribution))
        : attributionOf(schedule, component),
    physician,
    pays: predicateOf(...physician),
    patient,
    column,
    unit: first.unit,
  };
}

function upliftRules(
  schedule: Schedule,
  id: string,
  component: UpliftComponent,
  columns: Columns,
): UpliftRule[] {
  return casesOf<UpliftCase>(id, component).map(({ path, name, one }) => {
    const { physician } = split(component.when, one.when);
    const rate = rateReader((one.rate ?? component.rate) as string | ShareRate, columns);
    return {
      path,
      rule: `${path}.rate`,
      label: labelOf(component, name, one),
      attribution: attributionOfRate(schedule, component, one),
      physician,
      pays: predicateOf(...physician),
      get rate() {
        return rate();
      },
    };
  });
}

/** A percentage is parsed at its first use: few physicians have every uplift. */
function rateReader(given: string | ShareRate, columns: Columns): () => UpliftRule["rate"] {
  if (typeof given !== "string") {
    const share = { terms: shareTerms(given), column: columns.next() };
    return () => share;
  }
  let parsed: FastRate | undefined;
  return () => (parsed ??= fastRate(percent(given)));
}

/** Separates the conditions of a component and its case into those on patients and physicians. */
function split(
  component: Condition | undefined,
  one: Condition | undefined,
): { patient: readonly Condition[]; physician: readonly Condition[] } {
  const conditionsOfBoth = component === one ? [component] : [component, one];
  const part = (ofPatient: boolean): Condition[] =>
    conditionsOfBoth.map((when) =>
      Object.fromEntries(
        Object.entries(when ?? {}).filter(([fact]) => isOfPatient(fact) === ofPatient),
      ),
    );
  return { patient: part(true), physician: part(false) };
}

function isOfPatient(fact: string): boolean {
  return (PATIENT_FACTS as readonly string[]).includes(fact);
}
