import { assess } from "./assess.ts";
import { checkPayment } from "./check-payment.ts";
import { compareSchedules } from "./compare-schedules.ts";
import { compare } from "./compare.ts";
import { instalmentsOn } from "./instalments-on.ts";
import { marginal } from "./marginal.ts";
import { preventionRange } from "./prevention-range.ts";
import { reconcile } from "./reconcile.ts";
import { regimes } from "./regimes.ts";
import { solve } from "./solve.ts";
import { sum } from "./sum.ts";
import { worklist } from "./worklist.ts";
import { sweep } from "./sweep.ts";

/** What is asked of statements or of counts, rather than of a list: a file for each question. */
export const CALLS = {
  assess,
  "check-payment": checkPayment,
  compare,
  "compare-schedules": compareSchedules,
  "instalments-on": instalmentsOn,
  marginal,
  "prevention-range": preventionRange,
  reconcile,
  regimes,
  solve,
  sum,
  worklist,
  sweep,
} as const;

export const CALL_NAMES = Object.keys(CALLS) as (keyof typeof CALLS)[];

export function isOfStatements(name: string): name is keyof typeof CALLS {
  return CALL_NAMES.some((known) => known === name);
}
