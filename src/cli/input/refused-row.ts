import { refusal, type Refusal } from "../../error.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import type { RefusedRow } from "../report/messages.ts";
import type { Header } from "./header.ts";
import type { RowFault } from "./kinds/fault.ts";
import { isTotal } from "./kinds/total-row.ts";
import type { InputRow } from "./row-block.ts";

/** The refusal of a row that cannot be a patient, physician or practice. */
export function faultyRow(
  { fault, raw }: InputRow,
  header: Header | undefined,
  kind: RejectedRow["kind"],
  index: number,
): RejectedRow | undefined {
  if (fault === undefined) return undefined;
  const path = `${kind}s[${index}]`;
  return { kind, index, refusals: [refusals[fault](path, raw, header)] };
}

/** Rows that cannot be what they should, as the file writes them. */
export function faultyRows(
  rows: readonly InputRow[],
  file: string,
  header: Header | undefined,
): RefusedRow[] {
  return rows.flatMap((row, index) => {
    const rejected = faultyRow(row, header, "patient", index);
    return rejected ? [refusedRow(rejected, row, file, header)] : [];
  });
}

type Refuse = (path: string, raw: readonly string[], header: Header | undefined) => Refusal;

const refusals: Readonly<Record<RowFault, Refuse>> = {
  ragged: (path, raw, header) => {
    const wanted = header?.names.length ?? 0;
    return refusal("ROW_RAGGED", path, raw.length, {
      fr: `${wanted} cellules`,
      en: `${wanted} cells`,
    });
  },
  total: (path, raw) =>
    refusal("ROW_TOTAL", path, (raw.find(isTotal) ?? raw[0])?.trim(), {
      fr: "une ligne par patient, médecin ou cabinet ; supprimer cette ligne",
      en: "a row per patient, physician or practice; delete this row",
    }),
  headers: (path, raw) =>
    refusal("ROW_HEADERS", path, raw[0]?.trim(), {
      fr: "des en-têtes une seule fois ; supprimer cette ligne (fichiers mis bout à bout ?)",
      en: "headers once only; delete this row (files put end to end?)",
    }),
};

/** Adds the position in the file to a rejected row. */
export function refusedRow(
  rejected: RejectedRow,
  row: InputRow | undefined,
  file: string,
  header: Header | undefined,
): RefusedRow {
  return {
    ...rejected,
    file,
    raw: row?.raw ?? [],
    ...(row?.line !== undefined && { line: row.line }),
    ...(header && { header }),
  };
}
