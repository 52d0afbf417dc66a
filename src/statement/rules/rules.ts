import type { AmountComponent } from "../../schedule/language.ts";
import { perIndicator } from "./per-indicator.ts";
import { perPatient } from "./per-patient.ts";
import type { AmountKind } from "./rule.ts";

/** The kinds of amounts by `per` of a component, one file each. */
export const amountKinds = {
  patient: perPatient,
  indicator: perIndicator,
} satisfies Record<AmountComponent["per"], AmountKind>;
