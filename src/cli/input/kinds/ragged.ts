import { REQUIRED_OF_PATIENTS } from "../../../words/fields.ts";

/** The columns of a file, as far as the length of its records goes. */
interface Columns {
  readonly names: readonly string[];
  readonly fields: readonly (string | undefined)[];
}

/** Fields whose cell may not be missing. */
const REQUIRED = new Set<string | undefined>(["physicianId", ...REQUIRED_OF_PATIENTS.flat()]);

/**
 * Whether a record has too many or too few cells to be read. Excel and OnlyOffice leave out the
 * separators of empty cells at the end, or write more of them: what is missing is then empty, what
 * is too much has nothing in it.
 */
export function isRagged(cells: readonly string[], { names, fields }: Columns): boolean {
  if (cells.length === names.length) return false;
  return cells.length > names.length
    ? cells.slice(names.length).some((cell) => cell.trim() !== "")
    : fields.slice(cells.length).some((field) => REQUIRED.has(field));
}
