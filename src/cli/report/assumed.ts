import type { Account } from "../../list/batch-reader.ts";
import type { Notice } from "../../notice.ts";
import type { Compiled } from "../../statement/compiled.ts";
import type { ListOptions } from "../../statement/options.ts";
import { AccountPricer } from "../../statement/price-account.ts";

/** Something that the files do not tell, and what is taken in its place. */
export interface Assumed extends Notice {
  /** Physicians whom it concerns, and rows of their lists. */
  readonly physicians: number;
  readonly rows: number;
}

/**
 * What is assumed of lists and physicians, as their statements say: a contract, for one, is asked
 * of a physician in a zone only.
 * @throws ForfaitError FACT_MISSING for a fact that has no default
 */
export function assumedIn(
  compiled: Compiled,
  options: ListOptions,
  accounts: readonly Account[],
): readonly Assumed[] {
  const pricer = new AccountPricer(compiled, options.year, options);
  const found = new Map<string, Assumed>();
  for (const account of accounts)
    for (const { code, path, fr, en } of pricer.price(account).statement.assumptions) {
      if (code === "assumed-rule" || code === "reading") continue;
      const { physicians, rows } = found.get(fr) ?? { physicians: 0, rows: 0 };
      const concerned = { physicians: physicians + 1, rows: rows + account.counts.computed };
      found.set(fr, { code, path, fr, en, ...concerned });
    }
  return [...found.values()];
}
