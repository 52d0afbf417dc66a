import type { Percent, ShareRate } from "../language.ts";

/** What the kind of a rate makes of it. */
export function ofRate<Result>(
  rate: Percent | ShareRate,
  kinds: {
    readonly flat: (rate: Percent) => Result;
    readonly share: (rate: ShareRate) => Result;
  },
): Result {
  return typeof rate === "string" ? kinds.flat(rate) : kinds.share(rate);
}
