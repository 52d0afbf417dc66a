import { ForfaitError, type Refusal } from "../error.ts";
import type { Account } from "../list/batch-reader.ts";
import { readBatch } from "../list/read-batch.ts";
import type { Batch, ListChoices } from "../list/batch.ts";
import { withOthers, type Counts, type LeftOutRow } from "../list/left-out.ts";
import type { RejectedRow } from "../list/rejected-row.ts";
import type { Compiled } from "./compiled.ts";
import { AccountPricer } from "./price-account.ts";
import type { Statement } from "./statement.ts";

/** Statements and the rows that are in none; together they account for every row of the input. */
export interface BatchResult {
  readonly statements: readonly Statement[];
  /** Rows of patients who were not on the list on the day. */
  readonly leftOut: readonly LeftOutRow[];
  readonly rejected: readonly RejectedRow[];
  /** What became of the rows of `patients`, all physicians together. */
  readonly counts: Counts;
}

/** Prices the list of each physician; lists the rows that are rejected. */
export function priceBatch(
  compiled: Compiled,
  year: number,
  batch: Batch,
  choices: ListChoices,
): BatchResult {
  const pricer = new AccountPricer(compiled, year, choices);
  const read = readBatch(pricer.required, batch);
  const refused: RejectedRow[] = [];
  let counts = read.counts;
  const statements = read.accounts.flatMap((account) => {
    try {
      return [pricer.price(account).statement];
    } catch (error) {
      if (!(error instanceof ForfaitError)) throw error;
      refused.push(...refusedAccount(account, error.refusal));
      counts = withOthers(counts, "rejected", error.code, account.patients.size);
      return [];
    }
  });
  return { statements, leftOut: read.leftOut, rejected: [...read.rejected, ...refused], counts };
}

/** Rejects a physician who cannot be priced, with all their patients. */
function refusedAccount(
  { physician: { id }, patients, place }: Account,
  reason: Refusal,
): RejectedRow[] {
  const physicianRow: RejectedRow[] =
    place === undefined
      ? []
      : [{ kind: "physician", index: place, ...(id !== null && { id }), refusals: [reason] }];
  const { ids } = patients;
  const rows = patients.rows.map((row, i): RejectedRow => {
    const patient = ids[i];
    return {
      kind: "patient",
      index: row,
      ...(typeof patient === "string" && { id: patient }),
      ...(id !== null && { physicianId: id }),
      refusals: [reason],
    };
  });
  return [...physicianRow, ...rows];
}
