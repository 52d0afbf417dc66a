import type { LocalizedText } from "../../../error.ts";
import { quoted } from "../../../printable.ts";
import { fail } from "../../report/failure.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The sheet that holds the list: the one that is asked for, or the only one that is filled and not
 * hidden.
 * @param option the option that names a sheet of this file
 * @throws Failure SHEET_UNKNOWN, SHEET_SEVERAL, INPUT_EMPTY
 */
export function chooseSheet(
  path: string,
  sheets: readonly Sheet[],
  wanted: string | undefined,
  option: LocalizedText,
): Sheet {
  if (wanted !== undefined) {
    const named = sheets.filter(({ name }) => plain(name) === plain(wanted));
    const [sheet] = named.length > 1 ? named.filter(({ name }) => name === wanted) : named;
    return sheet ?? failUnknown(path, wanted, sheets);
  }
  const shown = sheets.filter(({ isEmpty, isHidden }) => !isEmpty && !isHidden);
  const [sheet] = shown;
  if (sheet === undefined) return failEmpty(path, sheets, option);
  if (shown.length === 1) return sheet;
  const names = namesOf(shown);
  return fail(
    "SHEET_SEVERAL",
    `${path} : plusieurs feuilles sont remplies : ${names.fr} ; dire laquelle : ${option.fr}NOM`,
    `${path}: several sheets are filled: ${names.en}; say which: ${option.en}NAME`,
  );
}

/** Excel takes names that differ in case for the same. */
const plain = (name: string): string => name.normalize("NFC").trim().toLowerCase();

function failUnknown(path: string, wanted: string, sheets: readonly Sheet[]): never {
  const names = namesOf(sheets);
  return fail(
    "SHEET_UNKNOWN",
    `${path} : pas de feuille « ${quoted(wanted)} » ; feuilles : ${names.fr}`,
    `${path}: no sheet "${quoted(wanted)}"; sheets: ${names.en}`,
  );
}

function failEmpty(path: string, sheets: readonly Sheet[], option: LocalizedText): never {
  const hidden = sheets.filter(({ isEmpty }) => !isEmpty);
  const names = namesOf(hidden);
  const but =
    hidden.length === 0
      ? { fr: "", en: "" }
      : {
          fr: ` ; remplies mais masquées : ${names.fr} (${option.fr}NOM en lit une)`,
          en: `; filled but hidden: ${names.en} (${option.en}NAME reads one)`,
        };
  return fail(
    "INPUT_EMPTY",
    `${path} : classeur sans feuille remplie${but.fr}`,
    `${path}: no sheet of the workbook is filled${but.en}`,
  );
}

/** Names that are told; a workbook may have hundreds. */
const TOLD = 20;

function namesOf(sheets: readonly Sheet[]): { readonly fr: string; readonly en: string } {
  const names = sheets.slice(0, TOLD).map(({ name }) => name);
  const more = sheets.length > TOLD ? ", …" : "";
  return {
    fr: names.map((name) => `« ${quoted(name)} »`).join(", ") + more,
    en: names.map((name) => `"${quoted(name)}"`).join(", ") + more,
  };
}
