import { badLines } from "./bad-lines.ts";
import type { RunningJob } from "./job.ts";
import { watch } from "./progress.ts";
import { computeResult, hasUnread, hasUntrimmed } from "./result.ts";

/**
 * Streams the file without staging it. Only possible at physician grain, without patient ids
 * (duplicates need staging) and when every row parses in SQL.
 * @returns false otherwise, with no side effect
 */
export async function readStreaming(running: RunningJob): Promise<boolean> {
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
    return false;
  await connection.run(`CREATE VIEW panel AS ${rows.streamed}`);
  await watch(connection, "read", job.onProgress, () => computeResult(running));
  return (
    !(await hasUnread(connection)) &&
    !(await hasUntrimmed(connection)) &&
    (await badLines(running)).length === 0
  );
}
