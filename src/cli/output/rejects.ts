import type { Locale } from "../../error.ts";
import type { Io } from "../io.ts";
import { columnOf, reason, type RefusedRow } from "../report/messages.ts";
import { csvRecord } from "./cells.ts";
import { writeOutput } from "./write-output.ts";

/** Writes rejected rows as found in the file, each after its line, column, code and reason. */
export async function writeRejects(
  io: Io,
  path: string,
  rows: readonly RefusedRow[],
  locale: Locale,
): Promise<void> {
  const header = rows.find(({ kind }) => kind === "patient")?.header ?? rows[0]?.header;
  await writeOutput(io, path, "private", async (file) => {
    await file.write(
      csvRecord(["file", "line", "column", "code", "reason", ...(header?.names ?? ["row"])]),
    );
    for (const row of rows) {
      const { refusals } = row;
      const columns = [
        refusals.map((one) => columnOf(row, one)),
        refusals.map(({ code }) => code),
        refusals.map((one) => reason(row, one, locale)),
      ];
      await file.write(
        csvRecord([row.file, row.line, ...columns.map((parts) => parts.join(" | ")), ...row.raw]),
      );
    }
  });
}
