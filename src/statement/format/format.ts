import { oneOf, refuse, type Locale } from "../../error.ts";
import type { Statement } from "../statement.ts";
import { htmlOf } from "./html.ts";
import { markdownOf } from "./markdown.ts";
import { pageOf, type Page } from "./page.ts";
import { textOf } from "./text.ts";

export interface FormatOptions {
  /** `fr` unless told. */
  readonly locale?: Locale;
  /** `text` unless told: aligned columns for a fixed-width font. */
  readonly as?: "text" | "markdown" | "html";
}

const layouts = { text: textOf, markdown: markdownOf, html: htmlOf } satisfies Record<
  NonNullable<FormatOptions["as"]>,
  (page: Page) => string
>;

/**
 * A statement that a physician can read: its lines, the total, the instalments, each line's source as a footnote,
 * and at the end what is assumed.
 * @throws ForfaitError INPUT_INVALID for a locale or a layout that does not exist
 * @example
 * // How does the statement of a child of five read in English?
 * formatStatement(computePatient({ patient: { age: 5, ald: false, c2s: false } }, { year: 2026 }), { locale: "en" }).split("\n")[0]
 * //=> "Named-doctor capitation (FMT) — 2026"
 */
export function formatStatement(
  statement: Statement,
  { locale = "fr", as = "text" }: FormatOptions = {},
): string {
  if (locale !== "fr" && locale !== "en")
    refuse("INPUT_INVALID", "locale", locale, oneOf(["fr", "en"]));
  if (!Object.hasOwn(layouts, as)) refuse("INPUT_INVALID", "as", as, oneOf(Object.keys(layouts)));
  return layouts[as](pageOf(statement, locale));
}
