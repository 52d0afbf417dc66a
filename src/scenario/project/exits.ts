import { guard, refuse, type LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { percent, type Percent, type Rate } from "../../money/rate.ts";
import { bandOf, bandText, type Band } from "../../panel/columns/counts.ts";
import { PERCENT } from "../../schedule/formats.ts";

/** How many of each age die or leave in a year: `{ "0-79": "2%", "80+": "9%" }`. */
export type Exits = Readonly<Record<string, Percent>>;

/** The rate of each age. @throws ForfaitError INPUT_INVALID, BAND_INVALID */
export function readExits(given: unknown): readonly Rate[] {
  const path = "options.exits";
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return refuse("INPUT_INVALID", path, given, eachAge);
  const rates: (Rate | undefined)[] = Array.from({ length: OLDEST + 1 }, () => undefined);
  for (const [text, part] of Object.entries(guard(path, () => ({ ...given })))) {
    const { from, to } = bandOf(text, `${path}.${text}`);
    const isPart = typeof part === "string" && PERCENT.pattern.test(part);
    if (!isPart || Number(part.slice(0, -1)) > 100)
      refuse("INPUT_INVALID", `${path}.${text}`, part, {
        fr: 'une part de ces patients, de "0%" à "100%"',
        en: 'a part of these patients, from "0%" to "100%"',
      });
    for (let age = from; age <= to; age++) {
      if (rates[age] !== undefined) refuse("INPUT_INVALID", `${path}.${text}`, age, eachAge);
      rates[age] = percent(part as Percent);
    }
  }
  const missing = rates.indexOf(undefined);
  if (missing >= 0) refuse("INPUT_INVALID", path, missing, eachAge);
  return rates as Rate[];
}

/** @throws ForfaitError BAND_STRADDLES for a band of the list of which exits tell ages apart */
export function checkExits(
  rates: readonly Rate[],
  bands: readonly { readonly band: Band }[],
): void {
  const textOf = ({ numerator, denominator }: Rate): string => `${numerator}/${denominator}`;
  for (const { band } of bands)
    if (new Set(rates.slice(band.from, band.to + 1).map(textOf)).size > 1)
      refuse("BAND_STRADDLES", "options.exits", bandText(band), {
        fr: "un seul taux pour les âges d'une tranche de la patientèle",
        en: "one rate for the ages of a band of the list",
      });
}

const eachAge: LocalizedText = {
  fr: `des tranches où chaque âge de 0 à ${OLDEST} est une fois : { "0-79": "2%", "80+": "9%" }`,
  en: `bands that have each age from 0 to ${OLDEST} once: { "0-79": "2%", "80+": "9%" }`,
};
