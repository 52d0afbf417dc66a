import { isFact, type AnyFact, type Fact } from "../../facts.ts";

const FACTS: Partial<Record<Fact, string>> = {
  installationYear: "installation_year",
  physicianAge: "physician_age",
};

/** Names of a formula's values: the columns of the printed SQL. */
export const nameOf = {
  fact: (fact: AnyFact): string => (isFact(fact) ? (FACTS[fact] ?? fact) : `fact_${fact}`),
  /** A patient's cents for a component. */
  cents: (component: string): string => `${component}_cents`,
  /** A physician's cents for a component. */
  total: (component: string): string => `${component}_total`,
  rate: (uplift: string): string => `${uplift}_rate`,
  /** Number of patients that a case depends on: in the share of a rate, or counted in slabs. */
  counted: (component: string, index: number): string =>
    `${component}${index === 0 ? "" : `_${index + 1}`}_counted`,
  /** Reduction of a component for the part of the year not due. */
  unpaid: (component: string): string => `${component}_unpaid`,
};
