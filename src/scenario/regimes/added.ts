import { guard, refuse, type LocalizedText } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import { cents, type Cents } from "../../money/cents.ts";
import type { ScheduleSource } from "../../schedule/language.ts";
import { EUROS } from "../../schedule/formats.ts";
import type { Frame } from "../priced.ts";
import type { AddedAmount } from "./regime.ts";

/** An amount of one's own as cents: of each physician, or one mean. */
export interface Added {
  readonly name: string;
  /** The name, with the year and the physicians of a mean. */
  readonly label: LocalizedText;
  readonly source: ScheduleSource | undefined;
  readonly amounts: Float64Array | Cents;
}

/** @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
export function readAdded(frame: Frame, path: string, given: unknown): Added {
  if (typeof given !== "object" || given === null)
    return refuse("INPUT_INVALID", path, given, anAmount);
  const copy = guard(path, () => ({ ...given })) as AddedAmount;
  checkKeys(path, copy, ["name", "euros", "mean", "of", "year", "source"]);
  const { name, euros, mean, of, year, source } = copy;
  if (typeof name !== "string" || name.trim() === "")
    refuse("INPUT_INVALID", `${path}.name`, name, { fr: "un nom", en: "a name" });
  if ((euros === undefined) === (mean === undefined))
    refuse("INPUT_INVALID", path, given, anAmount);
  const amounts =
    mean === undefined
      ? amountsOfEach(frame, `${path}.euros`, euros)
      : amountOf(`${path}.mean`, mean);
  const dated = year === undefined ? name.trim() : `${name.trim()} ${year}`;
  const label = {
    fr: of === undefined ? dated : `${dated} (${of.fr})`,
    en: of === undefined ? dated : `${dated} (${of.en})`,
  };
  return { name: name.trim(), label, source, amounts };
}

function amountsOfEach({ panels }: Frame, path: string, euros: unknown): Float64Array {
  const { physicianIds } = panels;
  if (typeof euros === "string") {
    if (physicianIds.length > 1) refuse("INPUT_INVALID", path, euros, ofEach);
    return Float64Array.of(amountOf(path, euros));
  }
  if (typeof euros !== "object" || euros === null)
    return refuse("INPUT_INVALID", path, euros, ofEach);
  const copy = guard(path, () => (Array.isArray(euros) ? [...euros] : { ...euros })) as
    unknown[] | Readonly<Record<string, unknown>>;
  if (Array.isArray(copy)) {
    if (copy.length !== physicianIds.length) refuse("INPUT_INVALID", path, copy.length, ofEach);
    return Float64Array.from(copy, (amount, slot) => amountOf(`${path}[${slot}]`, amount));
  }
  const unknown = Object.keys(copy).find((id) => !physicianIds.includes(id));
  if (unknown !== undefined)
    refuse("PHYSICIAN_UNKNOWN", path, unknown, {
      fr: "un médecin de la patientèle",
      en: "a physician of the panels",
    });
  return Float64Array.from(physicianIds, (id) => amountOf(`${path}.${id}`, copy[String(id)]));
}

function amountOf(path: string, amount: unknown): Cents {
  return typeof amount === "string" && EUROS.pattern.test(amount)
    ? cents(amount)
    : refuse("AMOUNT_INVALID", path, amount, {
        fr: "des euros en texte, deux décimales au plus : 4900.50",
        en: "euros as text, at most two decimals: 4900.50",
      });
}

const anAmount: LocalizedText = {
  fr: "{ name, euros } ou { name, mean } : l'un des deux",
  en: "{ name, euros } or { name, mean }: one of both",
};
const ofEach: LocalizedText = {
  fr: "un montant par médecin, dans leur ordre ou par identifiant ; une moyenne se dit par mean",
  en: "an amount for each physician, in their order or by id; a mean is told by mean",
};
