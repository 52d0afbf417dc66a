import type { Condition } from "../schedule/language.ts";

interface InCases {
  readonly when?: Condition;
  readonly cases?: Readonly<Record<string, { readonly when?: Condition }>>;
}

/** The conditions of each case of a component, the component's own included, in the order of its rules. */
export function caseConditions({ when, cases }: InCases): (readonly (Condition | undefined)[])[] {
  return cases ? Object.values(cases).map((one) => [when, one.when]) : [[when]];
}
