import type { Locale, LocalizedText } from "../error.ts";
import { applyPatch } from "../schedule/apply.ts";
import type { Schedule, SchedulePatch } from "../schedule/language.ts";
import { valueText } from "../statement/format/simulation.ts";
import { toldValue } from "../statement/places/told-value.ts";
import { colon } from "../typography.ts";

/** The words of values that a schedule is tried under. */
export class TriedValues {
  readonly #schedule: Schedule;
  readonly #year: number;
  readonly #known = new Map<string, LocalizedText>();

  constructor(schedule: Schedule, year: number) {
    this.#schedule = schedule;
    this.#year = year;
  }

  /** `Socle, 80 ans et plus (base.80+.amount)` */
  nameOf(path: string, locale: Locale): string {
    const told = toldValue(this.#schedule, path, this.#year);
    return told ? `${told.label[locale]} (${path})` : path;
  }

  /** What the schedule itself has: `55,00 €`. */
  valueOf(path: string, locale: Locale): string {
    return toldValue(this.#schedule, path, this.#year)?.text[locale] ?? "—";
  }

  /** One of the values of a patch: `60,50 €`. */
  triedAt(path: string, values: SchedulePatch, locale: Locale): string {
    const value = values[path];
    const key = JSON.stringify([path, value]);
    const known = this.#known.get(key) ?? this.#told(path, values);
    this.#known.set(key, known);
    return known[locale];
  }

  /** `Socle, 80 ans et plus (base.80+.amount) : 60,50 €`, each value of a patch so. */
  textOf(values: SchedulePatch, locale: Locale): string {
    return Object.keys(values)
      .map((path) => [this.nameOf(path, locale), this.triedAt(path, values, locale)])
      .map((named) => named.join(colon(locale)))
      .join(", ");
  }

  #told(path: string, values: SchedulePatch): LocalizedText {
    const text = valueText(values[path]);
    const tried = applyPatch(this.#schedule, values);
    return toldValue(tried, path, this.#year)?.text ?? { fr: text, en: text };
  }
}
