import type { Locale } from "../../error.ts";
import { layOut } from "./lay-out.ts";
import type { Drawing } from "./notebook.ts";
import type { Sheet } from "./sheet.ts";

/** A sheet as a notebook draws it. */
export function sheetDrawing(path: string, sheetIn: (locale: Locale) => Sheet): Drawing {
  return (locale = "fr") => ({
    "text/html": layOut(path, { locale, as: "html" }, sheetIn),
    "text/markdown": layOut(path, { locale, as: "markdown" }, sheetIn),
    "text/plain": layOut(path, { locale }, sheetIn),
  });
}
