import { keyText } from "../../audit/keyed-rows.ts";
import { refusal, type LocalizedText } from "../../error.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import { quoted } from "../../printable.ts";
import { letters } from "../../words/plain.ts";
import type { Io } from "../io.ts";
import { fail } from "../report/failure.ts";
import type { Header } from "./header.ts";
import { openPatients, readRows, type OpenOptions } from "./list.ts";
import type { InputRow } from "./row-block.ts";

/** The rows of a file as they stand, and their keys. */
export interface KeysOf {
  /** Keys of the rows, if a column is named; no message shows one. */
  readonly keys: readonly string[] | undefined;
  readonly table: Header | undefined;
  /** The header of the key, as the file writes it. */
  readonly header: string | undefined;
  readonly rows: readonly InputRow[];
}

/**
 * Reads the column that names patients, which need be none that a list is read by.
 * @param column undefined where the id names them
 * @throws Failure COLUMN_MISSING
 */
export async function readKeys(
  io: Io,
  path: string,
  options: OpenOptions,
  column: string | undefined,
): Promise<KeysOf> {
  const list = await openPatients(io, path, options, "list");
  const { rows } = await readRows(list);
  const table = list.header ?? list.keys;
  const headers = table?.names ?? [];
  const at = column === undefined ? -1 : placeOf(column, headers);
  if (column !== undefined && at < 0)
    fail(
      "COLUMN_MISSING",
      `${path} : pas de colonne ${quoted(column)} ; en-têtes : ${headers.map(quoted).join(", ")}`,
      `${path}: no column ${quoted(column)}; headers: ${headers.map(quoted).join(", ")}`,
    );
  const header = headers[at];
  return {
    keys: header === undefined ? undefined : rows.map((row) => keyIn(row, at, header, list.header)),
    table,
    header,
    rows,
  };
}

function placeOf(column: string, headers: readonly string[]): number {
  const exact = headers.indexOf(column.trim());
  return exact >= 0
    ? exact
    : headers.findIndex((name) => letters(name) === letters(column) && letters(name) !== "");
}

function keyIn({ raw }: InputRow, at: number, header: string, ofTable: object | undefined): string {
  if (ofTable) return raw[at] ?? "";
  const row: unknown = JSON.parse(raw[0] ?? "null");
  return String((row as Record<string, unknown> | null)?.[header] ?? "");
}

/** Rows that have no key, or that of another row; none is shown. */
export function refusedKeys(
  rows: readonly InputRow[],
  keys: readonly string[] | undefined,
  header: string | undefined,
): RejectedRow[] {
  const lines = new Map<string, number>();
  return (keys ?? []).flatMap((key, index) => {
    const text = keyText(key);
    const line = rows[index]?.line ?? index + 1;
    const before = text === undefined ? undefined : lines.get(text);
    if (text !== undefined && before === undefined) {
      lines.set(text, line);
      return [];
    }
    const path = `patients[${index}].${header}`;
    const refused =
      before === undefined
        ? refusal("ID_INVALID", path, undefined, filled)
        : refusal("PATIENT_TWICE", path, undefined, {
            fr: `une clé qui n'est pas celle de la ligne ${before}`,
            en: `a key that is not that of line ${before}`,
          });
    return [{ kind: "patient", index, refusals: [refused] } as const];
  });
}

const filled: LocalizedText = { fr: "une clé à chaque ligne", en: "a key in each row" };
