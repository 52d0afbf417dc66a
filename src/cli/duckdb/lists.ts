import { rowsOf } from "./engine.ts";
import type { Reading } from "./job.ts";
import { readOddRows } from "./odd.ts";
import { NotPlain } from "./plain-copy.ts";
import { watch } from "./progress.ts";
import type { Rejects } from "./rejects.ts";
import { computeResult, hasUnread, hasUntrimmed } from "./result.ts";
import { refuseTwice } from "./twice.ts";

/**
 * Streams the file without staging it. Only possible at physician grain, without patient ids
 * (duplicates need staging) and when every row parses in SQL.
 * @returns false otherwise, with no side effect
 */
export async function readDirectly(reading: Reading): Promise<boolean> {
  const {
    engine: { connection },
    source,
    job,
    quick,
    told,
  } = reading;
  if (
    job.grain === "patient" ||
    told?.contradicts !== undefined ||
    source.header.fields.includes("id")
  )
    return false;
  await connection.run(`CREATE VIEW panel AS ${quick.direct}`);
  await watch(connection, "read", job.onProgress, () => computeResult(reading));
  return (
    !(await hasUnread(connection)) &&
    !(await hasUntrimmed(connection)) &&
    (await badLines(reading)).length === 0
  );
}

/**
 * Stages the file in the table `rows`, re-reads the odd rows with the row reader, and creates the
 * view `panel` of accepted rows.
 */
export async function readAsItCan(reading: Reading, rejects: Rejects): Promise<void> {
  const {
    engine: { connection, second },
    source,
    compiled,
    job,
    quick: { kept, indicators },
    told,
    given,
  } = reading;
  await watch(connection, "read", job.onProgress, () =>
    connection.run(`CREATE TABLE rows AS ${kept}`),
  );
  await connection.run(
    `CREATE VIEW listed AS SELECT ${source.place === undefined ? "rowid AS place, " : ""}* FROM rows`,
  );
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

  for (const { line, text } of await badLines(reading))
    await rejects.addRagged(job.input, line, text, source.header);
  const writer = await second();
  await readOddRows(
    connection,
    writer,
    {
      file: job.input,
      header: source.header,
      compiled,
      year: job.year,
      physicians: given,
      told: told?.physicians,
      indicators,
    },
    (row) => rejects.add(row),
  );
  writer.closeSync();
  await connection.run(
    `CREATE VIEW accepted AS SELECT ${columns} FROM listed WHERE NOT odd UNION ALL SELECT ${columns} FROM reread`,
  );
  const isTwice =
    source.header.fields.includes("id") &&
    (await refuseTwice(connection, job.input, source.header, rejects));
  await connection.run(
    `CREATE OR REPLACE VIEW panel AS SELECT * FROM accepted${isTwice ? " WHERE place NOT IN (SELECT place FROM twice)" : ""}`,
  );
}

/**
 * Lines of a CSV file that DuckDB rejects for having more or fewer cells than the header.
 * @throws NotPlain for any other error
 */
async function badLines({
  engine: { connection },
  source,
}: Reading): Promise<{ line: number; text: string }[]> {
  if (source.place !== undefined) return [];
  const errors = await rowsOf<{ line: string; type: string; text: string | null }>(
    connection,
    "SELECT DISTINCT line, error_type AS type, csv_line AS text FROM reject_errors ORDER BY line",
  );
  const odd = errors.find(({ type }) => type !== "MISSING COLUMNS" && type !== "TOO MANY COLUMNS");
  if (odd) throw new NotPlain(`line ${odd.line}: ${odd.type}`);
  return errors.map(({ line, text }) => ({ line: Number(line), text: text?.trim() ?? "" }));
}
