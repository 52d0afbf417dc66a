import { refuse, type Locale } from "../../error.ts";
import { checkLocale } from "../format/locale.ts";

/** Method that Deno's Jupyter kernel calls to render an object, without an argument. */
export const DISPLAY = Symbol.for("Jupyter.display");

/** Texts of a result by type of media, in French if no language is chosen. */
export type Drawing = (locale?: Locale) => Readonly<Record<string, string>>;

/**
 * Chooses the language in which results draw themselves in a notebook; without it, French.
 * @param locale `fr` or `en`
 * @returns a function that gives a frozen copy of a result, alike but for how it is drawn
 * @throws ForfaitError INPUT_INVALID for another language, and of the function for what draws no
 * table
 * @example
 * // How does a statement begin in an English notebook?
 * const show = displayIn("en");
 * const patients = [{ age: 82, ald: true, c2s: false }];
 * const statement = show(computePhysician({ patients }, { year: 2026 }));
 * statement[Symbol.for("Jupyter.display")]()["text/markdown"].split("\n")[0]
 * //=> "## Named-doctor capitation (FMT) 2026 · unofficial estimate"
 */
export function displayIn(locale: Locale): <Result extends object>(result: Result) => Result {
  checkLocale(locale);
  return <Result extends object>(result: Result): Result => {
    const draw: unknown = Reflect.get(Object(result) as object, DISPLAY);
    if (typeof draw !== "function")
      refuse("INPUT_INVALID", "result", result, {
        fr: "un relevé, des totaux en colonnes ou un scénario : ce qui se dessine dans un carnet",
        en: "a statement, totals in columns or a scenario: what draws itself in a notebook",
      });
    const inLocale = (): unknown => Reflect.apply(draw, result, [locale]);
    return Object.freeze(
      Object.create(Object.getPrototypeOf(result) as object | null, {
        ...Object.getOwnPropertyDescriptors(result),
        [DISPLAY]: { value: inLocale },
      }) as Result,
    );
  };
}
