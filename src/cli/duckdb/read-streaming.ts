import { badLines } from "./bad-lines.ts";
import { rowsOf } from "./engine.ts";
import type { RowsRead, RunningJob } from "./job.ts";
import { watch } from "./progress.ts";
import { computeResult, hasUnread, hasUntrimmed } from "./result.ts";

/**
 * Streams the file without staging it. Only possible at physician grain, without patient ids
 * (duplicates need staging) and when every row parses in SQL.
 * @returns undefined otherwise, with no side effect
 */
export async function readStreaming(running: RunningJob): Promise<RowsRead | undefined> {
  const {
    engine: { connection },
    source,
    job,
    rows,
    inFile,
  } = running;
  if (
    job.grain === "patient" ||
    inFile?.contradicts !== undefined ||
    source.header.fields.includes("id")
  )
    return undefined;
  await connection.run(`CREATE VIEW panel AS ${rows.streamed}`);
  await watch(connection, "read", job.onProgress, () => computeResult(running));
  const isWhole =
    !(await hasUnread(connection)) &&
    !(await hasUntrimmed(connection)) &&
    (await badLines(running)).length === 0;
  if (!isWhole) return undefined;
  const [all] = await rowsOf<{ n: string }>(
    connection,
    "SELECT COALESCE(SUM(patients), 0) AS n FROM result",
  );
  return { accepted: Number(all?.n), leftOut: 0 };
}
