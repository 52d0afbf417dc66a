import type { AmountKind } from "./rule.ts";

/** An amount for each patient who meets the conditions of a case. */
export const perPatient: AmountKind = {
  keys: [],
  readsPatients: true,
  casesByFacts: true,
  paysWholeList: false,
  per: () => ({ fr: "par patient", en: "per patient" }),
  check: () => undefined,
};
