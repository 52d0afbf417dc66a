import type { PaidAmount } from "../../audit/paid-amounts.ts";
import { ForfaitError } from "../../error.ts";
import type { ListOptions } from "../../statement/options.ts";
import type { Context } from "../arguments/context.ts";
import { paidFilesOf, scheduleFor, sheetsOf } from "../arguments/options.ts";
import { quoted } from "../../printable.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { fail } from "../report/failure.ts";
import { paidInPair, readPaid, type GivenPayment, type PaidFile } from "../input/paid.ts";
import { refusedRow } from "../input/refused-row.ts";
import { scheduleFields } from "../input/schedule-fields.ts";
import { reportFiles, reportRows } from "../report/report.ts";

/** Payments of `--paid`: a file, or several `2026-04=5000`. */
export interface Payments {
  readonly all: readonly GivenPayment[];
  /** Reports the row of a file that the library refuses; false for what is not of a row. */
  readonly report: (error: unknown, rows: readonly GivenPayment[]) => Promise<boolean>;
}

/**
 * Reads `--paid`. Rows of its file that are refused are reported.
 * @returns undefined if a row is refused
 * @throws Failure USAGE
 */
export async function paymentsOf(
  context: Context,
  options: ListOptions,
): Promise<Payments | undefined> {
  const { args, io } = context;
  const values = (args.values.paid ?? []) as readonly string[];
  const [path, ...more] = paidFilesOf(args, io);
  const schedule = scheduleFor(options);
  const words = { year: options.year, schedule };
  if (path === undefined)
    return {
      all: values.map((pair) => ({ physicianId: undefined, payment: paidInPair(pair, words) })),
      report: async () => false,
    };
  if (more.length > 0 || values.length > 1)
    fail(
      "USAGE",
      "--versé : un seul fichier, ou plusieurs avril=5000",
      "--paid: one file, or several 2026-04=5000",
    );
  const open = { map: {}, fields: scheduleFields(schedule, false), sheets: sheetsOf(args) };
  const file = await withTables(args, (tables) =>
    readPaid(io, path, { ...open, ...tables }, words),
  );
  await reportFiles(context, file);
  if (file.refused.length > 0) {
    await reportRows(context, file.refused);
    return undefined;
  }
  return { all: file.payments, report: reporter(context, path, file) };
}

function reporter(
  context: Context,
  path: string,
  { header, payments }: PaidFile,
): Payments["report"] {
  return async (error, given) => {
    const at = error instanceof ForfaitError ? /^paid\[(\d+)\]/.exec(error.path)?.[1] : undefined;
    const row = at === undefined ? undefined : given[Number(at)]?.row;
    if (!(error instanceof ForfaitError) || row === undefined) return false;
    const index = payments.findIndex((one) => one.row === row);
    const rejected = { kind: "patient", index, refusals: [error.refusal] } as const;
    await reportRows(context, [refusedRow(rejected, row, path, header)]);
    return true;
  };
}

/** The payments of one physician: all of them where no row names a physician. */
export function paymentsTo({ all }: Payments, id: string | null): readonly GivenPayment[] {
  return all.filter(({ physicianId }) => physicianId === undefined || physicianId === id);
}

export const amountsOf = (given: readonly GivenPayment[]): readonly PaidAmount[] =>
  given.map(({ payment }) => payment);

/**
 * @param ids of the physicians of the list
 * @param chosen by `--physician`
 * @throws Failure PHYSICIAN_UNKNOWN for payments to a physician whom the list does not name
 */
export function checkNamed(
  { all }: Payments,
  ids: readonly (string | null)[],
  chosen: string | undefined,
): void {
  const isKnown = (id: string | undefined): boolean => id === undefined || ids.includes(id);
  const unknown = all.find(({ physicianId }) => !isKnown(physicianId))?.physicianId;
  if (unknown !== undefined && chosen === undefined)
    fail(
      "PHYSICIAN_UNKNOWN",
      `--versé : la liste n'a pas de médecin ${quoted(unknown)}`,
      `--paid: the list has no physician ${quoted(unknown)}`,
    );
  if (!all.some(({ physicianId }) => isKnown(physicianId)))
    fail(
      "INPUT_EMPTY",
      "--versé : aucun versement à ce médecin",
      "--paid: no payment to this physician",
    );
}

/** @throws Failure USAGE for several physicians, whom a caisse does not pay together */
export function checkOneList(physicians: number): void {
  if (physicians > 1)
    fail(
      "USAGE",
      `--versé : ${physicians} médecins dans la liste ; --médecin ID en choisit un`,
      `--paid: ${physicians} physicians in the list; --physician ID chooses one`,
    );
}
