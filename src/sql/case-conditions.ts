import type { Condition } from "../schedule/language.ts";

interface InCases {
  readonly when?: Condition;
  readonly cases?: Readonly<Record<string, { readonly when?: Condition }>>;
}

/** Conditions of each case of a component, in rule order, each preceded by the component's own. */
export function caseConditions({ when, cases }: InCases): (readonly (Condition | undefined)[])[] {
  return cases ? Object.values(cases).map((one) => [when, one.when]) : [[when]];
}
