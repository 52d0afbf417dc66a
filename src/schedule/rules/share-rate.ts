import { refuse, type LocalizedText } from "../../error.ts";
import { isGreater, percent } from "../../money/rate.ts";
import type { ShareRate } from "../language.ts";
import { inFrench, type RateKind } from "./rule.ts";

/** A rate that grows with a share of the patients, up to a cap. */
export const shareRate: RateKind<ShareRate> = (rate) => ({
  check: (path) => {
    const { above, cap, capOn } = rate;
    if (capOn === "share" && isGreater(percent(above), percent(cap)))
      refuse("SCHEDULE_INVALID", `${path}.rate.cap`, cap, {
        fr: `au moins le seuil, ${above}`,
        en: `at least the threshold, ${above}`,
      });
  },
  text: (base) => {
    const { fr, en } = shareText(rate);
    return { fr: `${fr}, de ${base.fr}`, en: `${en}, of ${base.en}` };
  },
});

/** Such a rate, whatever it is a rate of. */
export function shareText({ above, slope, cap, capOn }: ShareRate): LocalizedText {
  const capped = capOn === "share" ? "part plafonnée" : "taux plafonné";
  return {
    fr:
      `${inFrench(slope)} de la part au-delà de ${inFrench(above)}, ` +
      `${capped} à ${inFrench(cap)}`,
    en: `${slope} of the share above ${above}, ${capOn} capped at ${cap}`,
  };
}
