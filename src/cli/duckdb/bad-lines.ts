import { rowsOf } from "./engine.ts";
import type { RunningJob } from "./job.ts";
import { NeedsNormalising } from "./normalised-copy.ts";

/**
 * Lines of a CSV file that DuckDB rejects for having more or fewer cells than the header.
 * @throws NeedsNormalising for any other error
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
  return errors.map(({ line, text }) => ({ line: Number(line), text: text?.trim() ?? "" }));
}
