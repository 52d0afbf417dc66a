import { guard, oneOf, refuse, type Locale, type LocalizedText } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import type { Statement } from "../statement.ts";
import { htmlOf } from "./html.ts";
import { checkLocale } from "./locale.ts";
import { markdownOf } from "./markdown.ts";
import { printablePage } from "./printable-page.ts";
import { pageOf, type Page } from "./page.ts";
import { textOf } from "./text.ts";

export interface FormatOptions {
  /** Default `fr`. */
  readonly locale?: Locale;
  /** Default `text`: aligned columns for a fixed-width font. */
  readonly as?: "text" | "markdown" | "html";
}

const layouts = { text: textOf, markdown: markdownOf, html: htmlOf } satisfies Record<
  NonNullable<FormatOptions["as"]>,
  (page: Page) => string
>;

/**
 * A statement for a reader: lines, total, instalments, the source of each line as a footnote, then
 * what is assumed.
 * @param options `locale`, by default `fr`, and `as`, by default `text`, in aligned columns
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID for another locale or layout, or for what is no statement
 * @example
 * // How does the statement of a child of five begin in English?
 * const patient = { age: 5, ald: false, c2s: false };
 * const statement = computePatient({ patient }, { year: 2026 });
 * formatStatement(statement, { locale: "en" }).split("\n")[0]
 * //=> "Named-doctor capitation (FMT) — 2026"
 */
export function formatStatement(statement: Statement, options: FormatOptions = {}): string {
  const { locale = "fr", as = "text", ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["locale", "as"]);
  checkLocale(locale);
  if (!Object.hasOwn(layouts, as)) refuse("INPUT_INVALID", "as", as, oneOf(Object.keys(layouts)));
  if (typeof statement !== "object" || statement === null)
    refuse("INPUT_INVALID", "statement", statement, aStatement);
  return guard("statement", () => layouts[as](printablePage(pageOf(statement, locale))));
}

const aStatement: LocalizedText = {
  fr: "un relevé, comme le rend computePhysician",
  en: "a statement, as computePhysician returns it",
};
