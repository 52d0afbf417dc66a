import { isDay } from "../day.ts";
import { guard, refuse, type LocalizedText } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { amountText, centsIn } from "../money/amount-text.ts";
import type { Euros } from "../schedule/language.ts";
import { amountAt } from "./amounts.ts";
import { checkStatement } from "./check-statement.ts";
import type { Instalment, Statement } from "./statement.ts";

/** What came of a statement: an amount, or payments with their day. */
export interface ReceivedOptions {
  readonly received?: Euros | readonly ReceivedPayment[];
}

export interface ReceivedPayment {
  /** Day of the payment, `YYYY-MM-DD`. */
  readonly on: string;
  /** Euros, below zero for what was taken back. */
  readonly amount: Euros;
}

/** What is due of a statement on a day, in euros. `due` and `toCome` sum to the total. */
export interface InstalmentsOnDay {
  /** What is due until the day. */
  readonly due: Euros;
  /** What came until the day; absent if it is not given. */
  readonly received?: Euros;
  /** What is due after the day. */
  readonly toCome: Euros;
}

/**
 * What is due of a statement until a day, what came, and what is to come. An instalment of a month
 * is due from its first day; one of which only the year is known, from the first of January.
 * @param statement of `computePhysician`, or one that was stored
 * @param day YYYY-MM-DD
 * @param options `received`: an amount, or payments `{ on, amount }`, of which those until the day
 * count
 * @throws ForfaitError DATE_INVALID, AMOUNT_INVALID, INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // What is due on 1 September 2026, of which 50 EUR came?
 * const patients = [{ age: 82, ald: true, c2s: false }];
 * const statement = computePhysician({ patients }, { year: 2026 });
 * instalmentsOn(statement, "2026-09-01", { received: "50.00" })
 * //=> { due: "75.00", received: "50.00", toCome: "25.00" }
 */
export function instalmentsOn(
  statement: Statement,
  day: string,
  options: ReceivedOptions = {},
): InstalmentsOnDay {
  const { instalments } = checkStatement(statement, "statement");
  if (!isDay(day)) refuse("DATE_INVALID", "day", day, aDay);
  const { received, ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["received"]);
  const isDue = ({ due }: Instalment): boolean => firstDayOf(due) <= day;
  return Object.freeze({
    due: sumOf(instalments.filter(isDue)),
    ...(received !== undefined && { received: receivedUntil(day, received) }),
    toCome: sumOf(instalments.filter((one) => !isDue(one))),
  });
}

/** `2026-04` → `2026-04-01`, `2027` → `2027-01-01`. */
function firstDayOf(due: string): string {
  return `${due}-01-01`.slice(0, 10);
}

function sumOf(instalments: readonly Instalment[]): Euros {
  return amountText(instalments.reduce((sum, { amount }) => sum + (centsIn(amount) ?? 0n), 0n));
}

function receivedUntil(day: string, received: Euros | readonly ReceivedPayment[]): Euros {
  if (!Array.isArray(received)) return amountText(amountAt("received", received));
  const payments = guard("received", () => [...(received as readonly ReceivedPayment[])]);
  return amountText(
    payments.reduce((sum, payment, i) => {
      const path = `received[${i}]`;
      if (typeof payment !== "object" || payment === null)
        refuse("INPUT_INVALID", path, payment, aPayment);
      const { on, amount, ...others } = guard(path, () => ({ ...payment }));
      checkKeys(path, others, ["on", "amount"]);
      if (!isDay(on)) refuse("DATE_INVALID", `${path}.on`, on, aDay);
      const cents = amountAt(`${path}.amount`, amount);
      return on <= day ? sum + cents : sum;
    }, 0n),
  );
}

const aDay: LocalizedText = {
  fr: "un jour AAAA-MM-JJ qui existe",
  en: "a day YYYY-MM-DD that exists",
};
const aPayment: LocalizedText = {
  fr: '{ on: "2026-04-15", amount: "50.00" }',
  en: '{ on: "2026-04-15", amount: "50.00" }',
};
