import type { Locale, LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Euros, Schedule } from "../schedule/language.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { withYears } from "../schedule/years.ts";
import { openReadings } from "../statement/compute-readings.ts";
import { due } from "../statement/format/locale.ts";
import type { ComputeOptions, ListOptions } from "../statement/options.ts";
import type { PaidSums } from "../statement/paid-sums.ts";
import { batchOf, type PhysicianInput } from "../statement/price-one.ts";
import type { Statement } from "../statement/statement.ts";
import { typeset } from "../typography.ts";
import { auditedRows, type AuditedList } from "./audited-list.ts";
import { compatibleReadings, type CompatibleReadings } from "./compatible-readings.ts";
import { countsOfList, makeUps, type ListCounts, type MakeUp } from "./make-up.ts";
import {
  changesInWords,
  type InWords,
  optionsOf,
  triedOf,
  unansweredOf,
  type PricedOption,
  type UnansweredReading,
} from "./open-options.ts";
import {
  computedAt,
  readPayments,
  totalsOf,
  type OtherPayment,
  type PaidAmount,
  type PaidAt,
} from "./paid-amounts.ts";
import type { Place } from "./places.ts";

/** What is due beside what a caisse paid. */
export interface PaymentCheck {
  /** What is due, under the readings in use. */
  readonly statement: Statement;
  /** Whom the list counts, for the caisse to compare. */
  readonly list: ListCounts;
  readonly payments: readonly ComparedPayment[];
  /** Payments of something else, which are not compared. */
  readonly others: readonly OtherPayment[];
  /**
   * Sets of readings under which each payment comes within 1 %: the fewest changes first, three at
   * most, then the closest; the first changes nothing if the payments are those computed. They are
   * compatible with what was paid, and need not be the cause.
   */
  readonly compatible: readonly CompatiblePayment[];
  /** Where no readings are compatible: what would make up the gap, one kind at a time. */
  readonly makeUp: readonly MakeUp[];
  /** Questions that the list does not answer, and which are in no set. */
  readonly unanswered: readonly UnansweredReading[];
}

/** A date, a component, or a component on a date: computed, and paid. Amounts are euros. */
export interface ComparedPayment extends LocalizedText {
  readonly due?: string;
  readonly component?: string;
  readonly computed: Euros;
  readonly paid: Euros;
  /** `paid` minus `computed`. */
  readonly gap: Euros;
  /** As the caisse words it. */
  readonly labels: readonly string[];
}

export interface CompatiblePayment extends CompatibleReadings {
  /** Each change in words: the question and its answer. */
  readonly changes: readonly LocalizedText[];
}

/**
 * What a caisse paid beside what is due: the gap of each payment, the small sets of readings of the
 * text that are compatible with it, and where there are none, how many patients, in ALD or not
 * seen, would make it up.
 * @param input one physician's list
 * @param paid amounts by date, by component or both; a label such as `FMT 2026 2E ACOMPTE` says
 * them too. What is labelled otherwise is told, and not compared.
 * @throws ForfaitError as `computePhysician`; DATE_INVALID for a date on which nothing is due,
 * AMOUNT_INVALID, INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // Computed 162.50 EUR in April, paid 137.50: under which reading of the text would it be so?
 * const patients = Array.from({ length: 10 }, () => ({ age: 40, ald: true, c2s: true }));
 * const paid = [{ due: "2026-04", amount: "137.50" }];
 * const { payments, compatible } = checkPayment({ patients }, paid, { year: 2026 });
 * [payments[0]?.computed, compatible.map(({ readings }) => readings)]
 * //=> ["162.50", [{ "paid-when": "next-year" }]]
 */
export function checkPayment(
  input: PhysicianInput,
  paid: readonly PaidAmount[],
  options: ListOptions,
): PaymentCheck {
  return checkListPayment(auditedRows(batchOf(input), options), paid, options);
}

/** Whether each payment is that computed, within 1 %. */
export function isAsComputed({ compatible: [first] }: PaymentCheck): boolean {
  return first?.changes.length === 0;
}

/** The same for a list that was read otherwise: from a file, or in counts. */
export function checkListPayment(
  list: AuditedList,
  given: readonly PaidAmount[],
  options: ComputeOptions,
): PaymentCheck {
  const { schedule, components } = list.compiled;
  const open = openReadings(schedule, options);
  const words = (text: LocalizedText): LocalizedText =>
    typeset(withYears(schedule, text, options.year));
  const used = readingsInUse(schedule);
  const alone = optionsOf(open, used).map((one) => ({
    ...one,
    totals: list.price({ [one.id]: one.option }),
  }));
  const totals = totalsOf(list.statement);
  const { paid, others } = readPayments(given, {
    name: schedule.fr,
    year: options.year,
    dues: datesOf(totals, alone),
    components,
  });
  const tried = triedOf(list.moving(open, used), alone);
  const compatible = compatibleReadings(list, tried, paid);
  const gap = paid.reduce((sum, one) => sum + one.cents - computedAt(one, totals), 0);
  const counts = countsOfList(list);
  return freeze({
    statement: list.statement,
    list: counts,
    payments: paid.map((one) => ({
      ...comparedWith(one, computedAt(one, totals)),
      ...nameOf(one, schedule, words),
    })),
    others,
    compatible: compatible.map((one) => ({
      ...one,
      changes: changesInWords(one.readings, open, words),
    })),
    makeUp: compatible.length > 0 || gap === 0 ? [] : makeUps(list, counts, paid, gap),
    unanswered: unansweredOf(open, alone, words),
  });
}

/** `avril 2026, Majoration C2S`. */
function nameOf(
  { due: date, component }: Place,
  { amounts, uplifts }: Schedule,
  words: InWords,
): LocalizedText {
  const label = amounts[component ?? ""] ?? uplifts?.cases[component ?? ""];
  const of = label && words({ fr: label.fr, en: label.en });
  const name = (locale: Locale): string =>
    [...(date === undefined ? [] : [due(date, locale)]), ...(of ? [of[locale]] : [])].join(", ");
  return { fr: name("fr"), en: name("en") };
}

function comparedWith(
  { cents, labels, ...place }: PaidAt,
  computed: Cents,
): Omit<ComparedPayment, keyof LocalizedText> {
  return {
    ...place,
    computed: euros(computed),
    paid: euros(cents),
    gap: euros(cents - computed),
    labels,
  };
}

/** Every date on which something is paid under the readings in use, or another option. */
function datesOf({ paid }: PaidSums, alone: readonly PricedOption[]): string[] {
  const dates = alone.flatMap(({ totals }) => ("refusal" in totals ? [] : [...totals.paid.keys()]));
  return [...new Set([...paid.keys(), ...dates])].sort();
}
