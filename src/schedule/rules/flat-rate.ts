import type { Percent } from "../language.ts";
import { inFrench, type RateKind } from "./rule.ts";

/** A percentage. */
export const flatRate: RateKind<Percent> = (rate) => ({
  check: () => undefined,
  text: (base) => ({ fr: `${inFrench(rate)} de ${base.fr}`, en: `${rate} of ${base.en}` }),
});
