import { isPatientFact } from "../facts.ts";
import { predicateOf, type Predicate } from "../schedule/conditions.ts";
import type { Condition } from "../schedule/language.ts";

/** Conditions of a component and its case, on patients and on the physician. */
export interface RuleConditions {
  readonly patient: readonly Condition[];
  readonly physician: readonly Condition[];
  /** Whether those on the physician hold. */
  readonly pays: Predicate;
}

export function conditionsOf(...conditions: readonly (Condition | undefined)[]): RuleConditions {
  const part = (ofPatient: boolean): Condition[] =>
    conditions.map((when) =>
      Object.fromEntries(
        Object.entries(when ?? {}).filter(([fact]) => isPatientFact(fact) === ofPatient),
      ),
    );
  const physician = part(false);
  return { patient: part(true), physician, pays: predicateOf(...physician) };
}
