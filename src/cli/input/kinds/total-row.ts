import { isSheetError } from "../../../words/id.ts";

/** What is no letter and no digit. Unicode's own classes take milliseconds to compile. */
const SIGNS = "[^a-z0-9\u00c0-\u00ff]*";

/** `Total`, `Sous-total`, `TOTAL GÉNÉRAL`, `T O T A L`, and `Dr A Total`, as Excel writes it. */
const TOTAL = new RegExp(
  `^${SIGNS}((sous|grand|sub)[\\s_-]*)?t\\s*o\\s*t\\s*a\\s*(l|u\\s*x)|[\\s_-]total${SIGNS}$`,
  "i",
);

const WORDS = "sommes?|sum|cumul|ensemble|moyennes?|average|mean|count|nombre|effectifs?|nb|Σ|∑";

/** `Somme`, `Moyenne`, `Nombre de patients`. */
const OTHER = new RegExp(`^${SIGNS}(${WORDS})(\\s+(des?\\s|d['’]|of\\s).*|${SIGNS})$`, "i");

/** Whether a text names a total, an average or a count. */
export function isTotal(text: string): boolean {
  return TOTAL.test(text) || (OTHER.test(text) && !isSheetError(text));
}

interface Row {
  readonly cells: readonly string[];
  readonly fields: readonly (string | undefined)[];
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Whether a row is a total rather than a patient or physician: its first filled cell or an
 * identifier says so, and no birth date is read in it.
 */
export function isTotalRow({ cells, fields, value }: Row): boolean {
  if (isDate(value["birthDate"])) return false;
  const first = cells.findIndex((cell) => cell.trim() !== "");
  return cells.some(
    (cell, i) =>
      (i === first || fields[i] === "id" || fields[i] === "physicianId") && isTotal(cell),
  );
}

function isDate(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}(-\d\d){0,2}$/.test(value);
}
