import type { LocalizedText } from "../../error.ts";
import type { AmountComponent } from "../language.ts";

/** What the language asks of a kind of amounts. */
export interface AmountKind {
  /** What an amount is for, in a description. */
  readonly per: LocalizedText;
  /** Whether its conditions may be on patients, whose cases `pick` then promises to cover. */
  readonly readsPatients: boolean;
}

/** The kinds of amounts by `per` of a component. */
export const amountKinds = {
  patient: { per: { fr: "par patient", en: "per patient" }, readsPatients: true },
  indicator: { per: { fr: "par action", en: "per action" }, readsPatients: false },
} satisfies Record<AmountComponent["per"], AmountKind>;
