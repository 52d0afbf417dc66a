import { assess } from "./assess.ts";
import { checkPayment } from "./check-payment.ts";
import { compare } from "./compare.ts";
import { instalmentsOn } from "./instalments-on.ts";
import { marginal } from "./marginal.ts";
import { preventionRange } from "./prevention-range.ts";
import { reconcile } from "./reconcile.ts";
import { sum } from "./sum.ts";
import { worklist } from "./worklist.ts";

/** What is asked of statements, rather than of a list: a file for each question. */
export const CALLS = {
  assess,
  "check-payment": checkPayment,
  compare,
  "instalments-on": instalmentsOn,
  marginal,
  "prevention-range": preventionRange,
  reconcile,
  sum,
  worklist,
} as const;

export const CALL_NAMES = Object.keys(CALLS) as (keyof typeof CALLS)[];

export function isOfStatements(name: string): name is keyof typeof CALLS {
  return CALL_NAMES.some((known) => known === name);
}
