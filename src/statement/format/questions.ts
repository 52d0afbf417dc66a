import { refuse, type Locale } from "../../error.ts";
import { signedCents } from "../../money/cents.ts";
import { colon, NBSP, upper } from "../../typography.ts";
import type { OptionPrice, PricedInstalment, ReadingPrices } from "../compute-readings.ts";
import type { Statement } from "../statement.ts";
import { due, money, signedMoney } from "./locale.ts";

/** How far the open questions of the text can move a statement. */
export interface Range {
  /** A sentence with the least and the most. */
  readonly text: string;
  /** A sentence for each question that moves the total or an instalment, with its euros. */
  readonly questions: readonly string[];
}

/** @throws ForfaitError INPUT_INVALID for the prices of another statement */
export function rangeOf(statement: Statement, readings: ReadingPrices, locale: Locale): Range {
  const { total, lowest, highest, year, schedule } = readings;
  const found = `${schedule}, ${year}, ${total}`;
  const wanted = `${statement.schedule.id}, ${statement.schedule.year}, ${statement.total}`;
  if (found !== wanted)
    refuse("INPUT_INVALID", "readings", found, {
      fr: `ce que rend computeReadings pour ce seul médecin : ${wanted}`,
      en: `what computeReadings returns for this physician alone: ${wanted}`,
    });
  const questions = readings.readings.flatMap((question) => {
    const inUse = question.options.find((option) => option.inUse);
    const others = question.options.flatMap((option) => {
      const effect = option.inUse ? undefined : effectOf(option, locale);
      return effect === undefined ? [] : [ifItIs(option[locale], effect, locale)];
    });
    if (others.length === 0 || !inUse) return [];
    return [`${question[locale]} ${upper(inUse[locale])}. ${others.join(" ")}`];
  });
  const [low, high] = [money(lowest.total, locale), money(highest.total, locale)];
  return { text: rangeText(low, high, questions.length > 0, locale), questions };
}

/** `Si c'est « non, la plus élevée seule » : −1 986,50 € (avril 2026 : 5 730,37 €).` */
function ifItIs(answer: string, effect: string, locale: Locale): string {
  return locale === "fr"
    ? `Si c'est «${NBSP}${answer}${NBSP}»${NBSP}: ${effect}.`
    : `If it is "${answer}": ${effect}.`;
}

function rangeText(low: string, high: string, isMoved: boolean, locale: Locale): string {
  const fr = locale === "fr";
  if (low !== high)
    return fr
      ? `Selon les questions que le texte laisse ouvertes${NBSP}: de ${low} à ${high}`
      : `Under the questions that the text leaves open: from ${low} to ${high}`;
  if (isMoved)
    return fr
      ? "Les questions que le texte laisse ouvertes ne changent que les dates ou les acomptes"
      : "The questions that the text leaves open change dates or instalments only";
  return fr
    ? "Aucune question que le texte laisse ouverte ne change ce total"
    : "No question that the text leaves open changes this total";
}

/** `−1 986,50 €, acomptes de 5 730,37 €`; undefined for an option that moves nothing here. */
function effectOf(
  { difference, instalments: paid }: OptionPrice,
  locale: Locale,
): string | undefined {
  if (difference === undefined || !paid) return undefined;
  const moved = paid.filter((one) => signedCents(one.difference) !== 0);
  if (signedCents(difference) === 0) {
    if (moved.length === 0) return undefined;
    if (moved.every((one) => Math.abs(signedCents(one.difference)) < FEW))
      return locale === "fr"
        ? "quelques centimes d'un acompte à l'autre"
        : "a few cents from one instalment to another";
  }
  const total =
    signedCents(difference) === 0
      ? locale === "fr"
        ? "total inchangé"
        : "same total"
      : signedMoney(difference, locale);
  return moved.length === 0 ? total : `${total} (${movedText(moved, locale)})`;
}

/** Cents below which an instalment is not worth a figure. */
const FEW = 100;

/** `avril 2026 4 966,25 €`: the first one, which the reader can compare, and the balance. */
function movedText(moved: readonly PricedInstalment[], locale: Locale): string {
  const [first] = moved as [PricedInstalment];
  const last = moved[moved.length - 1] as PricedInstalment;
  const shown = last.due.slice(0, 4) === first.due.slice(0, 4) ? [first] : [first, last];
  return shown
    .map(({ due: date, amount }) => `${due(date, locale)}${colon(locale)}${money(amount, locale)}`)
    .join(", ");
}
