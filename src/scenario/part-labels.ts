import type { Locale, LocalizedText } from "../error.ts";
import type { Schedule } from "../schedule/language.ts";
import { NOTHING } from "../statement/places/place.ts";
import { toldValue } from "../statement/places/told-value.ts";
import { upper } from "../typography.ts";

/** What parts of a change are called, for a reader. */
export class PartLabels {
  readonly #a: Schedule;
  readonly #b: Schedule;
  readonly #year: number;

  constructor(a: Schedule, b: Schedule, year: number) {
    this.#a = a;
    this.#b = b;
    this.#year = year;
  }

  /** Values that are changed together; a question with the answer that is now in use. */
  ofValues(paths: readonly string[]): LocalizedText {
    return added(
      paths.map((path) => {
        const told = toldValue(this.#b, path, this.#year) ?? toldValue(this.#a, path, this.#year);
        if (!told) return { fr: path, en: path };
        const { label, text } = told;
        return path.startsWith("readings.")
          ? { fr: `${label.fr} ${upper(text.fr)}`, en: `${label.en} ${upper(text.en)}` }
          : label;
      }),
    );
  }

  /** What pays under the one, and under the other: `Socle, 75 à 79 ans → Socle, 80 ans et plus`. */
  ofCases(a: string | null, b: string | null): LocalizedText {
    const [from, to] = [this.#nameOf(this.#a, a), this.#nameOf(this.#b, b)];
    const inLocale = (locale: Locale): string =>
      from[locale] === to[locale] ? to[locale] : `${from[locale]} → ${to[locale]}`;
    return { fr: inLocale("fr"), en: inLocale("en") };
  }

  #nameOf(schedule: Schedule, path: string | null): LocalizedText {
    if (path === null) return NOTHING;
    return toldValue(schedule, path, this.#year)?.label ?? { fr: path, en: path };
  }
}

function added(texts: readonly LocalizedText[]): LocalizedText {
  return {
    fr: texts.map(({ fr }) => fr).join(" + "),
    en: texts.map(({ en }) => en).join(" + "),
  };
}
