import type { Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import { getSchedule, listSchedules, type ScheduleEntry } from "../../schedule/registry.ts";
import { compile } from "../../statement/compile.ts";
import type { ListOptions } from "../../statement/options.ts";
import { letters } from "../../words/plain.ts";
import { textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { columnsIn, scheduleFor, sheetsOf } from "../arguments/options.ts";
import { readFiles } from "../input/batch.ts";
import type { Header, HeaderMap } from "../input/header.ts";
import { readKeys, refusedKeys } from "../input/keys-of.ts";
import { faultyRows, refusedRow } from "../input/refused-row.ts";
import type { InputRow } from "../input/row-block.ts";
import { scheduleFields } from "../input/schedule-fields.ts";
import { reportFiles, reportRejected, reportRows } from "../report/report.ts";

/** One of two lists: its rows as they stand in the file, and as they are read. */
export interface ListRead {
  readonly path: string;
  readonly rows: readonly InputRow[];
  readonly header: Header | undefined;
  readonly patients: readonly Patient[];
  readonly physicians: readonly Physician[];
  /** The keys of the rows, if a column is named. */
  readonly keys: readonly string[] | undefined;
}

/**
 * Reads one of two lists. The column of the key is read apart, and never as a field of a patient.
 * @param priced undefined where rows are not checked against a schedule
 * @returns undefined if a row is refused, which is reported
 */
export async function readListToReconcile(
  context: Context,
  path: string,
  priced: ListOptions | undefined,
  column: string | undefined,
): Promise<ListRead | undefined> {
  const { args, io } = context;
  const schedule = priced
    ? scheduleFor(priced)
    : getSchedule((listSchedules()[0] as ScheduleEntry).id);
  const sheets = sheetsOf(args);
  const given = await columnsIn(args, io);
  const open = { fields: scheduleFields(schedule, false), sheets };
  const { rows, keys, header, table } = await readKeys(io, path, { ...open, map: given }, column);
  const map = mapOf(given, table?.names ?? [], header);
  const read = { path, rows, header: table, keys };
  const unjoined = refusedKeys(rows, keys, header).map((rejected) =>
    refusedRow(rejected, rows[rejected.index], path, table),
  );
  if (unjoined.length > 0) {
    await reportRows(context, unjoined);
    return undefined;
  }
  if (!priced) {
    const faulty = faultyRows(rows, path, table);
    await reportRows(context, faulty);
    if (faulty.length > 0) return undefined;
    const plain = header ? (await readKeys(io, path, { ...open, map }, undefined)).rows : rows;
    const patients = plain.map(({ value }) => value as unknown as Patient);
    return { ...read, patients, physicians: [] };
  }
  const batch = await readFiles(io, compile(schedule), priced, {
    list: path,
    physicians: textOf(args, "physicians"),
    practices: undefined,
    map,
    sheets,
    keep: true,
  });
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return undefined;
  }
  const { patients, physicians = [] } = batch.rows;
  return { ...read, patients, physicians };
}

/** What is said of columns that this file has: another file may have the others. */
function mapOf(given: HeaderMap, names: readonly string[], key: string | undefined): HeaderMap {
  const known = new Set(names.map(letters));
  const isHere = (name: string): boolean => names.includes(name) || known.has(letters(name));
  const { columns = {}, ignore = [] } = given;
  return {
    ...given,
    columns: {
      ...Object.fromEntries(Object.entries(columns).filter(([name]) => isHere(name))),
      ...(key !== undefined && { [key]: null }),
    },
    ignore: ignore.filter(isHere),
  };
}
