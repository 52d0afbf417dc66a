import type { ShareRate } from "../../schedule/language.ts";
import { choose, compare, minus, number, times } from "../expression/expression.ts";
import type { RateFormula } from "./rule.ts";
import { partsOfHundred, patients } from "./scale.ts";

/** slope x (counted / patients - above), zero up to `above`, capped on the share or on the rate. */
export const shareRate = ({ share, above, slope, cap, capOn }: ShareRate): RateFormula => ({
  percentages: [above, slope, cap],
  share,
  parts: (scale, counted) => {
    const from = partsOfHundred(above, scale);
    const factor = partsOfHundred(slope, scale);
    const ceiling = partsOfHundred(cap, scale);
    const part = times(number(scale.hundred), counted);
    const rate = times(number(factor), minus(part, times(number(from), patients)));
    const most =
      capOn === "share"
        ? times(number(factor * (ceiling - from)), patients)
        : times(number(ceiling * scale.hundred), patients);
    const over =
      capOn === "share"
        ? compare(part, ">", times(number(ceiling), patients))
        : compare(rate, ">", most);
    return choose(
      [
        {
          when: compare(part, "<=", times(number(from), patients)),
          value: number(0),
          remark: `a share of ${above} or less`,
        },
        { when: over, value: most, remark: `a ${capOn} over ${cap}` },
      ],
      rate,
    );
  },
});
