import { printableJson } from "../../printable.ts";
import type { ErrorCode } from "../../error-codes.ts";
import type { LocalizedText, Refusal } from "../../error.ts";
import { hasShortYear, isMonthFirst } from "../../list/date-hint.ts";

/**
 * What to do about a refused cell, mostly in Excel; undefined where the refusal itself says it.
 * @param column header of the cell
 * @param shown the cell, as it is shown
 */
export function inExcel(
  { code, found, allowed }: Refusal,
  column: string,
  shown: string,
): LocalizedText | undefined {
  const text = shown.replaceAll('"', "");
  if (code === "DATE_INVALID" && hasShortYear(text)) return exportAgain;
  if (code === "DATE_INVALID" && isMonthFirst(text)) return dayFirst;
  if (LOST_ACCENTS.test(shown)) return saveAsUtf8;
  const isLonger = Number(found) > Number.parseInt(allowed.fr, 10);
  if (code === "ROW_RAGGED") return isLonger ? unfold : undefined;
  return code === "AGE_DISAGREES" ? withoutAge(column) : advice[code];
}

/** Letters that a program replaced, because its encoding has none with their accents. */
const LOST_ACCENTS = /[a-z]\?+[a-z]|\ufffd/i;

function withoutAge(column: string): LocalizedText {
  const age = printableJson(column);
  return {
    fr: `L'âge d'aujourd'hui peut avoir un an de plus. Pour ne lire que la date : --ignorer ${age}`,
    en: `An age of today may be a year more. To read the date alone: --ignore ${age}`,
  };
}

const replace: LocalizedText = {
  fr:
    "Dans Excel : sélectionner la colonne, Ctrl+H, remplacer ces mots par ceux qui sont " +
    "attendus, enregistrer, recommencer.",
  en: "In Excel: select the column, Ctrl+H, replace these words by those allowed, save, try again.",
};
const fill: LocalizedText = {
  fr:
    "Dans Excel : Données, Filtrer, « (Vides) » montre ces lignes ; les remplir, enregistrer, " +
    "recommencer.",
  en: 'In Excel: Data, Filter, "(Blanks)" shows these rows; fill them, save, try again.',
};
const formatDates: LocalizedText = {
  fr:
    "Dans Excel : sélectionner la colonne, Format de cellule, Date, 14/03/2012 ; enregistrer, " +
    "recommencer.",
  en: "In Excel: select the column, Format Cells, Date, 14/03/2012; save, try again.",
};
const exportAgain: LocalizedText = {
  fr: "Exporter de nouveau, avec l'année en entier : Excel prendrait 25 pour 2025.",
  en: "Export again, with the whole year: Excel would take 25 for 2025.",
};
const unfold: LocalizedText = {
  fr:
    "Dans Excel : effacer la cellule qui dépasse à droite du tableau, ou lui donner un en-tête ; " +
    "enregistrer, recommencer.",
  en: "In Excel: erase the cell to the right of the table, or give it a header; save, try again.",
};
const dayFirst: LocalizedText = {
  fr:
    "Dans Excel : sélectionner la colonne, Données, Convertir, Suivant, Suivant, Date : MJA ; " +
    "enregistrer, recommencer.",
  en: "In Excel: select the column, Data, Text to Columns, Next, Next, Date: MDY; save, try again.",
};
const saveAsUtf8: LocalizedText = {
  fr: "Des accents sont perdus : exporter de nouveau, en CSV UTF-8 ou en classeur.",
  en: "Accents are lost: export again, as CSV UTF-8 or as a workbook.",
};
const highlight: LocalizedText = {
  fr:
    "Dans Excel : Mise en forme conditionnelle, « Valeurs en double » sur la colonne, montre ces " +
    "lignes.",
  en: 'In Excel: Conditional Formatting, "Duplicate Values" on the column, shows these rows.',
};

const advice: Readonly<Partial<Record<ErrorCode, LocalizedText>>> = {
  ALD_INVALID: replace,
  C2S_INVALID: replace,
  SEEN_INVALID: replace,
  CONTRACT_INVALID: replace,
  ZONE_INVALID: replace,
  SECTOR_INVALID: replace,
  PREVENTION_UNKNOWN: replace,
  AGE_MISSING: fill,
  ALD_MISSING: fill,
  C2S_MISSING: fill,
  SEEN_MISSING: fill,
  PHYSICIAN_MISSING: fill,
  DATE_INVALID: formatDates,
  PATIENT_TWICE: highlight,
  PHYSICIAN_TWICE: highlight,
};
