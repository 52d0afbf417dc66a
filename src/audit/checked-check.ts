import { refuse, type LocalizedText } from "../error.ts";
import type { PaymentCheck } from "./check-payment.ts";

/** @throws ForfaitError INPUT_INVALID for what is no check of payments */
export function checkedCheck(check: PaymentCheck): PaymentCheck {
  return Array.isArray((check as Partial<PaymentCheck> | null | undefined)?.payments)
    ? check
    : refuse("INPUT_INVALID", "check", check, aCheck);
}

const aCheck: LocalizedText = {
  fr: "une comparaison, comme la rend checkPayment",
  en: "a check, as checkPayment returns it",
};
