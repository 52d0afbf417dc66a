import type { AnyFact } from "../facts.ts";
import { freeze } from "../freeze.ts";
import { percent } from "../money/rate.ts";
import { casesOf, whensOf } from "../schedule/cases.ts";
import { predicateOf } from "../schedule/conditions.ts";
import { conditions } from "../schedule/check-conditions.ts";
import { labelOf } from "../schedule/label.ts";
import type {
  Advances,
  AmountComponent,
  EqualParts,
  Percent,
  Schedule,
  ShareRate,
  UpliftCase,
  UpliftComponent,
} from "../schedule/language.ts";
import { attributionOfRate } from "../schedule/provenance.ts";
import { ofRate } from "../schedule/rules/of-rate.ts";
import { PATIENTS } from "../schedule/rules/per-slab.ts";
import { originOf } from "../schedule/value-patch.ts";
import { compileAmounts } from "./compile-amounts.ts";
import {
  isShare,
  type AmountRule,
  type Compiled,
  type CompiledAmounts,
  type CompiledUplift,
  type PaymentPlan,
  type UpliftRule,
} from "./compiled.ts";
import { conditionsOf } from "./conditions-of.ts";
import { PatientClasses, type ColumnConditions } from "./patient-classes.ts";
import { Columns } from "./rules/rule.ts";
import { rules as kinds } from "./rules/rules.ts";

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
    const { component: id, firstColumn } = one;
    const component = schedule.amounts[id] as AmountComponent;
    return component === origin.schedule.amounts[id]
      ? one
      : compileAmounts(schedule, id, component, new Columns(firstColumn));
  });
  const uplifts = origin.uplifts.map((one) => {
    const { component: id } = one;
    const component = upliftsOf(schedule)[id] as UpliftComponent;
    return component === upliftsOf(origin.schedule)[id]
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
  const allUplifts = upliftsOf(schedule);
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
    reads: new Set([
      ...conditionsRead.flatMap((when) => Object.keys(when)),
      ...amounts.flatMap(({ rules }) => rules.flatMap(measuresOf)),
    ]),
    c2sKind: conditionsRead.some((when) => typeof when.c2s === "string"),
    sources: Object.entries(schedule.sources),
  };
}

function upliftsOf({ uplifts }: Schedule): Readonly<Record<string, UpliftComponent>> {
  return uplifts?.cases ?? {};
}

/** Declared numbers that a rule counts slabs of. */
function measuresOf({ terms: { slabs = {} } }: AmountRule): AnyFact[] {
  return Object.keys(slabs).filter((id) => id !== PATIENTS);
}

/** The columns that count patients: for a rule, or for the share that a rate depends on. */
function columnConditions(
  amounts: readonly CompiledAmounts[],
  uplifts: readonly CompiledUplift[],
): ColumnConditions[] {
  const ofRules = amounts
    .filter(({ per }) => kinds[per].paysPatients || kinds[per].countsApart)
    .flatMap(({ rules }) =>
      rules.map(({ counted, patient }) => ({ column: counted, conditions: patient })),
    );
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

function upliftRules(
  schedule: Schedule,
  id: string,
  component: UpliftComponent,
  columns: Columns,
): UpliftRule[] {
  return casesOf<UpliftCase>(id, component).map(({ path, name, one }) => {
    const { physician, pays } = conditionsOf(...whensOf(component, one));
    const rate = ofRate((one.rate ?? component.rate) as Percent | ShareRate, kinds)(columns);
    return {
      path,
      rule: `${path}.rate`,
      label: freeze(labelOf(component, name, one)),
      attribution: freeze(attributionOfRate(schedule, component, one)),
      physician,
      pays,
      get rate() {
        return rate();
      },
    };
  });
}
