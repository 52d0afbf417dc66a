import { guard, oneOf, refuse, type Locale } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import type { FormatOptions } from "../format/format.ts";
import { documentOf } from "../format/document.ts";
import { checkLevel, escape, type HeadingLevel } from "../format/html.ts";
import { checkLocale } from "../format/locale.ts";
import { setPage } from "../format/set-page.ts";
import { sheetAsHtml } from "./html.ts";
import { sheetAsMarkdown } from "./markdown.ts";
import type { Sheet } from "./sheet.ts";
import { sheetAsText } from "./text.ts";

/** What every layout takes; `headingLevel` is that of the HTML fragment, by default 3. */
export type SheetOptions = Pick<FormatOptions, "locale" | "as" | "headingLevel">;

const layouts = {
  text: sheetAsText,
  markdown: sheetAsMarkdown,
  html: sheetAsHtml,
  page: (sheet: Sheet, locale: Locale) =>
    documentOf(sheet.title, sheetAsHtml(sheet, locale, 1), locale),
} as const;

/** Lays out a sheet as options ask. @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
export function layOut(
  path: string,
  options: SheetOptions,
  sheetIn: (locale: Locale) => Sheet,
): string {
  const {
    locale = "fr",
    as = "text",
    headingLevel = 3,
    ...others
  } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["locale", "as", "headingLevel"]);
  checkLocale(locale);
  checkLevel(headingLevel);
  if (!Object.hasOwn(layouts, as)) refuse("INPUT_INVALID", "as", as, oneOf(Object.keys(layouts)));
  return guard(path, () => {
    const { tables, lists, ...sheet } = sheetIn(locale);
    return layouts[as](
      setPage(
        {
          ...sheet,
          tables: tables.filter(({ rows }) => rows.length > 0),
          lists: lists.filter(({ items }) => items.length > 0),
        },
        locale,
      ),
      locale,
      headingLevel,
    );
  });
}

/** One way to print: as text, as Markdown, or as a page. */
export type PrintedAs = "text" | "markdown" | "page";

/**
 * Several results in one text or page, of which each is headed below the title of the page.
 * @param results each as its options ask
 */
export function layOutTogether(
  title: string,
  results: readonly ((options: SheetOptions) => string)[],
  { as, locale }: { readonly as: PrintedAs; readonly locale: Locale },
): string {
  if (as !== "page" || results.length < 2)
    return results.map((one) => one({ as, locale })).join("\n");
  const headingLevel: HeadingLevel = 2;
  const parts = results.map((one) => one({ as: "html", locale, headingLevel }));
  return documentOf(title, `<h1>${escape(title)}</h1>\n${parts.join("")}`, locale);
}
