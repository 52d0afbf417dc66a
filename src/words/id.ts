import type { LocalizedText } from "../error.ts";
import { isScientific } from "../list/written-id.ts";

/** Fields that name a patient, a physician or a practice. */
export const ID_FIELDS: ReadonlySet<string> = new Set(["id", "physicianId", "practiceId"]);

/** A number that a notebook wrote with decimals, `10100123456.0`; undefined for any other text. */
function wholeId(id: string): string | undefined {
  return /^(\d+)\.0$/.exec(id)?.[1];
}

const SHEET_ERROR = /^(#[A-ZÉ]{2,}[A-Z\d/]*[!?]|#DIV\/0!|Err:\d+)$/;

/** What a spreadsheet shows for a formula that fails: `#REF!`, `#VALEUR!`, `#NOM?`, `Err:502`. */
export function isSheetError(text: string): boolean {
  return SHEET_ERROR.test(text);
}

/** A long number with a fraction, `10100123456.5`: an average, or digits that a program changed. */
const LONG_FRACTION = /^\d{9,}[.,]\d*[1-9]\d*$/;

/** An answer, which names nobody: the column says who is declared, vaccinated or the like. */
const ANSWER = /^(oui|non|yes|no|vrai|faux|true|false)$/i;

/** Why a text that a column of ids holds is none, and what to do; undefined where it is one. */
export function idHint(text: string): LocalizedText | undefined {
  if (isSheetError(text))
    return { fr: "un identifiant : cette formule échoue", en: "an id: this formula fails" };
  if (LONG_FRACTION.test(text)) return ofDigits;
  if (ANSWER.test(text)) return ofAnswers;
  return /^\d*$/.test(text) || isScientific(text) ? undefined : ofNumbers;
}

const ofDigits: LocalizedText = {
  fr: "l'identifiant entier, sans décimales : mettre la colonne au format Texte, puis la remplir",
  en: "the whole identifier, without decimals: format the column as text, then fill it again",
};
const ofAnswers: LocalizedText = {
  fr:
    "un identifiant : cette colonne répond par oui ou non, et ne nomme personne " +
    "(--ignorer la laisse)",
  en: "an identifier: this column answers yes or no, and names nobody (--ignore leaves it out)",
};
const ofNumbers: LocalizedText = {
  fr: "un nombre entier, comme ceux de la colonne : la mettre au format Texte",
  en: "a whole number, like those of the column: format it as text",
};

/** The mark of a text in a spreadsheet, before a number: `'007`. */
const MARKED = /^['’](?=\d+$)/;

/**
 * The identifiers of a column. If the first one is a number with `.0`, all of them must be whole
 * numbers, and are read so: notebooks write a column so that has an empty cell. In any other column
 * an identifier is kept as written.
 */
export class IdColumn {
  #areWhole: boolean | undefined;

  /** Whether it is known, by this id or an earlier one, how the column is read. */
  isDecidedBy(id: string): boolean {
    if (id !== "") this.#areWhole ??= wholeId(id) !== undefined;
    return this.#areWhole !== undefined;
  }

  /**
   * @returns a list of the text alone, which the library refuses, for an id that is no number, or
   * one that has not its own digits, the error of a spreadsheet, or yes or no
   */
  read(written: string): string | readonly [string] {
    const id = written.replace(MARKED, "");
    if (isSheetError(id) || LONG_FRACTION.test(id) || ANSWER.test(id)) return [id];
    if (id === "" || !this.isDecidedBy(id) || !this.#areWhole) return id;
    return wholeId(id) ?? (/^\d+$/.test(id) ? id : [id]);
  }
}
