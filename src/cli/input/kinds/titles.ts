import type { LocalizedText } from "../../../error.ts";
import { quoted } from "../../../printable.ts";
import { fail } from "../../report/failure.ts";
import type { Line } from "./header-line.ts";

interface Headers extends Line {
  readonly fields: readonly (string | undefined)[];
  /** Parses the cells of a record. */
  readonly read: (cells: readonly string[]) => Readonly<Record<string, unknown>>;
}

/**
 * What is told of the records above the headers, which are not read.
 * @throws Failure HEADER_LINE where one of them is a row of the list, as after a sort in Excel
 */
export function titlesAbove(
  path: string,
  above: readonly Line[],
  headers: Headers,
): readonly LocalizedText[] {
  if (above.length === 0) return [];
  const row = above.find((line) => isRow(line, headers));
  if (row)
    fail(
      "HEADER_LINE",
      `${path} : la ligne ${row.line} est au-dessus des en-têtes (ligne ${headers.line}) ; ` +
        "remettre les en-têtes en haut",
      `${path}: line ${row.line} stands above the headers (line ${headers.line}); ` +
        "put the headers back on top",
    );
  const all = above.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ""));
  const told = quoted(all.join(" · "));
  return [
    {
      fr: `${path} : en-têtes à la ligne ${headers.line} ; au-dessus, non lu : « ${told} »`,
      en: `${path}: headers on line ${headers.line}; above, not read: "${told}"`,
    },
  ];
}

/** Whether two cells are read as what their columns hold. */
function isRow({ cells }: Line, { fields, read }: Headers): boolean {
  const value = read(cells);
  const understood = fields.filter((field, i) => {
    const cell = cells[i]?.trim() ?? "";
    const found = field === undefined ? undefined : value[field];
    return cell !== "" && found !== undefined && (found !== cell || /^\d{4}-\d\d-\d\d$/.test(cell));
  });
  return understood.length > 1;
}
