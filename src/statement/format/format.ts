import { guard, oneOf, refuse, type Locale, type LocalizedText } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import type { ReadingPrices } from "../compute-readings.ts";
import type { Statement } from "../statement.ts";
import { documentOf } from "./document.ts";
import { checkLevel, htmlOf, type HeadingLevel } from "./html.ts";
import { checkLocale } from "./locale.ts";
import { markdownOf } from "./markdown.ts";
import { pageOf, PARTS, type Page, type StatementPart } from "./page.ts";
import { textOf } from "./text.ts";

export interface FormatOptions {
  /** Default `fr`. */
  readonly locale?: Locale;
  /**
   * Default `text`: aligned columns for a fixed-width font. `html` is a fragment without a style,
   * to embed; `page` a whole document.
   */
  readonly as?: "text" | "markdown" | "html" | "page";
  /**
   * What `computeReadings` returned for this physician alone: how far the open questions can move
   * the statement is then said, with the euros of each.
   */
  readonly readings?: ReadingPrices;
  /** Level of the title of the HTML fragment, 1 to 5; default 3. Sections are one level below. */
  readonly headingLevel?: HeadingLevel;
  /** Parts to leave out. */
  readonly without?: readonly StatementPart[];
}

const layouts: Readonly<
  Record<NonNullable<FormatOptions["as"]>, (page: Page, level: HeadingLevel) => string>
> = {
  text: textOf,
  markdown: markdownOf,
  html: htmlOf,
  page: (page) => documentOf(page.title, htmlOf(page, 1), page.locale),
};

/**
 * A statement for a reader: the total, what is paid when and how far it can be trusted, then the
 * lines in groups with their sums, what is open and assumed, and the sources.
 * @param options `locale`, by default `fr`, and `as`, by default `text`, in aligned columns
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID for another locale, layout, level or part, for what is no
 * statement, or for the readings of another one
 * @example
 * // How does the statement of a child of five begin in English?
 * const patient = { age: 5, ald: false, c2s: false };
 * const statement = computePatient({ patient }, { year: 2026 });
 * formatStatement(statement, { locale: "en" }).split("\n")[0]
 * //=> "Named-doctor capitation (FMT) 2026 · unofficial estimate"
 */
export function formatStatement(statement: Statement, options: FormatOptions = {}): string {
  const {
    locale = "fr",
    as = "text",
    readings,
    headingLevel = 3,
    without = [],
    ...others
  } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["locale", "as", "readings", "headingLevel", "without"]);
  checkLocale(locale);
  if (!Object.hasOwn(layouts, as)) refuse("INPUT_INVALID", "as", as, oneOf(Object.keys(layouts)));
  checkLevel(headingLevel);
  const other = guard("without", () => [...without]).find((part) => !PARTS.includes(part));
  if (other !== undefined) refuse("INPUT_INVALID", "without", other, oneOf(PARTS));
  if (typeof statement !== "object" || statement === null)
    refuse("INPUT_INVALID", "statement", statement, aStatement);
  const page = { locale, without, ...(readings && { readings }) };
  return guard("statement", () => layouts[as](pageOf(statement, page), headingLevel));
}

const aStatement: LocalizedText = {
  fr: "un relevé, comme le rend computePhysician",
  en: "a statement, as computePhysician returns it",
};
