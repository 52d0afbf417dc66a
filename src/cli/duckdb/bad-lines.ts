import { rowsOf } from "./engine.ts";
import type { RunningJob } from "./job.ts";
import { isRagged } from "../input/kinds/ragged.ts";
import { NeedsNormalising } from "./normalised-copy.ts";

/**
 * Lines of a CSV file that DuckDB rejects for having more or fewer cells than the header.
 * @throws NeedsNormalising for any other error, and for lines that only lack or add empty cells
 */
export async function badLines({
  engine: { connection },
  source,
}: RunningJob): Promise<{ line: number; text: string }[]> {
  if (source.place !== undefined) return [];
  const errors = await rowsOf<{ line: string; type: string; text: string | null }>(
    connection,
    "SELECT DISTINCT line, error_type AS type, csv_line AS text FROM reject_errors ORDER BY line",
  );
  const other = errors.find(
    ({ type }) => type !== "MISSING COLUMNS" && type !== "TOO MANY COLUMNS",
  );
  if (other) throw new NeedsNormalising(`line ${other.line}: ${other.type}`);
  const { header, separator = "" } = source;
  const whole = errors.find(({ text }) => !isRagged((text ?? "").trim().split(separator), header));
  if (whole) throw new NeedsNormalising(`line ${whole.line}: empty cells`);
  return errors.map(({ line, text }) => ({ line: Number(line), text: text?.trim() ?? "" }));
}
