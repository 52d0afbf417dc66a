import type { AmountComponent } from "../../schedule/language.ts";
import { perIndicator } from "./per-indicator.ts";
import { perPatient } from "./per-patient.ts";
import type { AmountFormula } from "./rule.ts";
import { shareUplift } from "./share-uplift.ts";
import { uplift } from "./uplift.ts";

/** The kinds of rules as expressions, one file each. */
export const rules = {
  /** By `per` of a component. */
  amount: { patient: perPatient, indicator: perIndicator } satisfies Record<
    AmountComponent["per"],
    AmountFormula
  >,
  rate: { flat: uplift, share: shareUplift },
};
