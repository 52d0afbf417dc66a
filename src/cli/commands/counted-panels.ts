import { ForfaitError } from "../../error.ts";
import type { CountRow } from "../../panel/columns/counts.ts";
import type { Panels } from "../../panel/panels.ts";
import { panelsFromCounts } from "../../statement/bulk/counts.ts";
import type { ComputeOptions, ListOptions } from "../../statement/options.ts";
import { ageBand } from "../../words/age-band.ts";
import { fieldName } from "../../words/field-names.ts";
import { countOf } from "../../words/number.ts";
import { textOf } from "../arguments/args.ts";
import { optionName } from "../arguments/french.ts";
import type { Context } from "../arguments/context.ts";
import { columnsIn, scheduleFor, sheetsOf } from "../arguments/options.ts";
import { quoted } from "../../printable.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { fail } from "../report/failure.ts";
import { reportFiles, reportRows } from "../report/report.ts";
import { checkNamed } from "../input/check-header.ts";
import { columnsOfFile, notedIn } from "../input/file-columns.ts";
import type { InputList } from "../input/input-list.ts";
import { openCounts, readRows } from "../input/list.ts";
import { faultyRows, refusedRow } from "../input/refused-row.ts";
import type { InputRow } from "../input/row-block.ts";
import { scheduleFields } from "../input/schedule-fields.ts";
import { columnsTold, readTold } from "../input/told.ts";

/** Options of a list that no table of counts has. */
const OTHERS = [
  "previous",
  "practices",
  "rejects",
  "skip-invalid",
  "never-seen",
  "shared-ids",
  "detail",
] as const;

/**
 * Reads the table of `--counts`, which stands for the list. A row that is refused is reported.
 * @returns undefined if a row is refused
 */
export async function countedPanels(
  context: Context,
  options: ListOptions,
): Promise<Panels | undefined> {
  const { args, io } = context;
  const path = textOf(args, "counts") as string;
  if (args.operands.length > 0)
    fail(
      "USAGE",
      "--effectifs remplace LISTE : l'un ou l'autre",
      "--counts replaces LIST: one of them",
    );
  const other = OTHERS.find((name) => args.values[name] !== undefined);
  if (other !== undefined)
    fail(
      "USAGE",
      `${optionName(other, "fr")} ne va pas avec --effectifs`,
      `--${other} does not go with --counts`,
    );
  const map = await columnsIn(args, io);
  const fields = scheduleFields(scheduleFor(options), false);
  const { told, list, all } = await withTables(args, async (tables) => {
    const open = { map, fields, sheets: sheetsOf(args), ...tables };
    const told = await readTold(io, { physicians: textOf(args, "physicians") }, open);
    const list = await openCounts(io, path, open);
    requireNumbers(list, path);
    return { told, list, all: (await readRows(list)).rows };
  });
  const chosen = textOf(args, "physician");
  const rows = all.filter(({ value }) => isOf(chosen, value["physicianId"]));
  if (all.length > 0 && rows.length === 0) failNoPhysician(chosen as string);
  const columns = [...columnsOfFile(path, list), ...columnsTold(told)];
  checkNamed(map, columns);
  await reportFiles(context, {
    notes: [...told.notes, ...(list.notes ?? [])],
    notedColumns: notedIn(columns),
  });
  const faulty = faultyRows(rows, path, list.header);
  if (faulty.length > 0) {
    await reportRows(context, faulty);
    return undefined;
  }
  try {
    const physicians = told.physicians?.filter(({ id }) => isOf(chosen, id));
    return panelsFromCounts(rows.map(countRow), {
      ...ofSchedule(options),
      ...(physicians && { physicians }),
    });
  } catch (error) {
    const index = error instanceof ForfaitError && /^table\[(\d+)\]/.exec(error.path)?.[1];
    if (!(error instanceof ForfaitError) || !index) throw error;
    const rejected = { kind: "patient", index: Number(index), refusals: [error.refusal] } as const;
    await reportRows(context, [refusedRow(rejected, rows[Number(index)], path, list.header)]);
    return undefined;
  }
}

function requireNumbers({ fields }: InputList, path: string): void {
  for (const field of ["age", "n"])
    if (!fields.has(field))
      fail(
        "COLUMN_MISSING",
        `${path} : colonne manquante : ${fieldName(field, "fr")}`,
        `${path}: missing column: ${field}`,
      );
}

function isOf(chosen: string | undefined, id: unknown): boolean {
  return chosen === undefined || String(id ?? "") === chosen;
}

function failNoPhysician(id: string): never {
  return fail(
    "PHYSICIAN_UNKNOWN",
    `--médecin ${quoted(id)} : aucun effectif de ce médecin`,
    `--physician ${quoted(id)}: no number of patients of this physician`,
  );
}

/** The options of a schedule, without those of rows. */
export function ofSchedule({ year, schedule, readings, patch }: ListOptions): ComputeOptions {
  return {
    year,
    ...(schedule !== undefined && { schedule }),
    ...(readings && { readings }),
    ...(patch && { patch }),
  };
}

/** A record as a row of the library; an empty cell is a fact that is not told. */
function countRow({ value }: InputRow): CountRow {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, cell]) => cell !== "")
      .map(([field, cell]) => [
        field,
        typeof cell === "number" ? cell : (NUMBERS[field]?.(String(cell)) ?? cell),
      ]),
  );
}

const NUMBERS: Readonly<Record<string, (text: string) => unknown>> = {
  age: ageBand,
  physicianAge: ageBand,
  n: countOf,
  prevention: countOf,
};
