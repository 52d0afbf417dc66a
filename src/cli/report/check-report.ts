import type { ErrorCode } from "../../error-codes.ts";
import type { Counts } from "../../list/left-out.ts";
import type { BatchFromFiles } from "../input/batch.ts";
import type { Assumed } from "./assumed.ts";
import { columnOf } from "./messages.ts";

/** What is read of the files of a call. */
export interface CheckReport {
  readonly files: readonly {
    readonly file: string;
    readonly columns: readonly CheckedColumn[];
  }[];
  /** Rows of patients, as `compute` counts them; nothing is computed of those that would be. */
  readonly counts: Counts;
  readonly shares: Shares;
  readonly assumed: readonly (Assumed & { readonly share: number })[];
  readonly refused: readonly RefusedCause[];
}

export interface CheckedColumn {
  readonly header: string;
  /** Null for a column that is not read. */
  readonly field: string | null;
  readonly is: "read" | "unread" | "left-out";
  /** The field that an unread column resembles. */
  readonly nearest?: string;
}

/** Shares of the rows read, from 0 to 1. */
interface Shares {
  readonly computed: number;
  readonly leftOut: number;
  readonly rejected: number;
}

/** Rows that one mend would settle. */
export interface RefusedCause {
  readonly file: string;
  readonly kind: string;
  readonly column: string;
  readonly code: ErrorCode;
  readonly rows: number;
  /** Of the rows of patients; null for other rows. */
  readonly share: number | null;
}

export function checkReport(batch: BatchFromFiles, assumed: readonly Assumed[]): CheckReport {
  const { counts, columns } = batch;
  const shareOf = (rows: number): number => (counts.read === 0 ? 0 : rows / counts.read);
  return {
    files: columns.map(({ file, header }) => ({
      file,
      columns: header.names.flatMap((name, at): CheckedColumn[] => {
        const field = header.fields[at];
        if (field !== undefined) return [{ header: name, field, is: "read" }];
        const noted = header.noted.find((column) => column.name === name);
        const nearest = noted?.field;
        const is = noted ? "unread" : "left-out";
        if (name === "") return [];
        return [{ header: name, field: null, is, ...(nearest !== undefined && { nearest }) }];
      }),
    })),
    counts,
    shares: {
      computed: shareOf(counts.computed),
      leftOut: shareOf(counts.leftOut),
      rejected: shareOf(counts.rejected),
    },
    assumed: assumed.map((notice) => ({ ...notice, share: shareOf(notice.rows) })),
    refused: causesOf(batch, shareOf),
  };
}

function causesOf(
  { refused }: BatchFromFiles,
  shareOf: (rows: number) => number,
): readonly RefusedCause[] {
  const causes = new Map<string, RefusedCause>();
  for (const row of refused) {
    const ofRow = new Map(
      row.refusals.map((refusal) => {
        const { file, kind } = row;
        const cause = { file, kind, column: columnOf(row, refusal), code: refusal.code };
        return [Object.values(cause).join("\n"), cause] as const;
      }),
    );
    for (const [key, cause] of ofRow) {
      const rows = (causes.get(key)?.rows ?? 0) + 1;
      causes.set(key, { ...cause, rows, share: row.kind === "patient" ? shareOf(rows) : null });
    }
  }
  return [...causes.values()];
}
