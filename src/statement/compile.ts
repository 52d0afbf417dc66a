import { PATIENT_FACTS, type Fact } from "../facts.ts";
import type { LocalizedText } from "../error.ts";
import { cents, type Cents } from "../money/cents.ts";
import { fastRate, type FastRate } from "../money/fast-rate.ts";
import { percent, type Rate } from "../money/rate.ts";
import { CELLS, factsOf, type Cell } from "../list/cell.ts";
import { casesOf, type Case } from "../schedule/cases.ts";
import { holds, type FactReader } from "../schedule/conditions.ts";
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
  type Attribution,
} from "../schedule/provenance.ts";
import { patientReader } from "./facts.ts";
import { shareTerms, type ShareTerms } from "./share-rate.ts";
import { scheduleNotices, type ScheduleNotices } from "./schedule-notices.ts";

/**
 * A schedule prepared for evaluation: conditions on patients and physicians separated, amounts in
 * cents, percentages parsed, references resolved.
 */
export interface Compiled {
  readonly schedule: Schedule;
  /** Component ids in document order, uplifts last. */
  readonly components: readonly string[];
  readonly amounts: readonly CompiledAmounts[];
  readonly uplifts: readonly CompiledUplift[];
  /** Payment plan of each component. */
  readonly payments: ReadonlyMap<string, PaymentPlan>;
  /** Facts used by at least one condition. */
  readonly reads: ReadonlySet<Fact>;
  /** Whether a condition requires a kind of C2S. */
  readonly c2sKind: boolean;
  readonly notices: ScheduleNotices;
}

export interface Rule {
  /** Patch path of the value. */
  readonly rule: string;
  readonly label: LocalizedText;
  readonly attribution: Attribution;
  /** Conditions on the physician. */
  readonly physician: readonly Condition[];
}

export interface AmountRule extends Rule {
  readonly unit: Cents;
}

export interface UpliftRule extends Rule {
  readonly rate: FastRate | ShareTerms;
}

export interface CompiledAmounts {
  readonly component: string;
  readonly per: AmountComponent["per"];
  readonly rules: readonly AmountRule[];
  /** For a component per patient: indices of the rules that match the patient's cell. */
  readonly rulesFor: (cell: Cell) => readonly number[];
  /** For a component per indicator: index of each indicator's rule. */
  readonly ofIndicator: ReadonlyMap<string, number>;
  /** For a component per indicator: rule of actions not itemised; undefined if prices differ. */
  readonly ofAction: AmountRule | undefined;
}

export interface CompiledUplift {
  readonly component: string;
  readonly rules: readonly UpliftRule[];
}

export type PaymentPlan = EqualParts | (Omit<Advances, "advance"> & { readonly advance: Rate });

const compiled = new WeakMap<Schedule, Compiled>();

export function compile(schedule: Schedule): Compiled {
  const known = compiled.get(schedule) ?? compileNew(schedule);
  compiled.set(schedule, known);
  return known;
}

function compileNew(schedule: Schedule): Compiled {
  const uplifts = schedule.uplifts?.cases ?? {};
  const conditionsRead = [...conditions(schedule)].map(([, when]) => when);
  return {
    schedule,
    components: [...Object.keys(schedule.amounts), ...Object.keys(uplifts)],
    amounts: Object.entries(schedule.amounts).map(([id, component]) =>
      compileAmounts(schedule, id, component),
    ),
    uplifts: Object.entries(uplifts).map(([id, component]) => ({
      component: id,
      rules: upliftRules(schedule, id, component),
    })),
    payments: new Map(
      Object.entries<AmountComponent | UpliftComponent>({ ...schedule.amounts, ...uplifts }).map(
        ([id, { paid }]) => [id, paymentPlan(schedule, paid)],
      ),
    ),
    reads: new Set(conditionsRead.flatMap((when) => Object.keys(when) as Fact[])),
    c2sKind: conditionsRead.some((when) => typeof when.c2s === "string"),
    notices: scheduleNotices(schedule),
  };
}

function paymentPlan({ payment }: Schedule, paid: string): PaymentPlan {
  const plan = payment[paid] as EqualParts | Advances;
  return "equal" in plan ? plan : { ...plan, advance: percent(plan.advance) };
}

function compileAmounts(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
): CompiledAmounts {
  const cases = casesOf<AmountCase>(id, component);
  const rules = cases.map((one) => amountRule(schedule, component, one));
  const patientConditions = cases.map(({ one }) => split(component.when, one.when).patient);
  const memo = Array<readonly number[] | undefined>(CELLS);
  const indexes = [...rules.keys()];
  const rulesFor = (cell: Cell): readonly number[] =>
    (memo[cell] ??= indexes.filter((index) =>
      holdsAll(
        patientConditions[index] as readonly Condition[],
        patientReader(schedule, factsOf(cell)),
      ),
    ));
  return {
    component: id,
    per: component.per,
    rules,
    rulesFor,
    ofIndicator: new Map(cases.map(({ name }, index) => [name, index])),
    ofAction: actionRule(schedule, id, component, rules),
  };
}

function amountRule(
  schedule: Schedule,
  component: AmountComponent,
  { path, name, one }: Case<AmountCase>,
): AmountRule {
  return {
    rule: `${path}.amount`,
    label: labelOf(component, name, one),
    attribution: attributionOfAmount(schedule, component, one),
    physician: split(component.when, one.when).physician,
    unit: cents((one.amount ?? component.amount) as string),
  };
}

/** Rule of actions not itemised by indicator, which belong to the component as a whole. */
function actionRule(
  schedule: Schedule,
  id: string,
  component: AmountComponent,
  rules: readonly AmountRule[],
): AmountRule | undefined {
  const [first] = rules;
  if (component.per !== "indicator" || !first || rules.some(({ unit }) => unit !== first.unit))
    return undefined;
  if (rules.length === 1) return first;
  return {
    rule: `${id}.amount`,
    label: {
      fr: `${component.fr} : actions, sans le détail`,
      en: `${component.en}: actions, not itemised`,
    },
    attribution:
      component.amount === undefined
        ? combine(rules.map((rule) => rule.attribution))
        : attributionOf(schedule, component),
    physician: split(component.when, undefined).physician,
    unit: first.unit,
  };
}

function upliftRules(schedule: Schedule, id: string, component: UpliftComponent): UpliftRule[] {
  return casesOf<UpliftCase>(id, component).map((one) => upliftRule(schedule, component, one));
}

function upliftRule(
  schedule: Schedule,
  component: UpliftComponent,
  { path, name, one }: Case<UpliftCase>,
): UpliftRule {
  const rate = (one.rate ?? component.rate) as string | ShareRate;
  return {
    rule: `${path}.rate`,
    label: labelOf(component, name, one),
    attribution: attributionOfRate(schedule, component, one),
    physician: split(component.when, one.when).physician,
    rate: typeof rate === "string" ? fastRate(percent(rate)) : shareTerms(rate),
  };
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

export function holdsAll(conditions: readonly Condition[], read: FactReader): boolean {
  return conditions.every((condition) => holds(condition, read));
}
