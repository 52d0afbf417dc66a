import { checkIndicator } from "../prevention/check-indicator.ts";
import type { AmountKind } from "./rule.ts";

/** An amount for each validated prevention indicator; cases are named as the indicators. */
export const perIndicator: AmountKind = {
  keys: ["eligible", "validated"],
  readsPatients: false,
  casesByFacts: false,
  paysWholeList: false,
  per: () => ({ fr: "par indicateur validé", en: "per validated indicator" }),
  check: checkIndicator,
};
