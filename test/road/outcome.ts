import { readFiles, type BatchFiles } from "../../src/cli/input/batch.ts";
import type { Io } from "../../src/cli/io.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { compile } from "../../src/statement/compile.ts";
import type { FileCase } from "../sql/files.ts";

/** Everything that a road reads of a list: what is kept of each physician, refused, left out; or why it stops. */
export async function outcomeOf(
  io: Io,
  { schedule, readings, patch, year, choices }: FileCase,
  files: BatchFiles,
): Promise<unknown> {
  const compiled = compile(scheduleOf({ schedule, year, readings, patch }));
  try {
    const batch = await readFiles(io, compiled, { year, ...choices }, files);
    return {
      accounts: batch.accounts.map(({ physician, patients, previous, counts, columns }) => ({
        physician: physician.id,
        facts: physician,
        counts,
        columns,
        lists: [patients, ...(previous ? [previous] : [])].map((list) => ({
          cells: [...list.cells],
          ids: list.ids,
          rows: list.rows,
          prevention: list.prevention,
          notices: list.notices.list(),
        })),
      })),
      leftOut: batch.leftOut,
      counts: batch.counts,
      refused: batch.refused.map((row) => ({ ...row, header: undefined })),
      unknown: batch.notedColumns,
    };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return { code, message: (error as Error).message };
  }
}

/** Without the name of the file and the lines of its rows, which differ from one kind to the next. */
export function withoutPlaces(outcome: unknown): unknown {
  return without(outcome, "file", "line", "message");
}

/** Without ids and row numbers of who is computed as well. */
export function withoutIds(outcome: unknown): unknown {
  return without(withoutPlaces(outcome), "ids", "rows");
}

function without(outcome: unknown, ...keys: readonly string[]): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (key, value) => (keys.includes(key) ? undefined : value)),
  );
}
