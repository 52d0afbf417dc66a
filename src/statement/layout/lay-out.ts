import { guard, oneOf, refuse, type Locale } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import type { FormatOptions } from "../format/format.ts";
import { documentOf } from "../format/document.ts";
import { checkLocale } from "../format/locale.ts";
import { setPage } from "../format/set-page.ts";
import { sheetAsHtml } from "./html.ts";
import { sheetAsMarkdown } from "./markdown.ts";
import type { Sheet } from "./sheet.ts";
import { sheetAsText } from "./text.ts";

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
  options: FormatOptions,
  sheetIn: (locale: Locale) => Sheet,
): string {
  const { locale = "fr", as = "text", ...others } = guard("options", () => ({ ...options }));
  checkKeys("options", others, ["locale", "as"]);
  checkLocale(locale);
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
    );
  });
}
