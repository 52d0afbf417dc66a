import type { Locale } from "../error.ts";
import { withTexts } from "../statement/format/printable-page.ts";
import type { Sheet } from "../statement/layout/sheet.ts";
import { frenchText } from "../typography.ts";

/** A sheet with the spaces that French has before its signs. */
export function inLocale(sheet: Sheet, locale: Locale): Sheet {
  return locale === "fr" ? withTexts(sheet, frenchText) : sheet;
}
