import type { When } from "../schedule/language.ts";

interface InCases {
  readonly when?: When;
  readonly cases?: Readonly<Record<string, { readonly when?: When }>>;
}

/** The conditions of each case of a component, the component's own included, in the order of its rules. */
export function whensOf({ when, cases }: InCases): (readonly (When | undefined)[])[] {
  return cases ? Object.values(cases).map((one) => [when, one.when]) : [[when]];
}
