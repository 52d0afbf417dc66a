import { fail } from "../../report/failure.ts";
import { findHeader, HEADER_LINES, type HeaderSearch, type Line } from "./header-line.ts";

/** What separates cells, from the most to the least frequent. */
const SEPARATORS = [",", ";", "\t", "|"] as const;

/** Bytes at the beginning of a file that tell its separator. */
export const START = 1 << 16;

/**
 * The separator of a CSV file: the one that its first line declares (`sep=;`), or the one that
 * makes the most headers of a line, or else the most frequent one of the line with the most cells.
 * @param start of the file, from its first line that is not blank
 */
export function separatorOf(start: string, search: HeaderSearch): string {
  const declared = declaredSeparator(/^\s*(.*)/.exec(start)?.[1] ?? "");
  if (declared !== undefined) return declared;
  const tried: (Tried & { readonly separator: string })[] = [];
  for (const separator of SEPARATORS) {
    const records = firstRecords(start, separator);
    const header = findHeader(records, search);
    if (header?.isWhole && header.at === 0) return separator;
    const cells = Math.max(0, ...records.map((record) => record.cells.length));
    tried.push({
      separator,
      known: header?.known ?? 0,
      isWhole: header?.isWhole ?? false,
      cells,
    });
  }
  return tried.reduce((best, one) => (isBetter(one, best) ? one : best)).separator;
}

interface Tried {
  readonly known: number;
  readonly isWhole: boolean;
  readonly cells: number;
}

function isBetter(one: Tried, best: Tried): boolean {
  if (one.isWhole !== best.isWhole) return one.isWhole;
  return one.known === best.known ? one.cells > best.cells : one.known > best.known;
}

const DECLARED = /^\ufeff?"?sep=(.)"?[,;\t|]*\s*$/i;

/** Whether a record is the line by which Excel is told the separator. */
export function isDeclaration({ cells }: Line): boolean {
  return /^\ufeff?"?sep=.?"?$/i.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell === "");
}

function declaredSeparator(line: string): string | undefined {
  const separator = DECLARED.exec(line)?.[1];
  if (separator === undefined || SEPARATORS.some((known) => known === separator)) return separator;
  return fail(
    "SEPARATOR_UNKNOWN",
    `séparateur « ${separator} » déclaré par la ligne « sep= » : attendu , ; | ou une tabulation`,
    `separator "${separator}" declared by the line "sep=": expected , ; | or a tab`,
  );
}

/** The first records, where quotes may hold separators and line feeds. */
function firstRecords(text: string, separator: string): readonly Line[] {
  const records: Line[] = [];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\n]*)([${separator}\n]|$)`, "gy");
  let cells: string[] = [];
  for (const [, value = "", end = ""] of text.replace(/\r\n?/g, "\n").matchAll(cell)) {
    cells.push(value.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"'));
    if (end === separator) continue;
    if (cells.length > 1 || value.trim() !== "") records.push({ line: 0, cells });
    cells = [];
    if (records.length === HEADER_LINES || end === "") break;
  }
  return records;
}
