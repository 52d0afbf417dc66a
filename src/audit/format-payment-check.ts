import type { Locale, LocalizedText } from "../error.ts";
import { addAmounts } from "../statement/amounts.ts";
import { day, money, signedMoney } from "../statement/format/locale.ts";
import { layOut, type SheetOptions } from "../statement/layout/lay-out.ts";
import type { Sheet, SheetRow, SheetTable } from "../statement/layout/sheet.ts";
import { colon, count, counted } from "../typography.ts";
import { caisseParagraph, isEnough, makeUpText } from "./caisse-words.ts";
import {
  isAsComputed,
  type ComparedPayment,
  type CompatiblePayment,
  type PaymentCheck,
} from "./check-payment.ts";
import { checkedCheck } from "./checked-check.ts";
import type { MakeUp } from "./make-up.ts";

/**
 * A check of payments for a reader: what is computed and paid, what is compatible with the gap or
 * would make it up, and a paragraph to send to the caisse, which is in French.
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // Which reading would make an instalment of 162.50 EUR one of 137.50 EUR?
 * const patients = Array.from({ length: 10 }, () => ({ age: 40, ald: true, c2s: true }));
 * const paid = [{ due: "2026-04", amount: "137.50" }];
 * const check = checkPayment({ patients }, paid, { year: 2026 });
 * const text = formatPaymentCheck(check, { locale: "en" });
 * /When are .*In 2027\./.exec(text)?.[0]
 * //=> "When are the C2S and the uplifts paid? In 2027."
 */
export function formatPaymentCheck(check: PaymentCheck, options: SheetOptions = {}): string {
  return paymentCheckPage(check, options, { withParagraph: true });
}

/** Heads several results about payments on one page. */
export const paymentPagesTitle: LocalizedText = {
  fr: "Ce que la caisse a versé, et ce qui est calculé",
  en: "What the caisse paid, and what is computed",
};

/** @param withParagraph for the caisse: a letter below it says the same */
export function paymentCheckPage(
  check: PaymentCheck,
  options: SheetOptions,
  { withParagraph }: { readonly withParagraph: boolean },
): string {
  return layOut("check", options, (locale) => sheetOf(checkedCheck(check), locale, withParagraph));
}

function sheetOf(check: PaymentCheck, locale: Locale, withParagraph: boolean): Sheet {
  const { statement, list, compatible, makeUp, unanswered, others } = check;
  const { schedule, physicianId, simulation } = statement;
  const fr = locale === "fr";
  return {
    simulation: simulation && "SIMULATION",
    title: fr
      ? `Versements et calcul : ${schedule.fr} ${schedule.year} · estimation non officielle`
      : `Payments and calculation: ${schedule.en} ${schedule.year} · unofficial estimate`,
    subtitle: [
      ...(physicianId === null ? [] : [`${fr ? "Médecin" : "Physician"} ${physicianId}`]),
      [
        counted(list.patients, locale, "patient", "patients"),
        fr ? "au" : "on",
        day(schedule.referenceDate, locale),
      ].join(" "),
    ].join(" · "),
    tables: [paymentTable(check, locale)],
    lists: [
      {
        title: fr
          ? "Interprétations compatibles à 1 % près (compatible ne veut pas dire cause)"
          : "Readings compatible within 1 % (compatible does not mean the cause)",
        items:
          compatible.length > 0
            ? compatible.map((one) => compatibleText(one, locale))
            : [none[locale]],
      },
      {
        title: fr ? "Ce qui, seul, ferait l'écart" : "What alone would make up the gap",
        items: makeUp.map((one) => wayText(one, locale)),
      },
      {
        title: fr
          ? "Questions auxquelles la liste ne répond pas"
          : "Questions that the list does not answer",
        items: unanswered.map(
          (one) => `${one[locale]} ${fr ? "Manque : " : "Missing: "}${one.missing[locale]}`,
        ),
      },
      {
        title: fr
          ? "Versements d'un autre objet, non comparés"
          : "Payments of something else, not compared",
        items: others.map(
          ({ label, amount }) => `${label}${colon(locale)}${money(addAmounts([amount]), locale)}`,
        ),
      },
      {
        title: fr ? "À envoyer à la caisse" : "To send to the caisse (in French)",
        isProse: true,
        items: !withParagraph || isAsComputed(check) ? [] : [caisseParagraph(check)],
      },
    ],
  };
}

/** Each payment, and their sum if none is part of another. */
export function paymentTable({ payments }: PaymentCheck, locale: Locale): SheetTable {
  const fr = locale === "fr";
  const row = (label: string, { computed, paid, gap }: Amounts, isTotal: boolean): SheetRow => ({
    cells: [label, money(computed, locale), money(paid, locale), signedMoney(gap, locale)],
    ...(isTotal && { kind: "total" }),
  });
  const sum = (key: keyof Amounts): string => addAmounts(payments.map((one) => one[key]));
  const total = { computed: sum("computed"), paid: sum("paid"), gap: sum("gap") };
  return {
    title: fr ? "Versements" : "Payments",
    head: fr ? ["Échéance", "Calculé", "Versé", "Écart"] : ["Due", "Computed", "Paid", "Gap"],
    rows: [
      ...payments.map((one) => row(one[locale], one, false)),
      ...(payments.length > 1 && areApart(payments) ? [row("Total", total, true)] : []),
    ],
  };
}

type Amounts = Pick<ComparedPayment, "computed" | "paid" | "gap">;

/** Whether all are dates, all components, or all parts, so that nothing counts twice. */
function areApart(payments: readonly ComparedPayment[]): boolean {
  const kinds = payments.map(
    ({ due, component }) => `${due === undefined}/${component === undefined}`,
  );
  return new Set(kinds).size === 1;
}

function compatibleText({ changes, computed }: CompatiblePayment, locale: Locale): string {
  const amounts = computed.map((amount) => money(amount, locale)).join(", ");
  const said =
    changes.length === 0
      ? locale === "fr"
        ? "celles du calcul"
        : "those of the calculation"
      : changes.map((one) => one[locale]).join(" ");
  return `${said} → ${amounts}`;
}

function wayText(one: MakeUp, locale: Locale): string {
  const { of, patients, among, each } = one;
  const about =
    locale === "fr"
      ? `environ ${makeUpText(one)}`
      : [
          "about",
          count(Math.abs(patients), locale),
          patients < 0 ? "fewer" : "more",
          NAMES[of],
        ].join(" ");
  const average =
    locale === "fr"
      ? `${money(each, locale)} chacun en moyenne`
      : `${money(each, locale)} each on average`;
  const enough = isEnough(one)
    ? ""
    : locale === "fr"
      ? ` ; la liste n'en a que ${count(among, locale)} : cela ne suffirait pas`
      : `; the list has only ${count(among, locale)}: this would not be enough`;
  return `${about} (${average}${enough})`;
}

const NAMES = {
  patients: "patients",
  ald: "patients in ALD",
  "not-seen": "patients not seen",
} as const;

const none = {
  fr: "Aucune, ni seule ni à deux ou trois.",
  en: "None, neither alone nor two or three together.",
};
