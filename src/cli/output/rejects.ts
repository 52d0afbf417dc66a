import type { Locale } from "../../error.ts";
import type { CsvForm } from "../arguments/csv-form.ts";
import type { Io } from "../io.ts";
import { columnOf, reason, type RefusedRow } from "../report/messages.ts";
import { csvRecord, type CsvCell } from "./cells.ts";
import { UTF8_MARK } from "./csv-table.ts";
import { writeOutput } from "./write-output.ts";

/** Writes rejected rows as found in the file, each after its line, column, code and reason. */
export async function writeRejects(
  io: Io,
  path: string,
  rows: readonly RefusedRow[],
  form: CsvForm,
  locale: Locale,
): Promise<void> {
  const header = rows.find(({ kind }) => kind === "patient")?.header ?? rows[0]?.header;
  const isExcel = form === "excel";
  const { columns, row: whole } = names[isExcel ? locale : "en"];
  const record = (cells: readonly CsvCell[]): string => csvRecord(cells, isExcel ? ";" : ",");
  await writeOutput(io, path, "private", async (file) => {
    if (isExcel) await file.write(UTF8_MARK);
    await file.write(record([...columns, ...(header?.names ?? [whole])]));
    for (const row of rows) {
      const { refusals } = row;
      const told = [
        refusals.map((one) => columnOf(row, one)),
        refusals.map(({ code }) => code),
        refusals.map((one) => reason(row, one, locale)),
      ];
      await file.write(
        record([row.file, row.line, ...told.map((parts) => parts.join(" | ")), ...row.raw]),
      );
    }
  });
}

const names = {
  fr: { columns: ["fichier", "ligne", "colonne", "code", "raison"], row: "contenu" },
  en: { columns: ["file", "line", "column", "code", "reason"], row: "row" },
} as const;
