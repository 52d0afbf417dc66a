import { badLines } from "./bad-lines.ts";
import { rejectDuplicates } from "./duplicates.ts";
import { readFallbackRows } from "./fallback-rows.ts";
import { rowsOf } from "./engine.ts";
import type { RowsRead, RunningJob } from "./job.ts";
import { watch } from "./progress.ts";
import type { Rejects } from "./rejects.ts";

/**
 * Stages the file in the table `rows`, re-reads the fallback rows with the row reader, and creates
 * the view `panel` of accepted rows.
 */
export async function readStaged(running: RunningJob, rejects: Rejects): Promise<RowsRead> {
  const {
    engine: { connection, second },
    source,
    compiled,
    job,
    rows: { staged, indicators },
    inFile,
    given,
  } = running;
  await watch(connection, "read", job.onProgress, () =>
    connection.run(`CREATE TABLE rows AS ${staged}`),
  );
  const place = source.place === undefined ? "rowid AS place, " : "";
  await connection.run(`CREATE VIEW listed AS SELECT ${place}* FROM rows`);
  const columns = [
    "place",
    '"physicianId"',
    "id",
    "age",
    "ald",
    "c2s",
    "seen",
    "prevention",
    ...indicators.map((_, i) => `did_${i}`),
  ].join(", ");
  await connection.run(`CREATE TABLE reread AS SELECT ${columns} FROM listed LIMIT 0`);

  for (const { line, text } of await badLines(running))
    await rejects.addRagged(job.input, line, text, source.header);
  const writer = await second();
  const leftOut = await readFallbackRows(
    connection,
    writer,
    {
      file: job.input,
      header: source.header,
      compiled,
      year: job.year,
      choices: job.choices ?? {},
      physicians: given,
      practices: job.practices,
      inFile: inFile?.physicians,
      indicators,
    },
    (row) => rejects.add(row),
  );
  writer.closeSync();
  await connection.run(
    `CREATE VIEW accepted AS SELECT ${columns} FROM listed WHERE NOT fallback ` +
      `UNION ALL SELECT ${columns} FROM reread`,
  );
  const hasDuplicates =
    source.header.fields.includes("id") &&
    (await rejectDuplicates(connection, job.input, source.header, rejects));
  const once = hasDuplicates ? " WHERE place NOT IN (SELECT place FROM duplicates)" : "";
  await connection.run(`CREATE OR REPLACE VIEW panel AS SELECT * FROM accepted${once}`);
  const [panel] = await rowsOf<{ n: string }>(connection, "SELECT COUNT(*) AS n FROM panel");
  return { accepted: Number(panel?.n), leftOut };
}
