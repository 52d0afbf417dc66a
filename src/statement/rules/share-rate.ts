import type { ShareRate } from "../../schedule/language.ts";
import { shareTerms } from "./share-terms.ts";
import type { RateKind } from "./rule.ts";

/** A rate that grows with a share of the patients, whom a column counts. */
export const shareRate: RateKind<ShareRate> = (rate) => (columns) => {
  const share = { terms: shareTerms(rate), column: columns.next() };
  return () => share;
};
