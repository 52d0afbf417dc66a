import type { Account } from "../../list/batch-reader.ts";
import type { Compiled } from "../../statement/compiled.ts";
import type { ReadingPrices } from "../../statement/compute-readings.ts";
import type { AccountPricer } from "../../statement/price-account.ts";
import { sharesOf } from "../../statement/shares.ts";
import type { Statement } from "../../statement/statement.ts";
import type { Locale } from "../../error.ts";
import { amountsRow, outputRows, type Detail, type OutputValue } from "../output/records.ts";
import { fits } from "./readings-of.ts";

/** The rows of a physician in a table. */
export interface TableRows {
  readonly of: Pick<Statement, "schedule" | "simulation" | "patients" | "total">;
  readonly rows: readonly (readonly OutputValue[])[];
}

/** A statement, and what the open questions are worth for the physician. */
export interface WholeStatement {
  readonly of: Statement;
  readonly readings: ReadingPrices | undefined;
}

/** What is due, one physician after another. */
export interface Computed {
  readonly table: () => Generator<TableRows>;
  readonly whole: () => Generator<WholeStatement>;
}

/** @param price returns what the open questions are worth, where that is asked */
export function computedOf(
  compiled: Compiled,
  pricer: AccountPricer,
  accounts: readonly Account[],
  { detail, locale }: { readonly detail: Detail; readonly locale: Locale },
  price: (account: Account) => ReadingPrices | undefined,
): Computed {
  const rowsOf = (account: Account): TableRows => {
    if (detail === "physicians") {
      const of = pricer.amounts(account);
      return { of, rows: [amountsRow(of)] };
    }
    const { statement: of, evaluation } = pricer.price(account);
    const shares = detail === "patients" ? sharesOf(compiled, evaluation, account.patients) : [];
    return { of, rows: outputRows(of, shares, detail, locale) };
  };
  return {
    *table() {
      for (const account of accounts) yield rowsOf(account);
    },
    *whole() {
      for (const account of accounts) {
        const { statement: of } = pricer.price(account);
        const readings = price(account);
        yield { of, readings: fits(of, readings) ? readings : undefined };
      }
    },
  };
}
